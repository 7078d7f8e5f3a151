// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { queryClient } from '../../api/query-client';
import type { Entry, Person, Review, Writers } from '../../api/types';
import { ada, grace, incident, MONDAY, minutesLater } from '../incident/examples';
import { PersonContext } from '../session/use-session';
import PostmortemPage from './PostmortemPage';

const entry = (index: number, sentence: string): Entry => ({
  index,
  at: minutesLater(index),
  kind: 'incident',
  event: 'incident.IncidentOpened',
  sentence,
  detail: null,
  actor: null,
  severity: null,
  attachments: [],
});

const review = (text: string, version = 1): Review => ({
  about: {
    id: 'r1',
    incident: 'id-7',
    number: 7,
    service: { id: 'checkout', word: 'checkout', name: 'Checkout' },
    severity: 'critical',
    cause: 'critical',
    state: 'draft',
    title: 'A small pool',
    version,
    due: '2026-03-07',
    late: false,
    writtenAt: MONDAY,
    writtenBy: grace,
    publishedAt: null,
    openActions: 0,
    overdueActions: 0,
  },
  incidentTitle: 'Payments fail',
  askedAt: MONDAY,
  text,
  learned: null,
  actions: [],
  index: version,
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let stored: Review | null;
const written: unknown[] = [];
const beats: string[] = [];
let others: Writers['items'];

function open() {
  const place = memoryLocation({ path: '/i/id-7/postmortem' });
  render(
    <QueryClientProvider client={queryClient}>
      <PersonContext value={{ id: 'ada', name: 'Ada', administrator: false } as Person}>
        <Router hook={place.hook}>
          <PostmortemPage id="id-7" />
        </Router>
      </PersonContext>
    </QueryClientProvider>,
  );
}

const area = () => screen.getByLabelText('Text, in Markdown') as HTMLTextAreaElement;

describe('a review', () => {
  beforeEach(() => {
    stored = review('## Why\n\nIt [[event:3|began here]], see [[event:99|elsewhere]].');
    written.length = 0;
    beats.length = 0;
    others = [];
    localStorage.clear();
    vi.stubGlobal('fetch', send);
    send.mockReset();
    send.mockImplementation(async (path, init) => {
      const address = String(path).replace(/\?.*/, '');
      if (address === '/api/incidents/id-7') return json(200, incident(7, { resolvedAt: minutesLater(24) }));
      if (address === '/api/incidents/id-7/timeline') {
        return json(200, { items: [entry(3, 'INC-7 opened.'), entry(4, 'Ada acknowledged.')], next: null });
      }
      if (address === '/api/incidents/id-7/postmortem' && init?.method === 'POST') {
        stored = review('Drafted');
        return json(200, { postmortem: stored, changed: true, index: 1 });
      }
      if (address === '/api/incidents/id-7/postmortem') {
        return stored ? json(200, stored) : json(404, { code: 'no_such_postmortem' });
      }
      if (address.startsWith('/api/postmortems/r1/writers')) {
        beats.push(init?.method ?? 'GET');
        return json(200, { items: others });
      }
      if (address === '/api/postmortems/r1' && stored) {
        const wish = JSON.parse(String(init?.body));
        written.push(wish);
        if (wish.version !== stored.about.version) {
          return json(409, { code: 'written_meanwhile', detail: 'Grace wrote version 2 meanwhile.' });
        }
        stored = review(wish.text, wish.version + 1);
        return json(200, { postmortem: stored, changed: true, index: stored.index });
      }
      return json(404, { detail: 'none' });
    });
  });

  afterEach(() => {
    cleanup();
    queryClient.clear();
    vi.unstubAllGlobals();
  });

  it('points into the log', async () => {
    open();
    const chip = await screen.findByRole('link', { name: /began here/ });
    expect(chip.getAttribute('href')).toBe('/i/id-7#event-3');
    expect(chip.textContent).toMatch(/^\d\d:\d\d began here$/);
    expect(screen.getByRole('heading', { name: 'Why' })).toBeTruthy();
    expect(screen.getByText('elsewhere').tagName).toBe('SPAN');
    const log = screen.getByRole('region', { name: 'What the log says' });
    expect(within(log).getByText('in the text')).toBeTruthy();
    expect(within(log).getAllByRole('button')).toHaveLength(1);
  });

  it('takes an event into the text and saves it as a version', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: /^Insert .*Ada acknowledged/ }));
    expect(area().value).toMatch(/elsewhere\]\]\. \[\[event:4\|Ada acknowledged\]\]$/);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByLabelText('Text, in Markdown')).toBeNull());
    expect(written).toEqual([expect.objectContaining({ version: 1, title: 'A small pool' })]);
    expect(await screen.findByRole('link', { name: /Ada acknowledged/ })).toBeTruthy();
  });

  it('loses nothing when somebody else has saved', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Write' }));
    fireEvent.change(area(), { target: { value: 'Mine' } });
    stored = review('Theirs', 2);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Grace wrote version 2 meanwhile.')).toBeTruthy();
    expect(area().value).toBe('Mine');
    const over = await screen.findByRole('button', { name: 'Save mine as version 3' });
    expect((over as HTMLButtonElement).disabled).toBe(true);
    const theirs = screen.getByText('Read version 2').closest('details') as HTMLDetailsElement;
    theirs.open = true;
    fireEvent(theirs, new Event('toggle'));
    expect(screen.getByText('Theirs')).toBeTruthy();
    fireEvent.click(over);
    await waitFor(() => expect(written.at(-1)).toEqual(expect.objectContaining({ version: 2, text: 'Mine' })));
    expect(await screen.findByText('Mine')).toBeTruthy();
  });

  it('keeps what was not saved until it is, or is thrown away', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Write' }));
    fireEvent.change(area(), { target: { value: 'Half a thought' } });
    cleanup();
    open();
    expect((await screen.findByText(/did not save/)).closest('p')).toBeTruthy();
    expect(area().value).toBe('Half a thought');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText(/did not save/)).toBeNull();
    cleanup();
    open();
    expect(await screen.findByRole('button', { name: 'Write' })).toBeTruthy();
    expect(screen.queryByLabelText('Text, in Markdown')).toBeNull();
  });

  it('says who else is writing, and that the reader is', async () => {
    others = [{ person: { id: 'g', word: 'grace', name: 'Grace Hopper' }, since: MONDAY }];
    open();
    expect(await screen.findByText(/Grace Hopper is writing now/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Write' }));
    await waitFor(() => expect(beats).toContain('PUT'));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(beats.at(-1)).toBe('DELETE'));
  });

  it('is drafted when somebody asks', async () => {
    stored = null;
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Draft it from the timeline' }));
    expect(await screen.findByText('Drafted')).toBeTruthy();
    expect(screen.queryByText(ada.name)).toBeNull();
  });
});
