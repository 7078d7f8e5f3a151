import { type FormEvent, useState } from 'react';
import type { ServiceOnPage } from '../../api/types';
import { Dialog } from '../../kit/dialog';
import { Field } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Empty, Failure, Waiting } from '../../kit/screens';
import { useSending } from '../../kit/use-sending';
import { hide, show, useComponents } from './use-status';
import { COMPONENT_WORDS } from './wording';

/** Which services the page shows, and under which names; nothing is shown until somebody shows it. */
export function Components({ mayChoose }: { mayChoose: boolean }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useComponents(false);
  const [chosen, setChosen] = useState<ServiceOnPage | null>(null);
  if (isPending) return <Waiting />;
  if (error && !data) {
    return <Failure what="The components could not be loaded." problem={error} onRetry={() => void refetch()} />;
  }
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  if (entries.length === 0) return <Empty icon="steps" title="No services in the catalogue yet" />;
  return (
    <>
      <table className="table cards components">
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Read outside as</th>
            <th scope="col">Now</th>
            <th scope="col" className="num">
              Place
            </th>
            {mayChoose && (
              <th scope="col">
                <span className="unseen">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.service.id} entry={entry} onChoose={mayChoose ? () => setChosen(entry) : undefined} />
          ))}
        </tbody>
      </table>
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
      {chosen && <Showing entry={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function Row({ entry, onChoose }: { entry: ServiceOnPage; onChoose?: (() => void) | undefined }) {
  const { service, component } = entry;
  const shown = component?.shown ? component : null;
  return (
    <tr>
      <td>
        <b>{service.name}</b> <span className="meta">{service.word}</span>
      </td>
      <td data-label="outside">
        {shown ? (
          <>
            {shown.name} {shown.group && <span className="meta">in {shown.group}</span>}
          </>
        ) : (
          <span className="meta">not shown</span>
        )}
      </td>
      <td data-label={shown ? 'now' : undefined}>{shown ? COMPONENT_WORDS[shown.state] : ''}</td>
      <td className="num" data-label={shown ? 'place' : undefined}>
        {shown?.place ?? ''}
      </td>
      {onChoose && (
        <td>
          <button
            type="button"
            className="button quiet"
            aria-label={`${shown ? 'Change' : 'Show'} ${service.name}`}
            onClick={onChoose}
          >
            {shown ? 'Change…' : 'Show…'}
          </button>
        </td>
      )}
    </tr>
  );
}

function Showing({ entry, onClose }: { entry: ServiceOnPage; onClose: () => void }) {
  const { service, component } = entry;
  const { send, renew, problem, isBusy } = useSending();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const shown = { name: text('name'), group: text('group'), place: Number(text('place')) };
    if (await send((key) => show(service.id, shown, key))) onClose();
  };
  const conceal = async () => {
    if (await send(() => hide(service.id))) onClose();
  };
  return (
    <Dialog title={component?.shown ? `Change ${service.name}` : `Show ${service.name}`} onClose={onClose}>
      <form className="stack tight" onSubmit={submit} onChange={renew}>
        <Field
          label="Public name"
          hint="Everybody reads it. Say what it is for them, not what it is called here."
          name="name"
          maxLength={100}
          required
          autoComplete="off"
          defaultValue={component?.name ?? ''}
        />
        <Field
          label="Group"
          hint="Stands above the components that share it. May be empty."
          name="group"
          maxLength={100}
          autoComplete="off"
          defaultValue={component?.group ?? ''}
        />
        <Field
          label="Place"
          hint="The smallest is first."
          name="place"
          type="number"
          min={0}
          max={9999}
          required
          defaultValue={component?.place ?? 100}
        />
        {problem && (
          <div className="banner" role="alert">
            <Icon name="alert" />
            <p>
              <b>It may not be saved.</b> {problem}
            </p>
          </div>
        )}
        <div className="actions">
          <button type="submit" className="button primary" disabled={isBusy}>
            {isBusy ? 'Saving' : 'Show it to everybody'}
          </button>
          {component?.shown && (
            <button type="button" className="button" disabled={isBusy} onClick={() => void conceal()}>
              Hide it
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
