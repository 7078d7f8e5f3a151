import { useEffect, useRef } from 'react';

/** Long enough to read a board from across a room. */
const TURN_MS = 30_000;
const TURNS = ['executive', 'operational', 'technical'];

export const nextBoard = (board: string) => TURNS[(TURNS.indexOf(board) + 1) % TURNS.length] as string;

/** The boards on a screen of their own, one after the other, until somebody presses Escape; a board of somebody stays. */
export function useWall(board: string, turn: (board: string) => void) {
  const wall = useRef<HTMLDivElement>(null);
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    if (!TURNS.includes(board)) return;
    const timer = setInterval(() => {
      if (wall.current && document.fullscreenElement === wall.current) latest.current(nextBoard(board));
    }, TURN_MS);
    return () => clearInterval(timer);
  }, [board]);
  return { wall, toWall: () => void wall.current?.requestFullscreen() };
}
