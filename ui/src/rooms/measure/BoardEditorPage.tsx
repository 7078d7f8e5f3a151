import { useTitle } from '../../kit/screens';
import { BoardEditor, Loaded } from './BoardEditor';
import { draftOf } from './draft';

export default function BoardEditorPage({ word }: { word: string }) {
  useTitle('Edit a board');
  return <Loaded word={word}>{(board) => <BoardEditor word={word} begin={draftOf(board)} />}</Loaded>;
}
