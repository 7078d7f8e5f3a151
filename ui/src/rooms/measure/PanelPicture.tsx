import type { PanelTable } from '../../api/types';
import { useZone } from '../../kit/now';
import { shortDay } from '../../kit/time';
import { Bars, Lines, Marks } from './charts';
import { heat } from './drawing';
import { DAYS, inWords, NIGHTS } from './wording';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A table as a picture: its first column says where, the others what. */
export function PanelPicture({ picture, title, table }: { picture: string; title: string; table: PanelTable }) {
  const zone = useZone();
  const now = Date.now();
  const label = `${title}; the table below has the numbers`;
  if (picture === 'heat') return <Heat label={label} table={table} />;
  const axis = table.rows.map(({ cells }) => shortDay(Date.parse(cells[0]?.text ?? ''), zone, now));
  const column = (at: number) => table.rows.map(({ cells }) => cells[at]?.number ?? null);
  const names = table.columns.slice(1);
  if (picture === 'lines') {
    const unit = table.rows[0]?.cells[1]?.unit ?? 'count';
    return (
      <Lines
        label={label}
        curves={names.map((name, at) => ({ name, values: column(at + 1), rank: at }))}
        axis={axis}
        say={(value) => inWords(value, unit)}
      />
    );
  }
  const [first, second] = [column(1), column(2)];
  const pairs = first.map((filled, at) => ({ filled: filled ?? 0, rest: second[at] ?? 0 }));
  const words: [string, string] = [names[0] ?? '', names[1] ?? ''];
  return picture === 'marks' ? (
    <Marks label={label} pairs={pairs} names={words} axis={axis} />
  ) : (
    <Bars label={label} pairs={pairs} names={words} axis={axis} />
  );
}

/** By name and hour; the days of a week are all there, in their order. */
function Heat({ label, table }: { label: string; table: PanelTable }) {
  const cells = table.rows.map(({ cells: [name, hour, value] }) => ({
    name: name?.text ?? '',
    hour: hour?.number ?? 0,
    value: value?.number ?? 0,
  }));
  const isWeek = cells.every(({ name }) => DAYS.includes(name));
  const names = isWeek ? DAYS : [...new Set(cells.map(({ name }) => name))];
  const most = Math.max(1, ...cells.map(({ value }) => value));
  const at = (name: string, hour: number) => cells.find((one) => one.name === name && one.hour === hour)?.value ?? 0;
  return (
    <div className={isWeek ? 'heat' : 'hours'} role="img" aria-label={label}>
      <span />
      {[0, 6, 12, 18].map((hour) => (
        <span key={hour} style={{ gridColumn: 'span 6' }}>
          {String(hour).padStart(2, '0')}:00
        </span>
      ))}
      {names.map((name) => [
        <span key={name}>{name}</span>,
        ...HOURS.map((hour) => (
          <i
            key={`${name} ${hour}`}
            className={isWeek && NIGHTS.includes(hour) ? 'night' : undefined}
            style={{ '--h': heat(at(name, hour), most) } as React.CSSProperties}
          />
        )),
      ])}
    </div>
  );
}
