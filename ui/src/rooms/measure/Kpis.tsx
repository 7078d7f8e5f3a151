import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Measures } from '../../api/types';
import { Spark } from './charts';
import { type Asked, listOf } from './use-measures';
import { count, curve, lasting, moved, noise, share } from './wording';

interface Props {
  measures: Measures;
  asked: Asked;
}

/** The figures that say how it goes; each opens its list. */
export function Kpis({ measures, asked }: Props) {
  const { figures: now, before, series } = measures;
  const incidents = (which: string) => listOf(asked, 'incidents', { which });
  const kept = now.answersPromised + now.repairsPromised - now.answersLate - now.repairsLate;
  return (
    <section className="kpis" aria-label="Figures of the period">
      <Kpi
        name="Incidents"
        href={incidents('all')}
        notes={[moved(now.incidents, before.incidents), now.between === null ? '' : `one each ${lasting(now.between)}`]}
        values={curve(series, (point) => point.incidents)}
      >
        {count(now.incidents)}
      </Kpi>
      <Kpi
        name="Time to answer"
        href={incidents('answered')}
        notes={[
          `p90 ${lasting(now.answer.p90)}, mean ${lasting(now.answer.mean)}`,
          moved(now.answer.p50, before.answer.p50),
        ]}
        values={curve(series, (point) => point.answerP50)}
      >
        {lasting(now.answer.p50)} <small>p50</small>
      </Kpi>
      <Kpi
        name="Time to repair"
        href={incidents('over')}
        notes={[
          `p90 ${lasting(now.repair.p90)}, mean ${lasting(now.repair.mean)}`,
          moved(now.repair.p50, before.repair.p50),
        ]}
        values={curve(series, (point) => point.repairP50)}
      >
        {lasting(now.repair.p50)} <small>p50</small>
      </Kpi>
      <Kpi
        name="Woken at night"
        href={listOf(asked, 'pages', { which: 'nights' })}
        notes={[`${lasting(now.sleepSeconds)} of sleep lost`, moved(now.nights, before.nights)]}
        values={curve(series, (point) => point.nights)}
      >
        {count(now.nights)} <small>{now.nights === 1 ? 'time' : 'times'}</small>
      </Kpi>
      <Kpi
        name="Acted on"
        href={incidents('idle')}
        notes={[`${count(now.useful)} of ${count(now.judged)} that told somebody and are over`, 'goal 95 %']}
      >
        {share(now.useful, now.judged)}
      </Kpi>
      <Kpi
        name="Noise taken away"
        href={incidents('told')}
        notes={[`${count(now.alerts)} alerts told of ${count(now.told)} incidents`, 'goal 80 %']}
        values={curve(series, (point) => point.alerts)}
      >
        {share(noise(now), now.alerts)}
      </Kpi>
      <Kpi
        name="Promises kept"
        href={incidents(now.answersLate > 0 ? 'answer_late' : 'repair_late')}
        notes={[`${count(now.answersLate)} answers and ${count(now.repairsLate)} repairs were late`]}
      >
        {share(kept, now.answersPromised + now.repairsPromised)}
      </Kpi>
      <Kpi
        name="Ended without a hand"
        href={incidents('handless')}
        notes={[
          `${count(now.handless)} of ${count(now.over)} that are over`,
          `${count(now.escalated)} went to the next step`,
        ]}
      >
        {share(now.handless, now.over)}
      </Kpi>
    </section>
  );
}

interface KpiProps {
  name: string;
  href: string;
  notes: string[];
  values?: (number | null)[];
  children: ReactNode;
}

function Kpi({ name, href, notes, values, children }: KpiProps) {
  return (
    <Link className="kpi" href={href}>
      <span className="meta">{name}</span>
      <span className="figure">{children}</span>
      <span className="meta">{notes.filter(Boolean).join(', ')}</span>
      {values && values.length > 1 && <Spark values={values} />}
    </Link>
  );
}
