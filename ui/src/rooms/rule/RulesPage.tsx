import { useEffect, useRef, useState } from 'react';
import type { Rule } from '../../api/types';
import { Icon } from '../../kit/icons';
import { Failure, useTitle, Waiting } from '../../kit/screens';
import { useMe } from '../session/use-session';
import { Held } from './Held';
import { RuleEditor } from './RuleEditor';
import { useRules } from './use-rules';
import { Windows } from './Windows';
import { gist, isKind, KIND_NAMES, KINDS, type RuleKind } from './wording';

const BESIDE = '(min-width: 72rem)';

type Shown = { what: 'held' } | { what: 'windows' } | { what: 'rule'; kind: RuleKind; word: string | null };

/** What wakes nobody, and why: the rules about noise, what they hold back now, and what a changed one would have done. */
export default function RulesPage() {
  useTitle('Rules');
  const { data, error, isPending, refetch } = useRules();
  const [shown, setShown] = useState<Shown>({ what: 'held' });
  const detail = useRef<HTMLDivElement>(null);
  const hasChosen = useRef(false);
  // Where the two stand below each other, what was chosen would open out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is what it waits for
  useEffect(() => {
    if (hasChosen.current && !window.matchMedia(BESIDE).matches) detail.current?.scrollIntoView();
    hasChosen.current = true;
  }, [shown]);
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="The rules could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  const rules = data?.items ?? [];
  const open =
    shown.what === 'rule' ? rules.find(({ kind, word }) => kind === shown.kind && word === shown.word) : null;
  const held = rules.reduce((sum, rule) => sum + rule.held, 0);
  return (
    <div className="screen">
      <div className="page-head">
        <div>
          <h1>Rules</h1>
          <p>What is held back wakes nobody, has a reason, and comes back when the reason ends.</p>
        </div>
        <NewRule onNew={(kind) => setShown({ what: 'rule', kind, word: null })} />
      </div>
      <div className="columns rules">
        <nav className="card flush" aria-label="Rules">
          <button
            type="button"
            className="rule"
            aria-current={shown.what === 'held' || undefined}
            onClick={() => setShown({ what: 'held' })}
          >
            <span>
              <b>Held back now</b>
              <span className="meta">Alerts that wake nobody at the moment</span>
            </span>
            <span className="figure-small">{held}</span>
          </button>
          <button
            type="button"
            className="rule"
            aria-current={shown.what === 'windows' || undefined}
            onClick={() => setShown({ what: 'windows' })}
          >
            <span>
              <b>Maintenance calendar</b>
              <span className="meta">The next 31 days</span>
            </span>
          </button>
          {KIND_NAMES.map((kind) => (
            <Group
              key={kind}
              kind={kind}
              rules={rules.filter((rule) => rule.kind === kind)}
              open={open ?? null}
              onOpen={(word) => setShown({ what: 'rule', kind, word })}
            />
          ))}
          {rules.length === 0 && <p className="meta rule-none">There is no rule yet. Every alert is told.</p>}
        </nav>
        <div className="stack" ref={detail}>
          {shown.what === 'held' && <Held />}
          {shown.what === 'windows' && <Windows />}
          {shown.what === 'rule' && (
            <RuleEditor
              key={`${shown.kind}/${shown.word ?? ''}`}
              kind={shown.kind}
              rule={open ?? null}
              onSaved={(word) => setShown({ what: 'rule', kind: shown.kind, word })}
              onRemoved={() => setShown({ what: 'held' })}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** Who is on call may silence; everything else is for administrators. */
function NewRule({ onNew }: { onNew: (kind: RuleKind) => void }) {
  const { administrator } = useMe();
  if (!administrator) {
    return (
      <button type="button" className="button" onClick={() => onNew('silences')}>
        New silence
      </button>
    );
  }
  return (
    <select
      className="input new-rule"
      aria-label="New rule"
      value=""
      onChange={(event) => isKind(event.target.value) && onNew(event.target.value)}
    >
      <option value="" disabled>
        New rule…
      </option>
      {KIND_NAMES.map((kind) => (
        <option key={kind} value={kind}>
          {KINDS[kind].one}
        </option>
      ))}
    </select>
  );
}

interface GroupProps {
  kind: RuleKind;
  rules: Rule[];
  open: Rule | null;
  onOpen: (word: string) => void;
}

function Group({ kind, rules, open, onOpen }: GroupProps) {
  if (rules.length === 0) return null;
  return (
    <section aria-label={KINDS[kind].many}>
      <h2 className="rule-kind">{KINDS[kind].many}</h2>
      {rules.map((rule) => (
        <button
          key={rule.word}
          type="button"
          className="rule"
          aria-current={(open?.kind === kind && open.word === rule.word) || undefined}
          onClick={() => onOpen(rule.word)}
        >
          <span>
            <b>{rule.word}</b>
            <span className="meta gist">{gist(rule)}</span>
          </span>
          <Mark rule={rule} />
        </button>
      ))}
    </section>
  );
}

function Mark({ rule }: { rule: Rule }) {
  if (rule.fault) {
    return (
      <span className="chip">
        <Icon name="alert" small /> fails
      </span>
    );
  }
  if (rule.state !== 'active') return <span className="meta">{rule.state}</span>;
  return rule.held > 0 ? <span className="figure-small">{rule.held}</span> : null;
}
