/** Where services stand in a drawing: each below everything that needs it, near what it belongs to, as few crossings as a few sweeps give. */

export interface Arrow {
  from: string;
  to: string;
}

export interface Spot {
  id: string;
  x: number;
  y: number;
}

export interface Layout {
  spots: Spot[];
  width: number;
  height: number;
}

export const NODE = { width: 168, height: 48, gapX: 24, gapY: 56, gapRow: 20 };
const SWEEPS = 4;

/** The arrows without those that close a cycle: what goes round has no top. */
export function withoutCycles(ids: readonly string[], arrows: readonly Arrow[]): Arrow[] {
  const next = grouped(arrows, 'from');
  const state = new Map<string, 'open' | 'done'>();
  const kept: Arrow[] = [];
  for (const start of ids) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const path = [{ id: start, at: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1] as { id: string; at: number };
      const arrow = next.get(top.id)?.[top.at];
      top.at += 1;
      if (!arrow) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(arrow.to) !== 'open') {
        kept.push(arrow);
        if (!state.has(arrow.to)) {
          state.set(arrow.to, 'open');
          path.push({ id: arrow.to, at: 0 });
        }
      }
    }
  }
  return kept;
}

/** How far below: what nobody needs is at the top, 0; everything else one below the lowest that needs it. */
export function layersOf(ids: readonly string[], arrows: readonly Arrow[]): string[][] {
  const kept = withoutCycles(ids, arrows);
  const next = grouped(kept, 'from');
  const waiting = new Map(ids.map((id) => [id, 0]));
  for (const { to } of kept) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const depth = new Map(ids.map((id) => [id, 0]));
  const ready = ids.filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < ready.length; at += 1) {
    const id = ready[at] as string;
    for (const { to } of next.get(id) ?? []) {
      depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(id) ?? 0) + 1));
      waiting.set(to, (waiting.get(to) ?? 1) - 1);
      if (waiting.get(to) === 0) ready.push(to);
    }
  }
  const layers: string[][] = [];
  for (const id of ids) {
    const layer = depth.get(id) ?? 0;
    while (layers.length <= layer) layers.push([]);
    layers[layer]?.push(id);
  }
  return layers;
}

/** Each layer put in the order of the middle of its neighbors, down and up again. */
export function untangled(layers: string[][], arrows: readonly Arrow[]): string[][] {
  const above = grouped(arrows, 'to');
  const below = grouped(arrows, 'from');
  let rows = layers;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    const place = new Map(rows.flatMap((row) => row.map((id, at) => [id, (at + 0.5) / row.length] as const)));
    const sorted = (row: string[]) => {
      const middle = new Map(row.map((id) => [id, middleOf(id, isDown ? above : below, isDown, place)]));
      const order = [...row].sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
      order.forEach((id, at) => {
        place.set(id, (at + 0.5) / order.length);
      });
      return order;
    };
    const turned = isDown ? rows : [...rows].reverse();
    const done = turned.map(sorted);
    rows = isDown ? done : done.reverse();
  }
  return rows;
}

function middleOf(id: string, arrows: Map<string, Arrow[]>, isDown: boolean, place: Map<string, number>): number {
  const others = (arrows.get(id) ?? []).map((arrow) => place.get(isDown ? arrow.from : arrow.to) ?? 0.5);
  if (others.length === 0) return place.get(id) ?? 0.5;
  return others.reduce((sum, one) => sum + one, 0) / others.length;
}

/** A layer wider than the screen goes on in further rows, so that nobody scrolls sideways. */
export function layout(ids: readonly string[], arrows: readonly Arrow[], columns: number): Layout {
  const known = new Set(ids);
  const drawn = arrows.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const layers = untangled(layersOf(ids, drawn), drawn);
  const widest = Math.min(columns, Math.max(1, ...layers.map((layer) => layer.length)));
  const width = widest * NODE.width + (widest - 1) * NODE.gapX;
  const spots: Spot[] = [];
  let y = 0;
  for (const layer of layers) {
    const count = Math.ceil(layer.length / widest);
    const each = Math.ceil(layer.length / count);
    for (let row = 0; row < count; row += 1) {
      const inRow = layer.slice(row * each, (row + 1) * each);
      const taken = inRow.length * NODE.width + (inRow.length - 1) * NODE.gapX;
      inRow.forEach((id, at) => {
        spots.push({ id, x: (width - taken) / 2 + at * (NODE.width + NODE.gapX), y });
      });
      y += NODE.height + (row === count - 1 ? NODE.gapY : NODE.gapRow);
    }
  }
  return { spots, width, height: Math.max(NODE.height, y - NODE.gapY) };
}

/** From the foot of one to the head of the other; sideways or upwards where a cycle was cut. */
export function curve(from: Spot, to: Spot): string {
  const isUp = to.y <= from.y;
  const x1 = from.x + NODE.width / 2;
  const y1 = from.y + (isUp ? 0 : NODE.height);
  const x2 = to.x + NODE.width / 2;
  const y2 = to.y + (isUp ? NODE.height : 0);
  const bend = Math.max(16, Math.abs(y2 - y1) / 2) * (isUp ? -1 : 1);
  return `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`;
}

function grouped(arrows: readonly Arrow[], end: 'from' | 'to'): Map<string, Arrow[]> {
  const found = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const list = found.get(arrow[end]);
    if (list) list.push(arrow);
    else found.set(arrow[end], [arrow]);
  }
  return found;
}
