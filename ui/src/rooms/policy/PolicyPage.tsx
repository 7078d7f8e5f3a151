import { useState } from 'react';
import { Link } from 'wouter';
import { Empty, Failure, useTitle, Waiting } from '../../kit/screens';
import { Editor } from './Editor';
import './policy.css';
import { usePolicies, useTargets } from './use-policies';

/** One policy, or a new one where there is no word. */
export default function PolicyPage({ word }: { word: string | null }) {
  useTitle(word ? `Policy ${word}` : 'New policy');
  const { data, error, refetch } = usePolicies();
  const { data: known } = useTargets();
  const [opened, setOpened] = useState(0);
  const policy = word ? data?.find((one) => one.word === word) : null;
  if (data && known && policy !== undefined) {
    return <Editor key={opened} policy={policy} known={known} onReload={() => setOpened((count) => count + 1)} />;
  }
  return (
    <div className="screen">
      <h1 className="unseen">Policy</h1>
      {!error && !(data && policy === undefined) && <Waiting rows={8} />}
      {error && !data && (
        <Failure what="The policy could not be loaded." problem={error} onRetry={() => void refetch()} />
      )}
      {data && policy === undefined && (
        <Empty
          icon="steps"
          title="No such policy"
          action={
            <Link className="button" href="/policies">
              To the policies
            </Link>
          }
        >
          It may have been taken away. Incidents that began with it keep it.
        </Empty>
      )}
    </div>
  );
}
