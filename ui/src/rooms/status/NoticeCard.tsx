import { useState } from 'react';
import { Link } from 'wouter';
import type { Notice } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Icon } from '../../kit/icons';
import { Moment } from '../../kit/moments';
import { useSending } from '../../kit/use-sending';
import { withdraw } from './use-status';
import { COMPONENT_WORDS, isEnd, NOTICE_WORDS } from './wording';

/** One notice, all that was said in it, and what can be done with it. */
export function NoticeCard({ notice, onUpdate }: { notice: Notice; onUpdate: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const { subject } = notice;
  return (
    <section className="card notice-card" aria-labelledby={`n-${notice.id}`}>
      <div className="card-head">
        <h2 id={`n-${notice.id}`}>{subject.title}</h2>
        <span className="meta">
          {notice.kind}, {notice.visibility === 'public' ? 'read by everybody' : 'only for those signed in'}
          {notice.withdrawn && ', withdrawn'}
        </span>
      </div>
      {subject.incident && (
        <p className="meta">
          About <Link href={`/i/${subject.incident.id}`}>INC-{subject.incident.number}</Link> {subject.incident.title}{' '}
          (this is not shown outside)
        </p>
      )}
      <ol className="notice-posts">
        {notice.posts.map((post) => (
          <li key={post.at + post.state}>
            <p>
              <b>{NOTICE_WORDS[post.state]}</b>{' '}
              <span className="meta">
                <Moment at={post.at} />, {post.by.name}
              </span>
            </p>
            <p className="said-text">{post.text}</p>
            {post.affected.length > 0 && (
              <p className="meta">
                {post.affected.map((one) => `${one.service.name}: ${COMPONENT_WORDS[one.state]}`).join(', ')}
              </p>
            )}
          </li>
        ))}
      </ol>
      {!notice.withdrawn && (
        <div className="actions">
          {!isEnd(notice.state) && (
            <button type="button" className="button" onClick={onUpdate}>
              Update…
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => setAsking(true)}>
            Withdraw…
          </button>
        </div>
      )}
      {isAsking && <Withdrawing notice={notice} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Withdrawing({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { send, problem, isBusy } = useSending();
  const confirm = async () => {
    if (await send((key) => withdraw(notice.id, key))) onClose();
  };
  return (
    <Dialog title="Withdraw the notice?" onClose={onClose}>
      <p>
        “{notice.subject.title}” disappears from every status page and its feed, with all its updates. Whoever has read
        it or keeps a copy of the feed still has it. The log keeps that it was published. It cannot be brought back.
      </p>
      <p>If the fault is over, end it with an update instead.</p>
      {problem && (
        <div className="banner" role="alert">
          <Icon name="alert" />
          <p>
            <b>It may still be there.</b> {problem}
          </p>
        </div>
      )}
      <div className="actions">
        <button type="button" className="button primary" disabled={isBusy} onClick={() => void confirm()}>
          {isBusy ? 'Withdrawing' : 'Withdraw it'}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={onClose}>
          Keep it
        </button>
      </div>
    </Dialog>
  );
}
