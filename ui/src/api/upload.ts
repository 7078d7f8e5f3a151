import { ApiProblem, client, newKey } from './client';
import type { Problem } from './types';

/** Sends a file as the body of a request; fetch cannot say how far it has come. `onShare` hears 0 to 1. */
export function upload<T>(path: string, file: Blob, onShare: (share: number) => void, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Idempotency-Key', newKey());
    if (client.session?.csrf) request.setRequestHeader('X-Larum-Csrf', client.session.csrf);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
      } else {
        if (request.status === 401) client.onSignedOut();
        reject(new ApiProblem(request.status, problemOf(request.responseText)));
      }
    };
    request.onerror = () => reject(new ApiProblem(0, { detail: 'The server cannot be reached.' }));
    request.onabort = () => reject(new DOMException('Taken back', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function problemOf(text: string): Problem {
  try {
    const body: unknown = JSON.parse(text);
    if (body && typeof body === 'object') return body as Problem;
  } catch {
    // Not JSON: a proxy answered. The status is all there is.
  }
  return { detail: 'The file was refused without a reason. It may be larger than a proxy in between lets pass.' };
}
