import { useState } from 'react';
import { Link } from 'wouter';
import type { Entry, Incident, Review } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { SeverityMark } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { useIncident, useTimeline } from '../incident/use-incident';
import { nameOf, standingOf } from '../incident/wording';
import { ActionsCard } from './ActionsCard';
import { Before } from './Before';
import { Editor } from './Editor';
import { Figures } from './Figures';
import { Learned } from './Learned';
import { LogCard } from './LogCard';
import { PublishForm } from './PublishForm';
import './postmortem.css';
import { ReviewText } from './ReviewText';
import { referenced } from './references';
import { act, askFor, useReview } from './use-postmortem';
import { useWriters } from './use-writers';
import { useWriting } from './use-writing';
import { Versions } from './Versions';
import { CAUSE, standing } from './wording';

/** What is learned from one incident: the log on one side, the text that points into it on the other. */
export default function PostmortemPage({ id }: { id: string }) {
  const { data: incident, error, refetch } = useIncident(id);
  const review = useReview(id);
  useTitle(incident ? `Review of ${nameOf(incident)}` : 'Review');
  const problem = error ?? review.error;
  if (problem && (!incident || review.data === undefined)) {
    const again = () => void Promise.all([refetch(), review.refetch()]);
    return (
      <div className="screen">
        <h1 className="unseen">Review</h1>
        <Failure what="The review could not be loaded." problem={problem} onRetry={again} />
      </div>
    );
  }
  if (!incident || review.data === undefined) {
    return (
      <div className="screen">
        <h1 className="unseen">Review</h1>
        <Waiting rows={8} />
      </div>
    );
  }
  return review.data ? <Loaded incident={incident} review={review.data} /> : <None incident={incident} />;
}

function None({ incident }: { incident: Incident }) {
  const { send, problem, isBusy } = useSending();
  return (
    <div className="screen">
      <p className="bar">
        <Link className="mono tap" href={`/i/${incident.id}`}>
          {nameOf(incident)}
        </Link>
      </p>
      <h1 className="unseen">Review of {nameOf(incident)}</h1>
      <Empty
        icon="book"
        title="Not reviewed"
        action={
          <button
            type="button"
            className="button primary"
            disabled={isBusy}
            onClick={() => void send(async (key) => void (await askFor(incident.id, key)))}
          >
            {isBusy ? 'Drafting' : 'Draft it from the timeline'}
          </button>
        }
      >
        Critical and major incidents, and those that took longer than promised, are drafted by themselves when they are
        resolved. This one is none of them, or not over.
      </Empty>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}

function Loaded({ incident, review }: { incident: Incident; review: Review }) {
  const { data: entries } = useTimeline(incident.id);
  const { about } = review;
  const mayWrite = about.state === 'draft' || about.state === 'review';
  const writing = useWriting(review, mayWrite);
  const others = useWriters(about.id, writing.mine !== null);
  const text = writing.mine?.text ?? review.text;
  const events = new Map<number, Entry>((entries ?? []).map((entry) => [entry.index, entry]));
  return (
    <div className="screen review">
      <Header incident={incident} review={review} isWriting={writing.mine !== null} onWrite={writing.begin} />
      <div className="columns review-columns">
        {entries ? (
          <LogCard entries={entries} used={referenced(text)} onInsert={mayWrite ? writing.insert : null} />
        ) : (
          <Waiting rows={6} />
        )}
        <div className="stack">
          <Figures incident={incident} />
          {others.length > 0 && (
            <p className="meta writers" role="status">
              <Icon name="note" small /> {others.map((other) => other.person.name).join(', ')}{' '}
              {others.length === 1 ? 'is' : 'are'} writing now. Whoever saves second is shown what the first wrote.
            </p>
          )}
          {writing.isBack && (
            <p className="card" role="status">
              This is what you wrote and did not save. Save it, or press Cancel to throw it away.
            </p>
          )}
          {writing.isBehind && <Behind review={review} incident={incident} events={events} writing={writing} />}
          <article aria-label="Review" className="review-text">
            {writing.mine ? (
              <Editor
                title={writing.mine.title}
                text={writing.mine.text}
                field={writing.field}
                cursor={writing.cursor}
                problem={writing.problem}
                isBusy={writing.isBusy}
                onTitle={(title) => writing.change({ title })}
                onText={(words) => writing.change({ text: words })}
                onChange={writing.put}
                onSave={() => void writing.save()}
                onCancel={writing.stop}
              />
            ) : about.state === 'asked' ? (
              <p className="meta">Larum drafts it from the timeline; that takes a few seconds.</p>
            ) : (
              <ReviewText text={review.text} incident={incident.id} events={events} />
            )}
          </article>
          {writing.mine && (
            <details className="card reading" open>
              <summary>How it reads</summary>
              <ReviewText text={text} incident={incident.id} events={events} />
            </details>
          )}
          <ActionsCard review={review} />
          {review.learned && <Learned learned={review.learned} />}
          <Before incident={incident} />
        </div>
      </div>
    </div>
  );
}

interface BehindProps {
  review: Review;
  incident: Incident;
  events: Map<number, Entry>;
  writing: ReturnType<typeof useWriting>;
}

/** Somebody else has saved: theirs stands here beside what is not saved yet. */
function Behind({ review, incident, events, writing }: BehindProps) {
  const { version, writtenBy, title } = review.about;
  const [isRead, setRead] = useState(false);
  return (
    <section className="card behind" role="status" aria-label="Written meanwhile">
      <p>
        <b>
          {writtenBy?.name ?? 'Somebody'} wrote version {version} while you were writing.
        </b>{' '}
        Nothing is lost: yours is still below. Bring both together, then save.
      </p>
      <details onToggle={() => setRead(true)}>
        <summary>Read version {version}</summary>
        <h2>{title}</h2>
        <ReviewText text={review.text} incident={incident.id} events={events} />
      </details>
      <button
        type="button"
        className="button"
        disabled={!isRead || writing.isBusy}
        onClick={() => void writing.save(version)}
      >
        Save mine as version {version + 1}
      </button>
    </section>
  );
}

interface HeaderProps {
  incident: Incident;
  review: Review;
  isWriting: boolean;
  onWrite: () => void;
}

function Header({ incident, review, isWriting, onWrite }: HeaderProps) {
  const { about } = review;
  const { send, problem, isBusy } = useSending();
  const [sheet, setSheet] = useState<'publish' | 'versions' | null>(null);
  const { word, icon } = standing(about);
  const mayWrite = about.state === 'draft' || about.state === 'review';
  const turn = (what: string) => void send(async (key) => void (await act(about.id, what, undefined, key)));
  return (
    <header className="page-head">
      <div>
        <p className="bar">
          <Link className="mono tap" href={`/i/${incident.id}`}>
            {nameOf(incident)}
          </Link>
          <SeverityMark rank={about.severity} standing={standingOf(incident)} />
          <span className="chip">
            <Icon name={icon} small /> {word}
          </span>
        </p>
        <h1>{about.title}</h1>
        <p className="meta">
          Drafted because: {CAUSE[about.cause]}.{' '}
          {about.writtenBy && about.writtenAt && (
            <>
              Version {about.version} by {about.writtenBy.name}, <Clock at={about.writtenAt} />
            </>
          )}
        </p>
        {problem && <Problem>{problem}</Problem>}
      </div>
      <div className="actions">
        <button type="button" className="button quiet" onClick={() => setSheet('versions')}>
          Versions
        </button>
        <a className="button quiet" href={`/api/postmortems/${about.id}/export.md`} download>
          Markdown
        </a>
        <a className="button quiet" href={`/api/postmortems/${about.id}/export.pdf`} download>
          PDF
        </a>
        {about.state === 'draft' && (
          <button type="button" className="button" disabled={isBusy || isWriting} onClick={() => turn('review')}>
            Ask for review
          </button>
        )}
        {about.state === 'published' && (
          <button type="button" className="button" disabled={isBusy} onClick={() => turn('reopen')}>
            Reopen
          </button>
        )}
        {mayWrite && !isWriting && (
          <button type="button" className="button" onClick={onWrite}>
            <Icon name="note" /> Write
          </button>
        )}
        {mayWrite && (
          <button type="button" className="button primary" disabled={isWriting} onClick={() => setSheet('publish')}>
            Publish…
          </button>
        )}
      </div>
      {sheet === 'publish' && <PublishForm review={review} onClose={() => setSheet(null)} />}
      {sheet === 'versions' && <Versions review={review} onClose={() => setSheet(null)} />}
    </header>
  );
}
