import type { ReportPlan, ReportRun } from '../../api/types';
import { Problem } from '../../kit/field';
import { Clock } from '../../kit/moments';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import './report.css';
import { runReport, useReports, useRuns } from './use-reports';
import { days, progress, size } from './wording';

/** What is told of every day, week and month: when it comes, made now, and all that was made. */
export default function ReportsPage() {
  useTitle('Reports');
  const plans = useReports();
  const runs = useRuns();
  const made = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="screen reports">
      <div className="page-head">
        <div>
          <h1>Reports</h1>
          <p>What happened in a day, a week or a month, made by itself and sent by mail.</p>
        </div>
      </div>
      {plans.isPending && <Waiting rows={3} />}
      {plans.error && !plans.data && (
        <Failure
          what="The reports could not be loaded. They are made all the same."
          problem={plans.error}
          onRetry={() => void plans.refetch()}
        />
      )}
      {plans.data?.items.length === 0 && (
        <Empty icon="book" title="No report is described">
          Describe one under reports in the configuration: a schedule and who gets it are enough.
        </Empty>
      )}
      {plans.data && plans.data.items.length > 0 && (
        <ul className="stack report-list">
          {plans.data.items.map((plan) => (
            <PlanCard key={plan.report} plan={plan} />
          ))}
        </ul>
      )}
      {made.length > 0 && <Archive runs={made} />}
      {runs.hasNextPage && (
        <button type="button" className="button" onClick={() => void runs.fetchNextPage()}>
          Show older
        </button>
      )}
    </div>
  );
}

function PlanCard({ plan }: { plan: ReportPlan }) {
  const { send, renew, problem, isBusy } = useSending();
  const run = async (isMailed: boolean) => {
    renew();
    if (await send((key) => runReport(plan.report, isMailed, key))) say(`${plan.title} is being made.`);
  };
  return (
    <li className="card report-card">
      <h2>{plan.title}</h2>
      <p>
        {plan.schedule}, next <Clock at={plan.next} />; {plan.readers} {plan.readers === 1 ? 'reader' : 'readers'};{' '}
        {plan.formats.join(', ')}
      </p>
      <p className="meta">{plan.sections.join(', ')}</p>
      <div className="report-acts">
        <button type="button" className="button" disabled={isBusy} onClick={() => void run(false)}>
          Make it now<span className="unseen">{`: ${plan.title}`}</span>
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => void run(true)}>
          Make and send<span className="unseen">{`: ${plan.title}`}</span>
        </button>
      </div>
      {problem && <Problem>{problem}</Problem>}
    </li>
  );
}

function Archive({ runs }: { runs: ReportRun[] }) {
  return (
    <section aria-labelledby="report-archive">
      <h2 id="report-archive">Archive</h2>
      <ul className="stack report-runs">
        {runs.map((run) => (
          <li key={run.id} className="card report-run">
            <div>
              <b>{run.title}</b>
              <p>{days(run)}</p>
              <p className="meta" role={run.state === 'running' ? 'status' : undefined}>
                {progress(run)}
              </p>
              {run.readers.reasons.map((reason) => (
                <p key={reason} className="meta">
                  {reason}
                </p>
              ))}
            </div>
            {run.state === 'running' && (
              <progress value={run.files.length} max={run.formats.length} aria-label={`${run.title} is being made`} />
            )}
            <div className="report-files">
              {run.files.map((file) => (
                <a key={file.format} className="button" href={`/api/reports/runs/${run.id}/${file.format}`} download>
                  {`${file.format.toUpperCase()} ${size(file.size)}`}
                  <span className="unseen">{` of ${run.title}, ${days(run)}`}</span>
                </a>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
