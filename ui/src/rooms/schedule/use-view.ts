import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useZone } from '../../kit/now';
import { isZone } from '../../kit/time';
import { type View, viewOf } from './view';

/** What is looked at, in the address: it can be sent to somebody, and a reload keeps it. */
export function useView() {
  const own = useZone();
  const [opened] = useState(() => Date.now());
  const [search, setSearch] = useSearchParams();
  const asked = search.get('zone');
  const zone = asked && isZone(asked) ? asked : own;
  const put = (fields: Record<string, string | null>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(fields)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return {
    zone,
    opened,
    view: viewOf(search.get('view'), search.get('day'), zone, opened),
    look: ({ length, day }: View) => put({ view: length, day }),
    today: () => put({ day: null }),
    setZone: (next: string) => put({ zone: next === own ? null : next }),
  };
}

export type Looking = ReturnType<typeof useView>;
