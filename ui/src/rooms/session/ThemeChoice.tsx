import { change, type Settings, useSettings } from '../../kit/settings';

const THEMES: [Settings['theme'], string][] = [
  ['system', 'As my system'],
  ['dark', 'Dark'],
  ['light', 'Light'],
];

/** How this browser looks. */
export function ThemeChoice() {
  const { theme } = useSettings();
  return (
    <fieldset className="field">
      <legend className="unseen">Theme</legend>
      <div className="bar">
        {THEMES.map(([value, word]) => (
          <label className="check" key={value}>
            <input type="radio" name="theme" checked={theme === value} onChange={() => change({ theme: value })} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
