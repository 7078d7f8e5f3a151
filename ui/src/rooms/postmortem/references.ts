import type { Entry } from '../../api/types';

/** A place in a text that points at an event of the log: `[[event:4711|ada acknowledged]]`. */
export const REFERENCE = /\[\[event:(\d{1,15})(?:\|([^[\]|\n]{0,400}))?\]\]/g;

/** The events that the text points at. */
export function referenced(text: string): Set<number> {
  return new Set([...text.matchAll(REFERENCE)].map((found) => Number(found[1])));
}

/** In one line, and without what would end it: senders write what they like. */
export function referenceTo({ index, sentence }: Pick<Entry, 'index' | 'sentence'>): string {
  const label = sentence
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
    .replace(/[[\]|\u0000-\u001f\u007f]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/\.$/, '');
  const short = [...label].length > 120 ? `${[...label].slice(0, 120).join('')} …` : label;
  return `[[event:${index}|${short}]]`;
}

export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** Puts words where the cursor is, with a blank where two words would run into each other. */
export function inserted({ text, start, end }: Selected, words: string): Selected {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  const at = before.length + gap.length + words.length;
  return { text: before + gap + words + after, start: at, end: at };
}

/** Puts a mark around what is selected, or takes it away again. */
export function marked({ text, start, end }: Selected, mark: string): Selected {
  const inside = text.slice(start, end);
  const size = mark.length;
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return {
      text: text.slice(0, start - size) + inside + text.slice(end + size),
      start: start - size,
      end: end - size,
    };
  }
  return { text: text.slice(0, start) + mark + inside + mark + text.slice(end), start: start + size, end: end + size };
}

/** Puts a mark before each selected line. */
export function begun({ text, start, end }: Selected, mark: string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const changed = lines.map((line) => (line.startsWith(mark) ? line.slice(mark.length) : mark + line)).join('\n');
  const grown = changed.length - (end - from);
  return { text: text.slice(0, from) + changed + text.slice(end), start: from, end: end + grown };
}
