import { describe, expect, it } from 'vitest';
import { type Arrow, curve, layersOf, layout, NODE, untangled, withoutCycles } from './layout';

const arrows = (...pairs: string[]): Arrow[] =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to };
  });

describe('layers', () => {
  it('puts each below everything that needs it', () => {
    const needs = arrows('shop>checkout', 'checkout>ledger', 'ledger>db', 'shop>db');
    expect(layersOf(['db', 'ledger', 'checkout', 'shop', 'wiki'], needs)).toEqual([
      ['shop', 'wiki'],
      ['checkout'],
      ['ledger'],
      ['db'],
    ]);
  });

  it('cuts a cycle where it closes and keeps all in it', () => {
    const round = arrows('a>b', 'b>c', 'c>a');
    expect(withoutCycles(['a', 'b', 'c'], round)).toEqual(arrows('a>b', 'b>c'));
    expect(layersOf(['a', 'b', 'c'], round)).toEqual([['a'], ['b'], ['c']]);
    expect(withoutCycles(['a'], arrows('a>a'))).toEqual([]);
  });

  it('uncrosses what a few sweeps can', () => {
    const needs = arrows('a>y', 'b>x');
    const rows = untangled(
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
      needs,
    );
    expect(rows[1]).toEqual(rows[0]?.[0] === 'a' ? ['y', 'x'] : ['x', 'y']);
  });
});

describe('the drawing', () => {
  it('places every service once, none over another, all inside', () => {
    const ids = Array.from({ length: 300 }, (_, n) => `s${n}`);
    const needs = ids.slice(1).map((id, n) => ({ from: `s${Math.floor(n / 3)}`, to: id }));
    const { spots, width, height } = layout(ids, needs, 5);
    expect(new Set(spots.map(({ id }) => id))).toEqual(new Set(ids));
    expect(width).toBe(5 * NODE.width + 4 * NODE.gapX);
    const taken = new Set(spots.map(({ x, y }) => `${x} ${y}`));
    expect(taken.size).toBe(300);
    for (const { x, y } of spots) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + NODE.width).toBeLessThanOrEqual(width);
      expect(y + NODE.height).toBeLessThanOrEqual(height);
    }
  });

  it('is as wide as it must be, and never empty', () => {
    expect(layout(['a'], [], 5).width).toBe(NODE.width);
    expect(layout([], [], 5)).toEqual({ spots: [], width: NODE.width, height: NODE.height });
  });

  it('leaves out arrows to what is not drawn', () => {
    expect(layout(['a', 'b'], arrows('a>gone', 'a>a', 'a>b'), 2).spots.map(({ y }) => y)).toEqual([
      0,
      NODE.height + NODE.gapY,
    ]);
  });

  it('draws down from foot to head, and up where a cycle was cut', () => {
    const top = { id: 'a', x: 0, y: 0 };
    const foot = { id: 'b', x: 0, y: 200 };
    const middle = NODE.width / 2;
    expect(curve(top, foot)).toMatch(new RegExp(`^M${middle} ${NODE.height}C.* ${middle} 200$`));
    expect(curve(foot, top)).toMatch(new RegExp(`^M${middle} 200C.* ${middle} ${NODE.height}$`));
  });
});
