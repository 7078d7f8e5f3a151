import { Fragment, type ReactNode } from 'react';
import { WebLink } from './marks';

/** Draws what points at an event of the log, such as `[[event:4711|words]]`. */
export type Refer = (index: number, words: string | null) => ReactNode;

interface MarkdownProps {
  text: string;
  /** With it the text is a document: it has headings, and points at events. */
  refer?: Refer;
}

/** The part of Markdown that notes need. It becomes elements, never HTML: whatever else is written stays text. */
export function Markdown({ text, refer }: MarkdownProps) {
  return (
    <div className={refer ? 'prose document' : 'prose said'}>
      {blocksOf(text, refer !== undefined).map((block, position) => drawBlock(block, position, refer))}
    </div>
  );
}

export type Block = { kind: 'text' | 'code' | 'heading'; text: string } | { kind: 'list'; items: string[] };

const HEADING = /^#{1,6} +(.*)$/;
const ITEM = /^\s{0,3}(?:[-*+]|\d{1,3}[.)]) +(.*)$/;

/** Fenced code, lists, and everything else as paragraphs. */
export function blocksOf(text: string, isDocument = false): Block[] {
  const blocks: Block[] = [];
  let code: string[] | null = null;
  let isFresh = true;
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('```')) {
      if (code) blocks.push({ kind: 'code', text: code.join('\n') });
      code = code ? null : [];
      isFresh = true;
    } else if (code) code.push(line);
    else if (line.trim() === '') isFresh = true;
    else if (isDocument && HEADING.test(line)) {
      blocks.push({ kind: 'heading', text: line.replace(HEADING, '$1') });
      isFresh = true;
    } else {
      add(blocks, line, isFresh);
      isFresh = false;
    }
  }
  if (code) blocks.push({ kind: 'code', text: code.join('\n') });
  return blocks;
}

function add(blocks: Block[], line: string, isFresh: boolean): void {
  const last = isFresh ? undefined : blocks[blocks.length - 1];
  const item = ITEM.exec(line)?.[1];
  if (item !== undefined) {
    if (last?.kind === 'list') last.items.push(item);
    else blocks.push({ kind: 'list', items: [item] });
  } else if (last?.kind === 'list') last.items[last.items.length - 1] += `\n${line.trim()}`;
  else if (last?.kind === 'text') last.text += `\n${line}`;
  else blocks.push({ kind: 'text', text: line.replace(HEADING, '**$1**') });
}

function drawBlock(block: Block, position: number, refer?: Refer) {
  switch (block.kind) {
    case 'heading':
      return <h2 key={position}>{inline(block.text, refer)}</h2>;
    case 'code':
      return (
        <pre key={position}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return (
        <ul key={position}>
          {block.items.map((item, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a note does not change
            <li key={nth}>{inline(item, refer)}</li>
          ))}
        </ul>
      );
    case 'text':
      return <p key={position}>{inline(block.text, refer)}</p>;
  }
}

/** Every piece ends within one line, and none holds its own mark: no text makes the search long. */
const PIECE =
  /\[\[event:(\d{1,15})(?:\|([^[\]|\n]{0,400}))?\]\]|`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|\[([^[\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>()]+)/g;

function inline(text: string, refer?: Refer): ReactNode {
  const nodes: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(PIECE)) {
    nodes.push(text.slice(from, match.index), piece(match, refer));
    from = match.index + match[0].length;
  }
  nodes.push(text.slice(from));
  // biome-ignore lint/suspicious/noArrayIndexKey: a note does not change
  return nodes.map((node, position) => <Fragment key={position}>{node}</Fragment>);
}

function piece([whole, event, label, code, strong, em, words, href, bare]: RegExpMatchArray, refer?: Refer): ReactNode {
  if (event) return refer ? refer(Number(event), label || null) : whole;
  if (code) return <code>{code}</code>;
  if (strong) return <b>{strong}</b>;
  if (em) return <em>{em}</em>;
  if (words && href) return <WebLink href={href}>{words}</WebLink>;
  return bare ? <WebLink href={bare}>{bare}</WebLink> : whole;
}
