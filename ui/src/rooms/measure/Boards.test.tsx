// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Dashboard, Panel } from '../../api/types';
import { BoardEditor } from './BoardEditor';
import BoardPage from './BoardPage';
import BoardsPage from './BoardsPage';
import { EMPTY } from './draft';
import { PanelCard, rawOf } from './PanelCard';
import SharedBoardPage from './SharedBoardPage';

const board = (more: Partial<Dashboard> = {}): Dashboard => ({
  word: 'wall',
  name: 'On the wall',
  range: '7d',
  panels: [{ show: 'mtta', teams: [], services: [], severities: [] }],
  teams: [],
  services: [],
  severities: [],
  owner: { id: 'a', word: 'ada', name: 'Ada' },
  file: null,
  editable: true,
  shareable: true,
  changedAt: '2026-11-28T00:00:00Z',
  ...more,
});

const answerTimes: Panel = {
  show: 'mtta',
  title: 'Time to answer',
  about: 'Checkout',
  note: null,
  picture: 'figure',
  figure: {
    value: 90,
    before: 60,
    unit: 'seconds',
    notes: [{ value: 300, unit: 'seconds', words: 'p90' }],
    href: '/insights/list?list=incidents&which=answered',
  },
  tables: [
    {
      name: 'mtta',
      columns: ['day', 'Time to answer'],
      rows: [
        {
          cells: [
            { text: '2026-11-27T00:00:00Z', number: null, unit: 'day' },
            { text: null, number: 90.5, unit: 'seconds' },
          ],
          href: null,
        },
      ],
    },
  ],
  missing: null,
};

const rates: Panel = {
  show: 'error-rates',
  title: 'Error rates',
  about: null,
  note: 'bad, of all that senders counted',
  picture: 'lines',
  figure: null,
  tables: [
    {
      name: 'error-rates-course',
      columns: ['day', 'Checkout'],
      rows: [
        {
          cells: [
            { text: '2026-11-27T00:00:00Z', number: null, unit: 'day' },
            { text: null, number: 0.034, unit: 'rate' },
          ],
          href: null,
        },
      ],
    },
    {
      name: 'error-rates',
      columns: ['service', 'rate'],
      rows: [
        {
          cells: [
            { text: 'Checkout', number: null, unit: 'text' },
            { text: null, number: 0.034, unit: 'rate' },
          ],
          href: '/slos/orders',
        },
      ],
    },
  ],
  missing: null,
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

const show = (page: React.ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  vi.stubGlobal('fetch', send);
  send.mockReset();
  send.mockImplementation(async (path, init) => {
    const address = `${init?.method ?? 'GET'} ${String(path).split('?')[0]}`;
    const answer = answers[address];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
});

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
  window.history.replaceState(null, '', '/');
});

describe('own boards', () => {
  it('are listed with whose they are', async () => {
    answers = {
      'GET /api/dashboards': () =>
        json(200, {
          items: [board(), board({ word: 'b', name: 'A file', owner: null, file: 'larum.yaml' })],
          next: null,
        }),
    };
    show(<BoardsPage />);
    expect((await screen.findByRole('link', { name: 'On the wall' })).getAttribute('href')).toBe(
      '/insights/boards/wall',
    );
    expect(screen.getByText('1 panel, 7 days, by Ada')).toBeTruthy();
    expect(screen.getByText('1 panel, 7 days, described in larum.yaml')).toBeTruthy();
  });

  it('say that there are none, and that they cannot be had', async () => {
    answers = { 'GET /api/dashboards': () => json(200, { items: [], next: null }) };
    show(<BoardsPage />);
    expect(await screen.findByText('No boards yet')).toBeTruthy();
    cleanup();
    queryClient.clear();
    answers = { 'GET /api/dashboards': () => json(500, { detail: 'A mistake.' }) };
    show(<BoardsPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
  });
});

describe('a board', () => {
  const figures = () =>
    json(200, { from: '2026-11-21T00:00:00Z', until: '2026-11-28T00:00:00Z', days: 7, panels: [answerTimes, rates] });

  it('shows its panels, and asks for what stands in the address', async () => {
    window.history.replaceState(null, '', '/insights/boards/wall?days=90&severity=critical');
    answers = { 'GET /api/dashboards/wall': () => json(200, board()), 'GET /api/dashboards/wall/figures': figures };
    show(<BoardPage word="wall" />);
    const panel = within(await screen.findByRole('region', { name: /Time to answer/ }));
    expect(panel.getByText('1 min 30 s', { selector: '.figure' })).toBeTruthy();
    expect(panel.getByText('50 % more than before, 5 min p90')).toBeTruthy();
    expect(panel.getByRole('link').getAttribute('href')).toContain('which=answered');
    expect(screen.getByRole('link', { name: 'Checkout' }).getAttribute('href')).toBe('/slos/orders');
    expect(screen.getAllByText('0.034 %').length).toBeGreaterThan(0);
    expect(
      send.mock.calls.some(([path]) => String(path).includes('days=90') && String(path).includes('severity=critical')),
    ).toBe(true);
  });

  it('of a file is copied and not edited', async () => {
    answers = {
      'GET /api/dashboards/wall': () => json(200, board({ editable: false, shareable: false, file: 'larum.yaml' })),
      'GET /api/dashboards/wall/figures': figures,
    };
    show(<BoardPage word="wall" />);
    expect((await screen.findByRole('link', { name: 'Copy' })).getAttribute('href')).toBe(
      '/insights/new-board?from=wall',
    );
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Share' }));
    expect(screen.getByText(/Only its owner and administrators/)).toBeTruthy();
  });

  it('is given to a screen by an address that is shown once and taken back', async () => {
    let links: unknown[] = [];
    answers = {
      'GET /api/dashboards/wall': () => json(200, board()),
      'GET /api/dashboards/wall/figures': figures,
      'GET /api/dashboards/wall/links': () => json(200, { items: links, next: null }),
      'POST /api/dashboards/wall/links': () => {
        const made = { id: 'one', maker: { id: 'a', word: 'ada', name: 'Ada' }, madeAt: '2026-11-28T00:00:00Z' };
        links = [{ ...made, path: null }];
        return json(201, { ...made, path: '/wall/secret' });
      },
      'DELETE /api/dashboards/wall/links/one': () => {
        links = [];
        return json(200, { id: 'one' });
      },
    };
    show(<BoardPage word="wall" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Share' }));
    fireEvent.click(await screen.findByText('Make a secret address'));
    const address = (await screen.findByLabelText('The secret address, shown only now')) as HTMLInputElement;
    expect(address.value).toMatch(/\/wall\/secret$/);
    fireEvent.click(await screen.findByText('Take back'));
    await vi.waitFor(() => expect(screen.queryByLabelText('The secret address, shown only now')).toBeNull());
    await vi.waitFor(() => expect(screen.queryByText('Take back')).toBeNull());
  });

  it('that is gone says so', async () => {
    answers = { 'GET /api/dashboards/wall': () => json(404, { code: 'no_such_board', detail: 'Gone.' }) };
    show(<BoardPage word="wall" />);
    expect(await screen.findByText('No such board')).toBeTruthy();
  });
});

describe('the editor', () => {
  const words = () =>
    json(200, {
      items: [
        { show: 'mtta', title: 'Time to answer', group: 'executive', about: 'The median.' },
        { show: 'debt', title: 'Debt', group: 'technical', about: 'What is left undone.' },
      ],
    });

  it('puts panels in order with the keyboard and saves them', async () => {
    answers = {
      'GET /api/panels': words,
      'GET /api/services': () => json(200, { items: [], next: null, total: 0, facets: {} }),
      'POST /api/dashboards': () => json(201, board({ word: 'board-1' })),
    };
    show(<BoardEditor word={null} begin={EMPTY} />);
    const choice = await screen.findByRole('combobox', { name: 'Another panel' });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.change(choice, { target: { value: 'debt' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Mine' } });
    const up = screen.getByRole('button', { name: 'Move Debt up' });
    up.focus();
    fireEvent.keyDown(up, { key: 'ArrowUp', altKey: true });
    expect(screen.getByText('Debt is now 1 of 2.')).toBeTruthy();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Debt up');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(window.location.pathname).toBe('/insights/boards/board-1'));
    const body = send.mock.calls.find(([, init]) => init?.method === 'POST')?.[1]?.body;
    expect(JSON.parse(String(body)).panels.map((panel: { show: string }) => panel.show)).toEqual(['debt', 'mtta']);
  });

  it('says what is wrong with which panel', async () => {
    answers = {
      'GET /api/panels': words,
      'GET /api/services': () => json(200, { items: [], next: null, total: 0, facets: {} }),
      'POST /api/dashboards': () =>
        json(400, {
          code: 'config_mistakes',
          detail: 'There is a mistake.',
          errors: [{ path: 'dashboards.b.panels[0]', message: 'This panel is on the board already.' }],
        }),
    };
    show(<BoardEditor word={null} begin={EMPTY} />);
    await screen.findByRole('combobox', { name: 'Another panel' });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Mine' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Panel 1: This panel is on the board already.')).toBeTruthy();
  });
});

describe('a screen without a session', () => {
  it('shows the board and nothing to open', async () => {
    answers = {
      'GET /api/shared-boards/secret': () =>
        json(200, {
          name: 'On the wall',
          from: '2026-11-21T00:00:00Z',
          until: '2026-11-28T00:00:00Z',
          days: 7,
          panels: [{ ...answerTimes, figure: { ...answerTimes.figure, href: null } }],
        }),
    };
    show(<SharedBoardPage token="secret" />);
    expect(await screen.findByRole('heading', { name: 'On the wall' })).toBeTruthy();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('says when its address was taken back', async () => {
    answers = { 'GET /api/shared-boards/secret': () => json(404, { code: 'no_such_address', detail: 'Gone.' }) };
    show(<SharedBoardPage token="secret" />);
    expect(await screen.findByText('This address shows nothing')).toBeTruthy();
  });
});

describe('a panel', () => {
  it('says why it shows nothing', () => {
    show(<PanelCard panel={{ ...rates, tables: [], missing: 'Nothing was counted.' }} />);
    expect(screen.getByText('Nothing was counted.')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says what a share was before, and not by how much of itself it moved', () => {
    const figure = { value: 99.96, before: 100, unit: 'availability', notes: [], href: null };
    show(<PanelCard panel={{ ...answerTimes, figure }} />);
    expect(screen.getByText('100 % before')).toBeTruthy();
  });

  it('is saved with days as dates and numbers as they are', () => {
    const [table] = answerTimes.tables;
    expect(table && rawOf(table)).toEqual([['2026-11-27', 90.5]]);
  });
});
