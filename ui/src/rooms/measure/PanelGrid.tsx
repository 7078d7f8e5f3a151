import type { Panel } from '../../api/types';
import { useZone } from '../../kit/now';
import { Failure, Waiting } from '../../kit/screens';
import { PanelCard } from './PanelCard';
import { usePanels } from './use-boards';
import type { Asked } from './use-measures';

/** Panels in their order: single figures side by side, the others over the whole width. */
export function PanelGrid({ panels }: { panels: Panel[] }) {
  return (
    <div className="panels">
      {panels.map((panel) => (
        <div key={`${panel.show} ${panel.about}`} className={panel.picture === 'figure' ? 'panel' : 'panel wide'}>
          <PanelCard panel={panel} />
        </div>
      ))}
    </div>
  );
}

/** Some panels of a board that is nobody's own. */
export function LoosePanels({ show, asked }: { show: string; asked: Asked }) {
  const { data, error, isPending, refetch } = usePanels(show, asked, useZone());
  if (isPending) return <Waiting rows={3} />;
  if (!data) {
    return (
      <Failure
        what="These figures could not be made. Alerts and pages go on."
        problem={error}
        onRetry={() => void refetch()}
      />
    );
  }
  return <PanelGrid panels={data.panels} />;
}
