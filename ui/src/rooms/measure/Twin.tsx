import { csv } from './wording';

type Rows = (string | number | null)[][];

interface Props {
  name: string;
  head: string[];
  rows: Rows;
}

/** The numbers of a picture as a table, to be read or taken along. `raw`: as they are kept in a file, when not as they are read. */
export function Twin({ name, head, rows, raw }: Props & { raw?: Rows }) {
  return (
    <details className="twin">
      <summary>Show as table</summary>
      <div className="scrolls">
        <table className="table">
          <thead>
            <tr>
              {head.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.slice(0, 2).join(' ')}>
                {row.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column has its place
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv name={name} head={head} rows={raw ?? rows} />
    </details>
  );
}

export function SaveCsv({ name, head, rows }: Props) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([csv(head, rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `larum-${name}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <button type="button" className="button" onClick={save}>
      Save as CSV
    </button>
  );
}
