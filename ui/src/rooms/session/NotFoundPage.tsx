import { Link } from 'wouter';
import { Empty, useTitle } from '../../kit/screens';

export function NotFoundPage() {
  useTitle('Not found');
  return (
    <div className="screen">
      <h1 className="unseen">Not found</h1>
      <Empty
        icon="alert"
        title="There is nothing here"
        action={
          <Link className="button" href="/">
            To the inbox
          </Link>
        }
      >
        The address may be mistyped, or from a newer version of Larum.
      </Empty>
    </div>
  );
}
