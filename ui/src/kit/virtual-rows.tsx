import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Up to here every row is real, so that the search of the browser finds it. */
const ALL_REAL = 120;
const BEYOND = 12;
const STEP = 6;

export interface Range {
  from: number;
  to: number;
}

/** Which rows to draw when `top` is where the list begins in the window. */
export function visibleRange(count: number, rowHeight: number, top: number, windowHeight: number): Range {
  if (rowHeight <= 0) return { from: 0, to: Math.min(count, ALL_REAL) };
  const first = Math.floor(-top / rowHeight) - BEYOND;
  const last = Math.ceil((windowHeight - top) / rowHeight) + BEYOND;
  const from = Math.max(0, Math.min(count, Math.floor(first / STEP) * STEP));
  const to = Math.max(from, Math.min(count, Math.ceil(last / STEP) * STEP));
  return { from, to };
}

interface VirtualRowsProps<T> {
  items: readonly T[];
  label: string;
  children: (item: T, position: number) => ReactNode;
}

/** A list of equal rows that draws only those near the window; two still spacers hold the place of the rest. */
export function VirtualRows<T>({ items, label, children }: VirtualRowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [rowHeight, setRowHeight] = useState(0);
  const [range, setRange] = useState<Range>({ from: 0, to: ALL_REAL });
  const isVirtual = items.length > ALL_REAL;

  const measure = useCallback(() => {
    const shown = list.current;
    if (!shown || !isVirtual) return;
    const row = shown.querySelector<HTMLElement>('.row');
    const height = row?.offsetHeight ?? 0;
    setRowHeight(height);
    const next = visibleRange(items.length, height, shown.getBoundingClientRect().top, window.innerHeight);
    setRange((before) => (before.from === next.from && before.to === next.to ? before : next));
  }, [items.length, isVirtual]);

  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    if (!isVirtual) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [measure, isVirtual]);

  const to = isVirtual ? Math.min(range.to, items.length) : items.length;
  const from = isVirtual ? Math.min(range.from, to) : 0;
  const before = from * rowHeight;
  const after = (items.length - to) * rowHeight;
  return (
    <ul className="rows" aria-label={label} ref={list}>
      {before > 0 && <li className="spacer" aria-hidden="true" style={{ blockSize: before }} />}
      {items.slice(from, to).map((item, offset) => children(item, from + offset))}
      {after > 0 && <li className="spacer" aria-hidden="true" style={{ blockSize: after }} />}
    </ul>
  );
}
