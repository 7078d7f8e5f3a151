// @vitest-environment jsdom
import { cleanup, render, renderHook, screen, act as settle } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Incident, Person } from '../../api/types';
import { ZoneContext } from '../../kit/now';
import { Toasts } from '../../kit/toasts';
import { PersonContext } from '../session/use-session';
import { addPage, type Board, EMPTY, EVERYTHING } from './board';
import { ada, grace, heldBy, incident } from './examples';
import { useActs } from './use-acts';

const me: Person = {
  id: 'ada',
  word: 'ada',
  name: 'Ada',
  email: 'ada@example.org',
  timeZone: 'Europe/Berlin',
  administrator: false,
  account: 'active',
};
const NARROWING = EVERYTHING;
const firing = incident(7);

const wrapper = ({ children }: { children: ReactNode }) => (
  <PersonContext value={me}>
    <ZoneContext value="Europe/Berlin">{children}</ZoneContext>
  </PersonContext>
);

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const stateNow = () => queryClient.getQueryData<Incident>(['incident', firing.id])?.state;
const send = vi.fn<typeof fetch>();
const keyOf = (call: number) => new Headers(send.mock.calls[call]?.[1]?.headers).get('Idempotency-Key');

describe('acknowledging', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', send);
    send.mockReset();
    queryClient.clear();
    queryClient.setQueryData(['incident', firing.id], firing);
    queryClient.setQueryData<Board>(['board', NARROWING], addPage(EMPTY, 'needs', { items: [firing], next: null }));
    render(<Toasts />);
  });

  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const begin = () => renderHook(() => useActs(), { wrapper }).result.current;

  it('shows at once, before the server has answered, also in the inbox', async () => {
    let answer: (response: Response) => void = () => {};
    send.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { act } = begin();
    let done: Promise<boolean> | undefined;
    await settle(async () => {
      done = act('acknowledge', firing);
    });
    expect(stateNow()).toBe('acknowledged');
    expect(queryClient.getQueryData<Board>(['board', NARROWING])?.place.get(firing.id)).toBe('handled');
    await settle(async () => {
      answer(json(200, { incident: incident(7, heldBy(ada)), changed: true, index: 9 }));
      await done;
    });
    expect(screen.getByText('You hold INC-7. Grace will not be paged.')).toBeTruthy();
  });

  it('says who came first when nothing changed', async () => {
    send.mockResolvedValue(
      json(200, { incident: incident(7, { ...heldBy(grace), index: 9 }), changed: false, index: 9 }),
    );
    const { act } = begin();
    await settle(async () => {
      expect(await act('acknowledge', firing)).toBe(false);
    });
    expect(screen.getByText(/^Grace acknowledged INC-7 first/)).toBeTruthy();
    expect(queryClient.getQueryData<Incident>(['incident', firing.id])?.acknowledgedBy).toEqual(grace);
  });

  it('is taken back with a reason when the server refuses', async () => {
    send.mockResolvedValue(json(409, { code: 'closed', detail: 'The incident is merged.' }));
    const { act } = begin();
    await settle(async () => {
      await act('acknowledge', firing);
    });
    expect(stateNow()).toBe('triggered');
    expect(screen.getByText(/INC-7 is not acknowledged\. The incident is merged\. Nothing was changed\./)).toBeTruthy();
    expect(screen.getByText('Try again')).toBeTruthy();
  });

  it('is sent again with the same key when the network was gone, and says so meanwhile', async () => {
    vi.useFakeTimers();
    send.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    send.mockResolvedValueOnce(json(200, { incident: incident(7, heldBy(ada)), changed: true, index: 9 }));
    const { act } = begin();
    await settle(async () => {
      void act('acknowledge', firing);
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(screen.getByText(/INC-7 is not acknowledged yet.*Still trying\. Grace will be paged at/)).toBeTruthy();
    expect(stateNow()).toBe('triggered');
    await settle(async () => {
      await vi.advanceTimersByTimeAsync(1500);
    });
    expect(send).toHaveBeenCalledTimes(2);
    expect(keyOf(0)).toBeTruthy();
    expect(keyOf(1)).toBe(keyOf(0));
    expect(screen.getByText(/You hold INC-7/)).toBeTruthy();
  });

  it('is not shown as done for long when the server is silent', async () => {
    vi.useFakeTimers();
    let answer: (response: Response) => void = () => {};
    send.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { act } = begin();
    await settle(async () => {
      void act('acknowledge', firing);
      await vi.advanceTimersByTimeAsync(2900);
    });
    expect(stateNow()).toBe('acknowledged');
    await settle(async () => {
      await vi.advanceTimersByTimeAsync(200);
    });
    expect(stateNow()).toBe('triggered');
    expect(screen.getByText(/The server has not answered yet/)).toBeTruthy();
    await settle(async () => {
      answer(json(200, { incident: incident(7, heldBy(ada)), changed: true, index: 9 }));
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(stateNow()).toBe('acknowledged');
  });

  it('is sent once however often the button is pressed', async () => {
    send.mockResolvedValue(json(200, { incident: incident(7, heldBy(ada)), changed: true, index: 9 }));
    const { act } = begin();
    await settle(async () => {
      await Promise.all([act('acknowledge', firing), act('acknowledge', firing)]);
    });
    expect(send).toHaveBeenCalledTimes(1);
  });
});
