import type { ReactNode } from 'react';
import { Icon } from '../../kit/icons';

interface DoorProps {
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** The screen of somebody who is not in yet: one column, one thing to do. */
export function Door({ title, lead, children }: DoorProps) {
  return (
    <main className="door">
      <p className="door-brand">
        <Icon name="bell" /> Larum
      </p>
      <div className="door-card">
        <h1>{title}</h1>
        {lead && <p className="door-lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
