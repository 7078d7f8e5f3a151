import { useState } from 'react';
import type { Review, ReviewAction } from '../../api/types';
import { Icon } from '../../kit/icons';
import { ActionForm } from './ActionForm';
import { ActionTable } from './ActionTable';

/** What is to be done so that it does not happen again. */
export function ActionsCard({ review }: { review: Review }) {
  const [edited, setEdited] = useState<ReviewAction | 'new' | null>(null);
  return (
    <section className="card" aria-labelledby="actions-heading">
      <div className="card-head">
        <h2 id="actions-heading">Actions</h2>
        <span className="meta">each with an owner and a day</span>
      </div>
      {review.actions.length > 0 && <ActionTable actions={review.actions} onOpen={setEdited} />}
      <button type="button" className="button" onClick={() => setEdited('new')}>
        <Icon name="plus" /> Add action
      </button>
      {edited && (
        <ActionForm
          review={review.about.id}
          action={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}
