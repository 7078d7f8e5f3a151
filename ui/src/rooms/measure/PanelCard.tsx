import { useId } from 'react';
import { Link } from 'wouter';
import type { Panel, PanelCell, PanelTable } from '../../api/types';
import { type Rank, SeverityMark } from '../../kit/marks';
import { useNow, useZone } from '../../kit/now';
import { clockOnDay, shortDay } from '../../kit/time';
import { Spark } from './charts';
import { PanelPicture } from './PanelPicture';
import { Card } from './panels';
import { SaveCsv, Twin } from './Twin';
import { inWords, moved } from './wording';

/** One panel, drawn from what the server says: a figure, or a picture beside its numbers, or a list. */
export function PanelCard({ panel }: { panel: Panel }) {
  const note = [panel.about, panel.note].filter(Boolean).join(', ');
  if (panel.picture === 'figure') return <FigurePanel panel={panel} />;
  const [first, ...more] = panel.tables;
  const isList = panel.picture === 'table';
  return (
    <Card title={panel.title} note={note}>
      {panel.missing && <p className="meta">{panel.missing}</p>}
      {first && !panel.missing && (isList ? <List table={first} /> : <Drawn panel={panel} table={first} />)}
      {!panel.missing &&
        more.filter(({ rows }) => rows.length > 0).map((table) => <List key={table.name} table={table} />)}
    </Card>
  );
}

function FigurePanel({ panel: { title, about, figure, tables, missing } }: { panel: Panel }) {
  const heading = useId();
  const [table] = tables;
  const isCourse = table?.rows[0]?.cells[0]?.unit === 'day';
  const notes = figure
    ? [
        against(figure),
        ...figure.notes.map(({ value, unit, words }) =>
          unit === 'text' ? words : `${inWords(value, unit)} ${words}`.trim(),
        ),
      ]
    : [];
  return (
    <section className="kpi panel-figure" aria-labelledby={heading}>
      <h2 id={heading} className="meta">
        {figure?.href ? <Link href={figure.href}>{title}</Link> : title}
        {about && ` · ${about}`}
      </h2>
      <span className="figure">{figure ? inWords(figure.value, figure.unit) : '–'}</span>
      <span className="meta">{missing ?? notes.join(', ')}</span>
      {isCourse && table.rows.length > 1 && <Spark values={table.rows.map(({ cells }) => cells[1]?.number ?? null)} />}
      {table && <Numbers table={table} />}
    </section>
  );
}

/** A share beside that of before; of anything else by how much it moved. */
function against({ value, before, unit }: NonNullable<Panel['figure']>): string {
  const isShare = ['percent', 'availability', 'stars'].includes(unit);
  return isShare && before !== null ? `${inWords(before, unit)} before` : moved(value, before);
}

function Drawn({ panel, table }: { panel: Panel; table: PanelTable }) {
  return (
    <>
      <PanelPicture picture={panel.picture} title={panel.title} table={table} />
      <Numbers table={table} />
    </>
  );
}

/** The table beside a picture, to be read or taken along. */
function Numbers({ table }: { table: PanelTable }) {
  const say = useSaying();
  return (
    <Twin
      name={table.name}
      head={table.columns}
      rows={table.rows.map(({ cells }) => cells.map(say))}
      raw={rawOf(table)}
    />
  );
}

function Value({ cell }: { cell: PanelCell }) {
  const say = useSaying();
  if (cell.unit === 'severity') return <SeverityMark rank={cell.text as Rank} standing="firing" size="small" />;
  return <>{say(cell)}</>;
}

function List({ table }: { table: PanelTable }) {
  return (
    <>
      <div className="scrolls">
        <table className="table cards">
          <thead>
            <tr>
              {table.columns.map((name, at) => (
                <th key={name} scope="col" className={isNumber(table.rows[0]?.cells[at]) ? 'num' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ cells, href }) => (
              <tr key={`${href} ${cells.map(({ text }) => text).join(' ')}`}>
                {cells.map((cell, at) => {
                  const name = table.columns[at] ?? '';
                  return at === 0 ? (
                    <th key={name} scope="row">
                      {href ? (
                        <Link href={href}>
                          <Value cell={cell} />
                        </Link>
                      ) : (
                        <Value cell={cell} />
                      )}
                    </th>
                  ) : (
                    <td key={name} className={isNumber(cell) ? 'num' : undefined} data-label={name}>
                      <Value cell={cell} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv name={table.name} head={table.columns} rows={rawOf(table)} />
    </>
  );
}

const isWord = (unit: string) => ['text', 'day', 'moment', 'severity'].includes(unit);
const isNumber = (cell: PanelCell | undefined) => cell !== undefined && !isWord(cell.unit);

/** As it is kept in a file: numbers as they are, days as days. */
export const rawOf = ({ rows }: PanelTable) =>
  rows.map(({ cells }) =>
    cells.map(({ text, number, unit }) => (unit === 'day' && text ? text.slice(0, 10) : (text ?? number))),
  );

function useSaying() {
  const zone = useZone();
  const now = useNow();
  return ({ text, number, unit }: PanelCell): string => {
    if (unit === 'day' && text) return shortDay(Date.parse(text), zone, now);
    if (unit === 'moment' && text) return clockOnDay(Date.parse(text), zone, now);
    return isWord(unit) ? (text ?? '–') : inWords(number, unit);
  };
}
