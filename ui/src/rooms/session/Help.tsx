import { Dialog } from '../../kit/dialog';
import { change, useSettings } from '../../kit/settings';

const KEYS: [string[], string][] = [
  [['j', 'k'], 'Next and previous incident'],
  [['o', 'Enter'], 'Open it'],
  [['a'], 'Acknowledge'],
  [['r'], 'Resolve; undo for 10 seconds'],
  [['n'], 'Write a note'],
  [['m'], 'More, on the page of an incident'],
  [['x'], 'Select for doing many at once'],
  [['/'], 'Filter'],
  [['u'], 'Back to the inbox'],
  [['?'], 'This help'],
];

/** The keys, and the switch that turns them off. */
export function Help({ onClose }: { onClose: () => void }) {
  const { hasShortcuts } = useSettings();
  return (
    <Dialog title="Keys" onClose={onClose}>
      <table className="table keys">
        <thead className="unseen">
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([keys, words]) => (
            <tr key={words}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="check">
        <input
          type="checkbox"
          checked={hasShortcuts}
          onChange={(event) => change({ hasShortcuts: event.target.checked })}
        />
        Single keys act on incidents
      </label>
      <p className="meta">They never act while you type.</p>
    </Dialog>
  );
}
