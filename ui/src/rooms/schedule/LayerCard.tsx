import { useId } from 'react';
import type { Person } from '../../api/types';
import { Field, Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { handoverFor, type LayerDraft, moved, OWN, ROTATIONS, type Turn, turn } from './draft';

interface LayerCardProps {
  layer: LayerDraft;
  place: number;
  of: number;
  people: Person[];
  /** What is wrong with a field of this layer; of the layer itself for an empty name. */
  problemAt: (field: string) => string | undefined;
  onChange: (part: Partial<LayerDraft>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

/** One layer: who takes turns, how long a turn lasts, and when it holds. */
export function LayerCard({ layer, place, of, people, problemAt, onChange, onMove, onRemove }: LayerCardProps) {
  const heading = useId();
  const name = layer.name || `Layer ${place + 1}`;
  const whole = problemAt('');
  const rotate = (part: { rotation?: string; every?: string }) => {
    const { rotation, every } = { ...layer, ...part };
    onChange({ ...part, handover: handoverFor(rotation, every, layer.handover) });
  };
  return (
    <section className="card layer" aria-labelledby={heading}>
      <div className="card-head">
        <h2 id={heading}>{name}</h2>
        <span className="meta">
          {layer.beside ? 'on call with the others' : place === 0 ? 'the first layer' : 'stands in for those above'}
        </span>
        <span className="bar end">
          <Tool icon="up" words={`${name}: move up`} isOff={place === 0} onPress={() => onMove(-1)} />
          <Tool icon="down" words={`${name}: move down`} isOff={place === of - 1} onPress={() => onMove(1)} />
          <Tool icon="x" words={`${name}: take out`} isOff={of === 1} onPress={onRemove} />
        </span>
      </div>
      <div className="stack tight">
        {whole && <Problem>{whole}</Problem>}
        <Turns
          name={name}
          turns={layer.turns}
          people={people}
          problemAt={(turnPlace) => problemAt(`people[${turnPlace}]`)}
          onChange={(turns) => onChange({ turns })}
        />
        {layer.turns.length === 0 && problemAt('people') && <Problem>{problemAt('people') ?? ''}</Problem>}
        <div className="layer-fields">
          <Field
            label="Name"
            value={layer.name}
            maxLength={100}
            autoComplete="off"
            problem={problemAt('name')}
            onChange={(event) => onChange({ name: event.target.value })}
          />
          <Rotation layer={layer} problem={problemAt('rotation')} onChange={rotate} />
          <Field
            label="Handed over"
            placeholder="Mon 09:00"
            value={layer.handover}
            autoComplete="off"
            problem={problemAt('handover')}
            onChange={(event) => onChange({ handover: event.target.value })}
          />
          <Field
            label="From"
            type="datetime-local"
            value={layer.from}
            problem={problemAt('from')}
            onChange={(event) => onChange({ from: event.target.value })}
          />
          <Field
            label="Until, if ever"
            type="datetime-local"
            value={layer.until}
            problem={problemAt('until')}
            onChange={(event) => onChange({ until: event.target.value })}
          />
          <Lines
            label="Only in these hours"
            hint="Such as Mon-Fri 09:00-17:00, one on each line. Empty: at all hours."
            value={layer.only}
            problem={problemAt('only')}
            onChange={(only) => onChange({ only })}
          />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={layer.beside}
            onChange={(event) => onChange({ beside: event.target.checked })}
          />
          On call beside the other layers, not instead of them
        </label>
        {problemAt('beside') && <Problem>{problemAt('beside') ?? ''}</Problem>}
      </div>
    </section>
  );
}

interface RotationProps {
  layer: LayerDraft;
  problem: string | undefined;
  onChange: (part: { rotation?: string; every?: string }) => void;
}

function Rotation({ layer, problem, onChange }: RotationProps) {
  const id = useId();
  const isOwn = layer.rotation === OWN;
  return (
    <div className="field">
      <label htmlFor={id}>A turn lasts</label>
      <span className="rotation">
        <select
          id={id}
          className="input"
          value={layer.rotation}
          aria-invalid={problem && !isOwn ? true : undefined}
          onChange={(event) =>
            onChange({ rotation: event.target.value, every: event.target.value === OWN ? '2w' : '' })
          }
        >
          {ROTATIONS.map((rotation) => (
            <option key={rotation} value={rotation}>
              {WORDS[rotation]}
            </option>
          ))}
          <option value={OWN}>another time</option>
        </select>
        {isOwn && (
          <input
            className="input"
            aria-label="How long: 12h, 3d, 2w or 2mo"
            placeholder="2w"
            value={layer.every}
            aria-invalid={problem ? true : undefined}
            onChange={(event) => onChange({ every: event.target.value })}
          />
        )}
      </span>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}

const WORDS: Record<string, string> = {
  hourly: 'an hour',
  daily: 'a day',
  weekly: 'a week',
  monthly: 'a month',
};

interface TurnsProps {
  name: string;
  turns: Turn[];
  people: Person[];
  problemAt: (place: number) => string | undefined;
  onChange: (turns: Turn[]) => void;
}

/** Who takes turns, in this order; each turn has one person, or several at once. */
function Turns({ name, turns, people, problemAt, onChange }: TurnsProps) {
  const put = (place: number, words: string[]) =>
    onChange(turns.map((one, at) => (at === place ? { ...one, people: words } : one)));
  return (
    <fieldset className="turns">
      <legend className="label">Turns, in this order</legend>
      <ol>
        {turns.map((one, place) => {
          const nth = `${name}, turn ${place + 1}`;
          const problem = problemAt(place);
          return (
            <li key={one.id}>
              <div className="turn">
                <span className="turn-place meta" aria-hidden="true">
                  {place + 1}
                </span>
                <span className="turn-people">
                  {one.people.map((word, seat) => (
                    <select
                      // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place, whoever sits there.
                      key={seat}
                      className="input"
                      aria-label={one.people.length > 1 ? `${nth}, person ${seat + 1}` : nth}
                      aria-invalid={problem ? true : undefined}
                      value={word}
                      onChange={(event) =>
                        put(
                          place,
                          one.people
                            .map((other, at) => (at === seat ? event.target.value : other))
                            .filter((other) => other !== NOBODY),
                        )
                      }
                    >
                      {word === '' && <option value="">Choose somebody</option>}
                      {word !== '' && !people.some((person) => person.word === word) && (
                        <option value={word}>{word}</option>
                      )}
                      {people.map((person) => (
                        <option key={person.id} value={person.word}>
                          {person.name}
                        </option>
                      ))}
                      {one.people.length > 1 && <option value={NOBODY}>Nobody else</option>}
                    </select>
                  ))}
                </span>
                <span className="turn-tools">
                  <Tool
                    icon="users"
                    words={`${nth}: one more at once`}
                    onPress={() => put(place, [...one.people, ''])}
                  />
                  <Tool
                    icon="up"
                    words={`${nth}: earlier`}
                    isOff={place === 0}
                    onPress={() => onChange(moved(turns, place, -1))}
                  />
                  <Tool
                    icon="down"
                    words={`${nth}: later`}
                    isOff={place === turns.length - 1}
                    onPress={() => onChange(moved(turns, place, 1))}
                  />
                  <Tool
                    icon="x"
                    words={`${nth}: take out`}
                    onPress={() => onChange(turns.filter((_, at) => at !== place))}
                  />
                </span>
              </div>
              {problem && <Problem>{problem}</Problem>}
            </li>
          );
        })}
      </ol>
      <button type="button" className="button" onClick={() => onChange([...turns, turn('')])}>
        <Icon name="plus" /> Add a turn<span className="unseen"> to {name}</span>
      </button>
    </fieldset>
  );
}

/** No person has such a word. */
const NOBODY = '-';

interface ToolProps {
  icon: 'up' | 'down' | 'x' | 'users';
  words: string;
  isOff?: boolean;
  onPress: () => void;
}

function Tool({ icon, words, isOff = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="button quiet only-icon"
      aria-label={words}
      title={words}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** A list, one on each line. */
export function Lines({ label, hint, value, problem, onChange }: LinesProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <textarea
        id={id}
        className="input"
        rows={2}
        value={value}
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}
