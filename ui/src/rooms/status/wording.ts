import type { ComponentState, Notice, NoticeKind, NoticeState, Visibility } from '../../api/types';

/** The same words as outside, so that whoever publishes knows what is read. */
export const COMPONENT_WORDS: Record<ComponentState, string> = {
  operational: 'Working',
  under_maintenance: 'Under maintenance',
  degraded: 'Degraded',
  partial_outage: 'Partly failing',
  major_outage: 'Failing',
};

export const NOTICE_WORDS: Record<NoticeState, string> = {
  investigating: 'Looking into it',
  identified: 'Cause found',
  monitoring: 'Watching',
  resolved: 'Solved',
  scheduled: 'Planned',
  in_progress: 'Under way',
  completed: 'Done',
};

/** What can be said of each kind, in the order in which it usually goes. */
export const STATES: Record<NoticeKind, NoticeState[]> = {
  incident: ['investigating', 'identified', 'monitoring', 'resolved'],
  maintenance: ['scheduled', 'in_progress', 'completed'],
};

export const AUDIENCE: Record<Visibility, string> = {
  public: 'Everybody who opens the public status page or follows its feed reads this, without signing in.',
  private: 'Only people who are signed in to Larum read this. It is not on the public page.',
};

export const isEnd = (state: NoticeState) => state === 'resolved' || state === 'completed';

/** An end says that everything works again, unless somebody says otherwise. */
export function affectedAt(state: NoticeState, affected: ReadonlyMap<string, ComponentState>) {
  return [...affected].map(([service, component]) => ({
    service,
    state: isEnd(state) ? ('operational' as const) : component,
  }));
}

/** What a notice says of the services now. */
export function affectedOf(notice: Notice): Map<string, ComponentState> {
  const last = notice.posts[0];
  return new Map(last ? last.affected.map(({ service, state }) => [service.id, state]) : []);
}
