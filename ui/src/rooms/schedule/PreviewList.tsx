import type { Duty, OverrideWish } from '../../api/types';
import { Problem } from '../../kit/field';
import { Face } from '../../kit/marks';
import { useNow } from '../../kit/now';
import { useMe } from '../session/use-session';
import { spanWords } from './plan';
import { usePreview } from './use-duty';

/** Who would be on call around an override, as the server works it out. */
export function PreviewList({ word, wish, zone }: { word: string; wish: OverrideWish | null; zone: string }) {
  const { data, error } = usePreview(word, wish);
  if (!wish) return null;
  if (error) return <Problem>{error.message}</Problem>;
  if (!data) return <p className="meta">Looking who would be on call</p>;
  return (
    <section className="preview-shifts" aria-label="As it would be">
      <h3>As it would be</h3>
      <ul>
        {data.items.map((duty) => (
          <Line key={`${duty.person.id} ${duty.layer} ${duty.from}`} duty={duty} plan={data} zone={zone} />
        ))}
      </ul>
      {data.gaps.length > 0 && <p className="meta">Nobody is on call in a part of this time.</p>}
    </section>
  );
}

function Line({ duty, plan, zone }: { duty: Duty; plan: { from: string; until: string }; zone: string }) {
  const me = useMe();
  const now = useNow();
  return (
    <li>
      <span className="person">
        <Face name={duty.person.name} isMe={duty.person.id === me.id} /> {duty.person.name}
        {duty.override && <span className="meta"> override</span>}
      </span>
      <span className="meta">
        {spanWords(Date.parse(duty.from ?? plan.from), Date.parse(duty.until ?? plan.until), zone, now)}
      </span>
    </li>
  );
}
