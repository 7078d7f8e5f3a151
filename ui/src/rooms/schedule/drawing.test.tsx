// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Duty, Person, Plan } from '../../api/types';
import { PersonContext } from '../session/use-session';
import { WeekGrid } from './WeekGrid';

const FROM = Date.parse('2026-03-26T00:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(FROM + hours * HOUR).toISOString();
const named = (word: string) => ({ id: word, word, name: word });

const duty: Duty = {
  schedule: named('s'),
  person: named('grace'),
  layer: 'primary',
  override: null,
  insteadOf: null,
  from: at(0),
  until: at(24),
};
const days = [{ date: '2026-03-26', from: at(0), until: at(24), minutes: 1440 }];
const plan: Plan = {
  schedule: named('s'),
  timeZone: 'UTC',
  zone: 'UTC',
  from: at(0),
  until: at(24),
  items: [duty],
  layers: [{ name: 'primary', items: [duty] }],
  gaps: [],
  doubled: [],
  load: [],
  days,
  own: [],
};
const onHours = vi.fn();
const onShift = vi.fn();

/** A pointer, which jsdom does not know: its button and its place. */
function pointer(type: string, clientX: number, target: Element, more: Partial<PointerEventInit> = {}) {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, clientX, ...more });
  Object.defineProperty(event, 'pointerType', { value: more.pointerType ?? 'mouse' });
  fireEvent(target, event);
}

function row(): Element {
  const track = screen.getByRole('region', { name: 'Final' }).querySelector('.week-track');
  if (!track) throw new Error('There is no row.');
  track.getBoundingClientRect = () => ({ left: 0, width: 240 }) as DOMRect;
  return track;
}

describe('drawing over hours', () => {
  beforeEach(() => {
    onHours.mockReset();
    onShift.mockReset();
    render(
      <PersonContext value={{ ...named('ada'), email: null, timeZone: 'UTC' } as unknown as Person}>
        <WeekGrid plan={plan} days={days} length="day" onShift={onShift} onHours={onHours} />
      </PersonContext>,
    );
  });
  afterEach(cleanup);

  const shift = () => within(screen.getByRole('region', { name: 'Final' })).getByRole('button');

  it('chooses them, and is no press on the shift below', () => {
    const track = row();
    pointer('pointerdown', 60, track);
    pointer('pointermove', 91, track);
    expect(screen.getByText('06:00 to 09:30')).toBeTruthy();
    pointer('pointerup', 91, track);
    fireEvent.click(shift());
    expect(onHours).toHaveBeenCalledExactlyOnceWith({ from: FROM + 6 * HOUR, until: FROM + 9.5 * HOUR });
    expect(onShift).not.toHaveBeenCalled();
    fireEvent.click(shift());
    expect(onShift).toHaveBeenCalledExactlyOnceWith(duty);
  });

  it('is called off by Escape', () => {
    const track = row();
    pointer('pointerdown', 60, track);
    pointer('pointermove', 91, track);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(screen.queryByText('06:00 to 09:30')).toBeNull();
    pointer('pointermove', 120, track);
    pointer('pointerup', 120, track);
    expect(onHours).not.toHaveBeenCalled();
  });

  it('leaves a press a press, and a finger to the page', () => {
    const track = row();
    pointer('pointerdown', 60, track);
    pointer('pointermove', 63, track);
    pointer('pointerup', 63, track);
    pointer('pointerdown', 60, track, { pointerType: 'touch' });
    pointer('pointermove', 120, track);
    pointer('pointerup', 120, track);
    expect(onHours).not.toHaveBeenCalled();
    fireEvent.click(shift());
    expect(onShift).toHaveBeenCalledOnce();
  });
});
