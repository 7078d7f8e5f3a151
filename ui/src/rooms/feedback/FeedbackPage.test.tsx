// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../api/query-client';
import type { Feedback, FeedbackFigures, Incident, IncidentFeedback } from '../../api/types';
import FeedbackPage from './FeedbackPage';
import { HowItWent } from './HowItWent';

const figures: FeedbackFigures = {
  from: '2026-08-28T00:00:00Z',
  to: '2026-11-28T00:00:00Z',
  pages: { told: 40, rated: 8, percent: 20, target: 15, useful: 5, noise: 2, wrongPerson: 1 },
  incidents: { rated: 3, mean: 4.3, stars: [0, 0, 0, 2, 1] },
  surveys: {
    begun: 5,
    completed: 2,
    percent: 40,
    target: 60,
    questions: [{ question: 'help', sentence: 'Others helped.', answers: 5, mean: 3.4 }],
  },
  quarters: [
    {
      quarter: '2026-Q3',
      asked: 5,
      answered: 3,
      completed: 3,
      percent: 60,
      target: 40,
      questions: [{ question: 'load', sentence: 'It left me enough sleep.', answers: 3, mean: 2.7 }],
    },
  ],
  categories: [
    { category: 'features', comments: 2, distinct: 1, sentiment: -0.45, tags: [{ tag: 'runbook', comments: 2 }] },
  ],
  themes: [{ id: 't', comment: 'The runbook link is missing', category: 'features', comments: 2, sentiment: -0.45 }],
  weeks: [{ week: '2026-11-23', told: 40, rated: 8, useful: 5, noise: 2, wrongPerson: 1, incidents: 3, mean: 4.3 }],
};

const said: Feedback = {
  id: 'f1',
  kind: 'incident',
  incident: { id: 'i1', number: 1001, title: 'Payments fail' },
  service: { id: 's', word: 'checkout', name: 'Checkout' },
  person: { id: 'p', word: 'grace', name: 'Grace Hopper' },
  ticket: null,
  verdict: null,
  stars: 4,
  comment: 'runbook link missing <b>',
  category: 'features',
  tags: ['runbook'],
  sentiment: -0.45,
  alike: 1,
  at: '2026-11-27T09:00:00Z',
};

const nothing: FeedbackFigures = {
  ...figures,
  pages: { told: 0, rated: 0, percent: null, target: 15, useful: 0, noise: 0, wrongPerson: 0 },
  incidents: { rated: 0, mean: null, stars: [0, 0, 0, 0, 0] },
  surveys: { begun: 0, completed: 0, percent: null, target: 60, questions: [] },
  quarters: [],
  categories: [],
  themes: [],
  weeks: [],
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const send = vi.fn<typeof fetch>();
let answers: Record<string, () => Response>;

const asked = (line: string) =>
  send.mock.calls.filter(([path, init]) => `${init?.method} ${String(path).split('?')[0]}` === line);

const bodyOf = (line: string) => JSON.parse(String(asked(line).at(-1)?.[1]?.body));

const show = (page: ReactNode) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>);

beforeEach(() => {
  vi.stubGlobal('fetch', send);
  send.mockReset();
  send.mockImplementation(async (path, init) => {
    const answer = answers[`${init?.method} ${String(path).split('?')[0]}`];
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

describe('the feedback', () => {
  it('asks about the quarter, one tap each, and shows what customers wrote', async () => {
    const line = (answer: number | null) => ({ question: 'load', sentence: 'Enough sleep was left.', answer });
    const survey = (answer: number | null) => ({
      survey: { quarter: '2026-Q4', askedAt: '2027-01-04T10:00:00Z', questions: [line(answer)] },
    });
    const ticket = { ...said, id: 't1', kind: 'ticket', person: null, ticket: { source: 'zendesk', number: '4711' } };
    answers = {
      'GET /api/feedback/figures': () => json(200, figures),
      'GET /api/feedback': () => json(200, { items: [ticket], next: null }),
      'GET /api/survey': () => json(200, survey(null)),
      'POST /api/survey': () => json(200, survey(3)),
    };
    show(<FeedbackPage />);
    expect(await screen.findByText('How was being on call in October to December 2026?')).toBeTruthy();
    expect(screen.getByText('1 of 1 left')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '3' }));
    expect(await screen.findByText('Thank you, all answered')).toBeTruthy();
    expect(bodyOf('POST /api/survey')).toEqual({ quarter: '2026-Q4', question: 'load', answer: 3 });
    expect(await screen.findByText('zendesk 4711')).toBeTruthy();
    expect(screen.getByText(/written to support/)).toBeTruthy();
    expect(screen.getByText(/goal 40 %; 3 of 5 answered, reached/)).toBeTruthy();
    expect(screen.getByText('It left me enough sleep.')).toBeTruthy();
  });

  it('says how many rated against the goal, and in whose words', async () => {
    answers = {
      'GET /api/feedback/figures': () => json(200, figures),
      'GET /api/feedback': () => json(200, { items: [said], next: null }),
    };
    show(<FeedbackPage />);
    expect(await screen.findByText(/goal 15 %; 8 of 40, reached/)).toBeTruthy();
    expect(screen.getByText(/of 5; 3 ratings/)).toBeTruthy();
    expect(screen.getByText(/goal 60 %; 2 of 5, not reached/)).toBeTruthy();
    expect(screen.getByText('Others helped.')).toBeTruthy();
    expect(await screen.findByText('runbook link missing <b>')).toBeTruthy();
    expect(screen.getByText(/1 other says nearly the same/)).toBeTruthy();
    expect(screen.getByText('The runbook link is missing')).toBeTruthy();
  });

  it('is asked again when it is narrowed', async () => {
    answers = {
      'GET /api/feedback/figures': () => json(200, figures),
      'GET /api/feedback': () => json(200, { items: [], next: null }),
    };
    show(<FeedbackPage />);
    fireEvent.change(await screen.findByLabelText('Verdict'), { target: { value: 'noise' } });
    expect(await screen.findByText('Nothing like that was said')).toBeTruthy();
    expect(String(asked('GET /api/feedback').at(-1)?.[0])).toContain('verdict=noise');
  });

  it('says what will stand there when nobody has said anything', async () => {
    answers = {
      'GET /api/feedback/figures': () => json(200, nothing),
      'GET /api/feedback': () => json(200, { items: [], next: null }),
    };
    show(<FeedbackPage />);
    expect(await screen.findByText('Nobody has said anything yet')).toBeTruthy();
    expect(screen.getAllByText('none yet').length).toBeGreaterThan(1);
  });

  it('does not pass for empty when it cannot be loaded', async () => {
    const failing = () => json(500, { detail: 'A mistake.' });
    answers = { 'GET /api/feedback/figures': failing, 'GET /api/feedback': failing };
    show(<FeedbackPage />);
    expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
    expect(screen.queryByText('Nobody has said anything yet')).toBeNull();
  });
});

describe('one tap on the incident page', () => {
  const incident = (state: Incident['state']) => ({ id: 'i1', state }) as Incident;
  const mine: IncidentFeedback = {
    page: { message: 'm1', verdict: null },
    mine: null,
    rated: 0,
    mean: null,
    survey: [],
  };

  it('waits until it is answered', async () => {
    answers = { 'GET /api/incidents/i1/feedback': () => json(200, mine) };
    const { container, rerender } = show(<HowItWent incident={incident('triggered')} />);
    await vi.waitFor(() => expect(asked('GET /api/incidents/i1/feedback')).toHaveLength(1));
    expect(container.textContent).toBe('');
    rerender(
      <QueryClientProvider client={queryClient}>
        <HowItWent incident={incident('acknowledged')} />
      </QueryClientProvider>,
    );
    expect(await screen.findByText('Was your page useful?')).toBeTruthy();
    expect(screen.queryByText('How did the incident go?')).toBeNull();
  });

  it('rates the page', async () => {
    answers = {
      'GET /api/incidents/i1/feedback': () => json(200, mine),
      'POST /api/outbox/m1/rating': () => json(200, { ...mine, page: { message: 'm1', verdict: 'noise' } }),
    };
    show(<HowItWent incident={incident('resolved')} />);
    fireEvent.click(await screen.findByRole('button', { name: 'Noise' }));
    await vi.waitFor(() =>
      expect(screen.getByRole('button', { name: 'Noise' }).getAttribute('aria-pressed')).toBe('true'),
    );
    expect(bodyOf('POST /api/outbox/m1/rating')).toEqual({ verdict: 'noise' });
  });

  it('gives stars at once, and words afterwards', async () => {
    answers = {
      'GET /api/incidents/i1/feedback': () => json(200, { ...mine, page: null }),
      'POST /api/incidents/i1/rating': () =>
        json(200, { page: null, mine: { stars: 4, comment: null }, rated: 1, mean: 4, survey: [] }),
    };
    show(<HowItWent incident={incident('resolved')} />);
    fireEvent.click(await screen.findByRole('button', { name: '4 stars' }));
    const words = await screen.findByLabelText(/What was good/);
    expect(bodyOf('POST /api/incidents/i1/rating')).toEqual({ stars: 4, comment: null });
    fireEvent.change(words, { target: { value: 'Clear.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send comment' }));
    await vi.waitFor(() => expect(asked('POST /api/incidents/i1/rating')).toHaveLength(2));
    expect(bodyOf('POST /api/incidents/i1/rating')).toEqual({ stars: 4, comment: 'Clear.' });
  });

  it('asks a few questions after the stars, each in one tap', async () => {
    const line = { question: 'help', sentence: 'Others helped.', answer: null };
    const rated = { page: null, mine: { stars: 4, comment: null }, rated: 1, mean: 4 };
    answers = {
      'GET /api/incidents/i1/feedback': () => json(200, { ...rated, survey: [line] }),
      'POST /api/incidents/i1/survey': () => json(200, { ...rated, survey: [{ ...line, answer: 2 }] }),
    };
    show(<HowItWent incident={incident('resolved')} />);
    fireEvent.click(await screen.findByText('1 short question, one tap each'));
    fireEvent.click(screen.getByRole('button', { name: '2' }));
    expect(await screen.findByText('All questions answered')).toBeTruthy();
    expect(bodyOf('POST /api/incidents/i1/survey')).toEqual({ question: 'help', answer: 2 });
  });

  it('says why it was not kept', async () => {
    answers = {
      'GET /api/incidents/i1/feedback': () => json(200, { ...mine, page: null }),
      'POST /api/incidents/i1/rating': () => json(403, { code: 'not_a_person', detail: 'Only a person can rate.' }),
    };
    show(<HowItWent incident={incident('resolved')} />);
    fireEvent.click(await screen.findByRole('button', { name: '2 stars' }));
    expect(await screen.findByText('Only a person can rate.')).toBeTruthy();
  });
});
