import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { Incident, IncidentContext } from '../../api/types';
import { WebLink } from '../../kit/marks';
import { Clock } from '../../kit/moments';
import { useSecond } from '../../kit/now';
import { Failure, Waiting } from '../../kit/screens';
import { span } from '../../kit/time';
import { ChangeList } from '../catalogue/ChangeList';
import { Neighbours } from '../catalogue/Neighbours';
import { addressOf, amount, people } from '../catalogue/wording';
import { shortAddress } from './InboxPreview';
import { lostBy } from './impact';
import { useContextOf } from './use-context';

type Part<N extends keyof IncidentContext> = NonNullable<IncidentContext[N]>;

/** What stands around an incident. It comes after everything else, and nothing waits for it. */
export function Context({ incident }: { incident: Incident }) {
  const { data, dataUpdatedAt, error, refetch } = useContextOf(incident);
  if (!data) {
    return error ? (
      <Failure what="What stands around it could not be loaded." problem={error} onRetry={() => void refetch()} />
    ) : (
      <section className="card context-waiting" aria-label="Around it">
        <Waiting rows={8} />
      </section>
    );
  }
  return (
    <>
      {data.impact && <Impact impact={data.impact} readAt={dataUpdatedAt} />}
      {data.guide && <Guide guide={data.guide} />}
      {data.changes && <Changes changes={data.changes} began={data.impact?.since ?? incident.openedAt} />}
      {data.known && <Known known={data.known} />}
      {data.similar && <Similar similar={data.similar} incident={incident} />}
      {data.related && (
        <Card title="Related services">
          <div className="stack">
            <Neighbours title="Needs" none="It needs no other service." found={data.related.needs} />
            <Neighbours title="Needed by" none="No other service needs it." found={data.related.neededBy} />
          </div>
        </Card>
      )}
      {data.missing.length > 0 && <Missing missing={data.missing} onRetry={() => void refetch()} />}
    </>
  );
}

function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {aside && <span className="meta">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

function Impact({ impact, readAt }: { impact: Part<'impact'>; readAt: number }) {
  const { users, revenue, processes, services, until } = impact;
  if (!users && !revenue && processes.length === 0) {
    return (
      <Card title="Impact">
        <p className="meta">Nobody wrote down what is lost while {services[0]?.name ?? 'this service'} is down.</p>
      </Card>
    );
  }
  return (
    <Card title="Impact" aside={until ? 'over' : undefined}>
      {revenue && <Lost impact={impact} readAt={readAt} />}
      <dl className="facts">
        {users && (
          <>
            <dt>Users</dt>
            <dd>
              {people(users.count)}
              {services.length > 1 && <span className="meta"> of {users.of.name}</span>}
            </dd>
          </>
        )}
        {processes.length > 0 && (
          <>
            <dt>Stops</dt>
            <dd>{processes.join(', ')}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}

/** The one figure of the panel; it counts up while the incident goes on. */
function Lost({ impact, readAt }: { impact: Part<'impact'>; readAt: number }) {
  const now = useSecond();
  const lost = lostBy(impact, now - readAt);
  if (lost === null || !impact.revenue) return null;
  const lasted = impact.seconds * 1000 + (impact.until ? 0 : Math.max(0, now - readAt));
  return (
    <p className="lost">
      <span className="figure">{amount(Math.floor(lost))}</span>
      <span className="meta">
        lost{impact.until ? '' : ' so far'} in {span(lasted)}, {amount(impact.revenue.perMinute)} a minute
        {impact.services.length > 1 && ` of ${impact.revenue.of.name}`}
      </span>
    </p>
  );
}

function Guide({ guide }: { guide: Part<'guide'> }) {
  const books = guide.books.filter(({ runbook, links }) => runbook || links.length > 0);
  if (books.length === 0) return null;
  return (
    <Card title="Runbook">
      <ul className="plain stack tight">
        {books.map(({ service, runbook, links }) => (
          <li key={service.id}>
            {books.length > 1 && <span className="meta">{service.name}</span>}
            {runbook && (
              <p className="breaks">
                <WebLink href={runbook}>{shortAddress(runbook)}</WebLink>
              </p>
            )}
            {links.length > 0 && (
              <p className="bar">
                {links.map(({ href, text }) => (
                  <WebLink key={`${href} ${text}`} href={href}>
                    {text || shortAddress(href)}
                  </WebLink>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Changes({ changes, began }: { changes: Part<'changes'>; began: string }) {
  return (
    <Card title="Changes" aside="since a day before">
      {changes.items.length === 0 ? (
        <p className="meta">None was told, here or in what it needs.</p>
      ) : (
        <ChangeList changes={changes.items} began={began} />
      )}
      {changes.more && <p className="meta">There are more; these are the newest.</p>}
    </Card>
  );
}

/** What was learned when it happened before. */
function Known({ known }: { known: Part<'known'> }) {
  if (known.length === 0) return null;
  return (
    <Card title="Happened before">
      <ul className="plain stack tight">
        {known.map((one) => (
          <li key={one.postmortem}>
            <p>
              <Link href={`/i/${one.incident}/postmortem`}>
                INC-{one.number} {one.title}
              </Link>
            </p>
            <p className="breaks">
              <b>Known solution:</b> {one.solution}
            </p>
            {one.runbook && (
              <p className="breaks">
                <WebLink href={one.runbook}>{shortAddress(one.runbook)}</WebLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Similar({ similar, incident }: { similar: Part<'similar'>; incident: Incident }) {
  if (similar.length === 0) return null;
  const isOver = incident.resolvedAt !== null;
  return (
    <Card title="Like this one">
      <ul className="plain stack tight">
        {similar.map((one) => (
          <li key={one.id}>
            <p>
              <Link href={`/i/${one.id}`}>
                INC-{one.number} {one.title}
              </Link>
            </p>
            <p className="meta">
              {one.ended ? (
                <>
                  <Clock at={one.ended.at} />, resolved
                  {one.ended.by && ` by ${one.ended.by.name}`} after {span(one.ended.afterSeconds * 1000)}.
                </>
              ) : (
                'Open now.'
              )}{' '}
              {one.because.join(' ')}
            </p>
            {one.ended?.lastNote && <p className="last-note breaks">{one.ended.lastNote}</p>}
            {one.mayBeOne && !isOver && (
              <p className="meta">
                <b>The two may be one fault.</b> If they are, merge them under More.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const PARTS: Record<string, string> = {
  impact: 'Impact',
  related: 'Related services',
  changes: 'Changes',
  similar: 'Like this one',
  guide: 'Runbook',
};

function Missing({ missing, onRetry }: { missing: IncidentContext['missing']; onRetry: () => void }) {
  return (
    <Card title="Not here">
      <ul className="plain stack tight">
        {missing.map(({ part, reason }) => (
          <li key={part}>
            <b>{PARTS[part] ?? part}.</b> <span className="meta">{reason}</span>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          Look again
        </button>
      </p>
    </Card>
  );
}

/** `likely root payments-db` in the head of the page. */
export function LikelyRoot({ incident }: { incident: Incident }) {
  const { root, service } = incident;
  if (!root || root.id === service.id) return null;
  return (
    <span>
      likely root <Link href={addressOf(root)}>{root.name}</Link>
    </span>
  );
}
