import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { queryClient, read } from '../../api/query-client';
import type { Feedback, FeedbackFigures, IncidentFeedback, Page, QuarterSurvey } from '../../api/types';
import type { Verdict } from './wording';

export interface Filter {
  kind: string | null;
  verdict: string | null;
  category: string | null;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** The beginning of the day so many weeks ago, so that the same question has the same words all day. */
const since = (weeks: number) => new Date(Math.floor((Date.now() - weeks * WEEK_MS) / 86_400_000) * 86_400_000);

export function useFigures(weeks: number) {
  return useQuery({
    queryKey: ['feedback', 'figures', weeks],
    queryFn: ({ signal }) =>
      read<FeedbackFigures>('/api/feedback/figures', { from: since(weeks).toISOString() }, signal),
  });
}

/** What people said, newest first. */
export function useFeedback(filter: Filter, weeks: number) {
  return useInfiniteQuery({
    queryKey: ['feedback', 'list', filter, weeks],
    queryFn: ({ pageParam, signal }) =>
      read<Page<Feedback>>(
        '/api/feedback',
        { ...filter, from: since(weeks).toISOString(), limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

const QUARTER = ['feedback', 'quarter'];

/** What the reader is asked about the last quarter; null when nothing is. */
export function useQuarter() {
  return useQuery({
    queryKey: QUARTER,
    queryFn: async ({ signal }) => (await read<{ survey: QuarterSurvey | null }>('/api/survey', {}, signal)).survey,
  });
}

export async function answerQuarter(quarter: string, question: string, answer: number, key: string): Promise<void> {
  const { survey } = await client.post<{ survey: QuarterSurvey | null }>(
    '/api/survey',
    { quarter, question, answer },
    { key },
  );
  queryClient.setQueryData(QUARTER, survey);
}

const keyOf = (incident: string) => ['incident', incident, 'feedback'];
const placeOf = (incident: string) => `/api/incidents/${encodeURIComponent(incident)}`;

/** What was said of one incident; renewed with it. */
export function useIncidentFeedback(incident: string) {
  return useQuery({
    queryKey: keyOf(incident),
    queryFn: ({ signal }) => read<IncidentFeedback>(`${placeOf(incident)}/feedback`, {}, signal),
  });
}

export async function ratePage(incident: string, message: string, verdict: Verdict, key: string): Promise<void> {
  const path = `/api/outbox/${encodeURIComponent(message)}/rating`;
  queryClient.setQueryData(keyOf(incident), await client.post<IncidentFeedback>(path, { verdict }, { key }));
}

/** Without a comment, what was said stays. */
export async function rateIncident(
  incident: string,
  stars: number,
  comment: string | null,
  key: string,
): Promise<void> {
  const path = `${placeOf(incident)}/rating`;
  queryClient.setQueryData(keyOf(incident), await client.post<IncidentFeedback>(path, { stars, comment }, { key }));
}

export async function answerSurvey(incident: string, question: string, answer: number, key: string): Promise<void> {
  const path = `${placeOf(incident)}/survey`;
  queryClient.setQueryData(keyOf(incident), await client.post<IncidentFeedback>(path, { question, answer }, { key }));
}
