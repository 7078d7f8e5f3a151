import { useSearchParams } from 'wouter';
import { useTitle } from '../../kit/screens';
import { BoardEditor, Loaded } from './BoardEditor';
import { draftOf, EMPTY } from './draft';

/** Makes a board: empty, or after another one. */
export default function NewBoardPage() {
  useTitle('Make a board');
  const [search] = useSearchParams();
  const from = search.get('from');
  if (!from) return <BoardEditor word={null} begin={EMPTY} />;
  return <Loaded word={from}>{(board) => <BoardEditor word={null} begin={draftOf(board)} />}</Loaded>;
}
