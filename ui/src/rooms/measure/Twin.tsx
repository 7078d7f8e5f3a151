import { csv } from './wording';

interface Props {
  name: string;
  head: string[];
  rows: (string | number | null)[][];
}

/** The numbers of a picture as a table, to be read or taken along. */
export function Twin({ name, head, rows }: Props) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([csv(head, rows)], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `larum-${name}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
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
      <button type="button" className="button" onClick={save}>
        Save as CSV
      </button>
    </details>
  );
}
