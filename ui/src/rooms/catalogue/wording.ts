import type { Health, Named, ServiceLine } from '../../api/types';

/** `graph` is the address of the graph: a service of that word is asked for by its id. */
export const addressOf = ({ id, word }: Pick<Named, 'id' | 'word'>): string =>
  `/services/${encodeURIComponent(word === 'graph' ? id : word)}`;

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** `11,400`; small amounts with their cents. */
export const amount = (value: number): string => (Math.abs(value) < 100 ? fine : whole).format(value);

export const people = (count: number): string => (count === 1 ? '1 person' : `${whole.format(count)} people`);

const counted = (count: number, what: string): string => `${whole.format(count)} ${what}${count === 1 ? '' : 's'}`;

/** What is open of a service, in words. */
export function healthWords({ openIncidents, openAlerts }: Health): string {
  if (openIncidents === 0 && openAlerts === 0) return 'Nothing open';
  if (openIncidents === 0) return counted(openAlerts, 'open alert');
  return counted(openIncidents, 'open incident');
}

/** `critical, tier 1` */
export const standingOf = ({ criticality, tier }: Pick<ServiceLine, 'criticality' | 'tier'>): string =>
  tier ? `${criticality}, tier ${tier}` : criticality;

/** A name that fits into its box; the whole one is in the title. */
export function shortened(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}
