import { useState } from 'react';
import type { Review } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Clock } from '../../kit/moments';
import { Failure, Waiting } from '../../kit/screens';
import { useVersions } from './use-postmortem';

/** Every text there was, the newest first. */
export function Versions({ review, onClose }: { review: Review; onClose: () => void }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useVersions(review);
  const [shown, setShown] = useState<number | null>(null);
  const versions = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Dialog title="Versions" onClose={onClose}>
      {error && !data && (
        <Failure what="The versions could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Waiting rows={3} />}
      <ol className="plain versions">
        {versions.map(({ version, title, text, at, by }) => (
          <li key={version}>
            <button
              type="button"
              className="button quiet"
              aria-expanded={shown === version}
              onClick={() => setShown(shown === version ? null : version)}
            >
              Version {version}, {by.name}, <Clock at={at} />
            </button>
            {shown === version && (
              <>
                <b className="breaks">{title}</b>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, also for those without a mouse */}
                <pre tabIndex={0}>{text}</pre>
              </>
            )}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="button quiet more"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading' : 'Load more'}
        </button>
      )}
    </Dialog>
  );
}
