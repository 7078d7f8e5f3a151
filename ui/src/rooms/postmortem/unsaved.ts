/** What somebody has written and not saved: it outlives the tab, and goes when they sign out. */
export interface Mine {
  basedOn: number;
  title: string;
  text: string;
}

const PLACE = 'larum.unsaved.';
const placeOf = (person: string, review: string) => `${PLACE}${person}.${review}`;

export function unsaved(person: string, review: string): Mine | null {
  try {
    const kept = JSON.parse(localStorage.getItem(placeOf(person, review)) ?? 'null');
    const isWhole =
      typeof kept?.basedOn === 'number' && [kept.title, kept.text].every((one) => typeof one === 'string');
    return isWhole ? kept : null;
  } catch {
    return null;
  }
}

/** `mine` null: nothing is left to be saved. */
export function keepUnsaved(person: string, review: string, mine: Mine | null): void {
  try {
    if (mine) localStorage.setItem(placeOf(person, review), JSON.stringify(mine));
    else localStorage.removeItem(placeOf(person, review));
  } catch {
    // A private window or a full disk: it stays in this tab only, as it always did.
  }
}

export function forgetUnsaved(): void {
  try {
    for (const place of Object.keys(localStorage)) {
      if (place.startsWith(PLACE)) localStorage.removeItem(place);
    }
  } catch {
    // What may not be read was not kept.
  }
}
