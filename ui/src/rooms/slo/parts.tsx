import type { Slo } from '../../api/types';
import { leftOf, POLICIES } from './wording';

/** How much of the budget is left; the number says it, the bar shows it. */
export function Left({ slo: { left, policyShare } }: { slo: Slo }) {
  const wide = 100 * Math.min(1, Math.max(0, left ?? 0));
  const style = { '--left': wide, '--wanted': 100 * policyShare } as React.CSSProperties;
  return (
    <span className="budget">
      <span className="budget-bar" style={style} aria-hidden="true" />
      <span className="budget-word">{leftOf(left)}</span>
    </span>
  );
}

/** What the policy asks for now, or when it will. */
export function Asked({ slo: { asks, policy, policyShare, missing } }: { slo: Slo }) {
  if (missing) return <span className="meta">{missing}</span>;
  if (asks) return <b>{asks}</b>;
  return (
    <span className="meta">
      {POLICIES[policy]} under {100 * policyShare} %
    </span>
  );
}
