import type { PostWish, ServiceOnPage, Visibility } from '../../api/types';
import { Icon } from '../../kit/icons';
import { useZone } from '../../kit/now';
import { fullClock } from '../../kit/time';
import { AUDIENCE, COMPONENT_WORDS, NOTICE_WORDS } from './wording';

interface PreviewProps {
  title: string;
  post: PostWish;
  visibility: Visibility;
  shown: ServiceOnPage[];
  problem: string | null;
  isBusy: boolean;
  onBack: () => void;
  onConfirm: () => void;
}

/** All that will be read, and by whom, before it can be. */
export function Preview({ title, post, visibility, shown, problem, isBusy, onBack, onConfirm }: PreviewProps) {
  const zone = useZone();
  const names = new Map(shown.map(({ service, component }) => [service.id, component?.name]));
  const isPublic = visibility === 'public';
  return (
    <div className="stack">
      <div className="banner" role="status">
        <Icon name={isPublic ? 'alert' : 'users'} />
        <p>
          <b>{isPublic ? 'For everybody.' : 'For those who are signed in.'}</b> {AUDIENCE[visibility]}
        </p>
      </div>
      <section className="card notice-preview" aria-label="As it will be read">
        <h3>{title}</h3>
        <p>
          <b>{NOTICE_WORDS[post.state as keyof typeof NOTICE_WORDS]}</b>
        </p>
        <p className="said-text">{post.text}</p>
        {post.planned && (
          <p className="meta">
            Planned for {fullClock(Date.parse(post.planned.from ?? ''), zone, 0)} to{' '}
            {fullClock(Date.parse(post.planned.until ?? ''), zone, 0)}
          </p>
        )}
        <p className="meta">
          {(post.affected ?? [])
            .filter((one) => names.get(one.service ?? ''))
            .map(
              (one) => `${names.get(one.service ?? '')}: ${COMPONENT_WORDS[one.state as keyof typeof COMPONENT_WORDS]}`,
            )
            .join(', ')}
        </p>
      </section>
      {problem && (
        <div className="banner" role="alert">
          <Icon name="alert" />
          <p>
            <b>Whether it was published is not certain, or it was refused.</b> {problem}
          </p>
        </div>
      )}
      <div className="actions">
        <button type="button" className="button primary" disabled={isBusy} onClick={onConfirm}>
          {isBusy ? 'Publishing' : isPublic ? 'Publish to everybody' : 'Publish to those signed in'}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={onBack}>
          Back
        </button>
      </div>
    </div>
  );
}
