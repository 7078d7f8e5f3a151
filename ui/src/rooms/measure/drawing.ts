/** A curve of the values from left to right; where there is none, it is interrupted. {@code high}: how high the picture is. */
export function path(values: (number | null)[], top: number, high = 100): string {
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  let line = '';
  let isDown = false;
  values.forEach((value, at) => {
    if (value === null) {
      isDown = false;
      return;
    }
    const x = round(at * step);
    const y = round(high - (high * value) / top);
    const isAlone = !isDown && (values[at + 1] ?? null) === null;
    line += `${isDown ? 'L' : 'M'}${x} ${y}${isAlone ? 'h0.01' : ''}`;
    isDown = true;
  });
  return line;
}

const round = (value: number) => Math.round(value * 10) / 10;

export function lastOf(values: (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}

/** The first, the middle and the last, each once. */
export function ticks(words: string[]): string[] {
  const wanted = [words[0], words[Math.floor((words.length - 1) / 2)], words[words.length - 1]];
  return [...new Set(wanted.filter((word) => word !== undefined))];
}

/** From 0 for none to 6 for the most. */
export const heat = (value: number, most: number) => (value === 0 ? 0 : Math.max(1, Math.round((6 * value) / most)));

/** How far apart two names must stand to be read, in hundredths of a plot's height. */
const APART = 24;

/** Where names stand beside the ends of their curves: at the height of each, moved apart where they would lie on one another. */
export function spread(heights: number[]): number[] {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let floor = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    placed[at] = Math.max(placed[at] ?? 0, floor);
    floor = (placed[at] ?? 0) + APART;
  }
  let ceiling = 100;
  for (const at of order.reverse()) {
    placed[at] = Math.min(placed[at] ?? 0, ceiling);
    ceiling = (placed[at] ?? 0) - APART;
  }
  return placed;
}
