import type { FieldError, Problem, Session } from './types';

/** Why a request did not do what was asked: the server refused or failed, or it was never reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];

  constructor(status: number, problem: Problem) {
    super(problem.detail || problem.title || 'The server gave no reason.');
    this.name = 'ApiProblem';
    this.status = status;
    this.code = problem.code ?? (status === 0 ? 'no_network' : 'unknown');
    this.errors = problem.errors ?? [];
  }

  /** True when the request may simply be sent again, with the same key. */
  get isPassing(): boolean {
    return (
      this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504
    );
  }

  errorAt(path: string): string | undefined {
    return this.errors.find((error) => error.path.replace(/^\/|^\$\./, '') === path)?.message;
  }
}

type Query = Record<string, string | number | null | undefined>;

interface Asking {
  query?: Query;
  signal?: AbortSignal | undefined;
  /** A 401 here is an answer to this question and not the end of the session. */
  isSignIn?: boolean;
}

interface Writing extends Asking {
  /** One key per intention, the same one on every try. */
  key?: string;
  /** The type of a body that is text and goes as it is, instead of JSON. */
  type?: string;
}

export function newKey(): string {
  // randomUUID exists only on https and localhost; a small installation may be reached by plain http.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Speaks to the server: JSON both ways, the CSRF value and an idempotency key on every write. */
export class Client {
  /** Who writes here, and the value that proves that it is this page. */
  session: Session | null = null;
  onSignedOut: () => void = () => {};
  private readonly send: typeof fetch;

  constructor(send: typeof fetch = (...args) => fetch(...args)) {
    this.send = send;
  }

  get<T>(path: string, asking: Asking = {}): Promise<T> {
    return this.request<T>('GET', path, asking);
  }

  post<T>(path: string, body?: unknown, writing: Writing = {}): Promise<T> {
    return this.write<T>('POST', path, body, writing);
  }

  put<T>(path: string, body?: unknown, writing: Writing = {}): Promise<T> {
    return this.write<T>('PUT', path, body, writing);
  }

  delete(path: string, writing: Writing = {}): Promise<void> {
    return this.write<void>('DELETE', path, undefined, writing);
  }

  private async write<T>(method: string, path: string, body: unknown, writing: Writing): Promise<T> {
    const key = writing.key ?? newKey();
    const attempt = () => this.request<T>(method, path, { ...writing, isSignIn: true }, body, key);
    try {
      return await attempt();
    } catch (problem) {
      if (writing.isSignIn || !(problem instanceof ApiProblem && problem.status === 401)) throw problem;
      // A stale CSRF value looks the same as no session: after another tab has signed in again, only the value is old.
      if (await this.hasNewSession()) return attempt();
      this.onSignedOut();
      throw problem;
    }
  }

  /** True when the same person has a session with another CSRF value, which is then used from here on. */
  private async hasNewSession(): Promise<boolean> {
    try {
      const { csrf, person } = await this.request<Session>('GET', '/api/session', { isSignIn: true });
      if (csrf === this.session?.csrf || person.id !== this.session?.person.id) return false;
      this.session = { csrf, person };
      return true;
    } catch {
      return false;
    }
  }

  private async request<T>(method: string, path: string, asking: Writing, body?: unknown, key?: string): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body !== undefined) headers['Content-Type'] = asking.type ?? 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    if (key && this.session?.csrf) headers['X-Larum-Csrf'] = this.session.csrf;
    let response: Response;
    try {
      response = await this.send(withQuery(path, asking.query), {
        method,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        ...(body === undefined ? {} : { body: asking.type ? String(body) : JSON.stringify(body) }),
        signal: patience(asking.signal),
      });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      const isSlow = cause instanceof DOMException && cause.name === 'TimeoutError';
      throw new ApiProblem(0, { detail: isSlow ? 'The server did not answer.' : 'The server cannot be reached.' });
    }
    // A 202 with a problem: it is done, and the list that would show it is behind.
    const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json') ?? false;
    if (response.ok && !isProblem) {
      const text = await response.text();
      return (text ? JSON.parse(text) : undefined) as T;
    }
    const problem = new ApiProblem(response.status, await problemOf(response));
    if (response.status === 401 && !asking.isSignIn) this.onSignedOut();
    throw problem;
  }
}

const PATIENCE_MS = 20_000;

function patience(signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    if (body && typeof body === 'object') return body as Problem;
  } catch {
    // Not JSON: a proxy answered. The status is all there is.
  }
  return { detail: `The server answered ${response.status} without a reason.` };
}

export const client = new Client();
