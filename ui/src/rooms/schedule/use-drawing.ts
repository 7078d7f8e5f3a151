import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Window } from './plan';
import { drawn } from './view';

/** A shorter way is a press. */
const LEAST_PX = 8;

interface Drawing {
  start: number;
  end: number;
}

/**
 * Hours drawn over a row with the pointer. Escape calls it off. What is drawn has a twin in fields that need no pointer; a press on
 * what lies in the row stays one.
 */
export function useDrawing(window: Window, onDrawn: ((hours: Window) => void) | undefined) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const begun = useRef<{ x: number; share: number; id: number } | null>(null);
  const wasDrawn = useRef(false);

  const callOff = () => {
    begun.current = null;
    setDrawing(null);
  };
  const isDrawing = drawing !== null;
  useEffect(() => {
    if (!isDrawing) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      begun.current = null;
      setDrawing(null);
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [isDrawing]);

  if (!onDrawn) return { hours: null, handlers: {} };

  const share = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return width > 0 ? (event.clientX - left) / width : 0;
  };
  return {
    hours: drawing ? drawn(drawing.start, drawing.end, window) : null,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        wasDrawn.current = false;
        if (event.button !== 0 || event.pointerType === 'touch') return;
        begun.current = { x: event.clientX, share: share(event), id: event.pointerId };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const start = begun.current;
        if (!start || (!drawing && Math.abs(event.clientX - start.x) < LEAST_PX)) return;
        if (!drawing) event.currentTarget.setPointerCapture?.(start.id);
        setDrawing({ start: start.share, end: share(event) });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const start = begun.current;
        if (start && drawing) {
          wasDrawn.current = true;
          onDrawn(drawn(start.share, share(event), window));
        }
        callOff();
      },
      onPointerCancel: callOff,
      /** The click that follows a drawing is none. */
      onClickCapture: (event: { stopPropagation: () => void }) => {
        if (wasDrawn.current) event.stopPropagation();
        wasDrawn.current = false;
      },
    },
  };
}
