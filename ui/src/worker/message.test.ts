import { describe, expect, it } from 'vitest';
import { answeredOf, factsOf, shownOf } from './message';

const page = {
  web_push: 8030,
  mutable: true,
  notification: {
    title: 'Critical: 7.2 % of payments fail',
    body: 'INC-1042 on checkout.',
    navigate: 'https://larum.example.org/a/t0ken',
    tag: 'inc-1042',
    actions: [{ action: 'acknowledge', title: 'Acknowledge', navigate: 'https://larum.example.org/a/t0ken' }],
    data: { answer: 'https://larum.example.org/a/t0ken', receipt: 'https://larum.example.org/push/receipts/r' },
  },
};

describe('a push', () => {
  it('is shown as it was written, and answered where it came from', () => {
    const { title, options } = shownOf(JSON.stringify(page));
    expect(title).toBe('Critical: 7.2 % of payments fail');
    expect(options).toMatchObject({
      body: 'INC-1042 on checkout.',
      tag: 'inc-1042',
      renotify: true,
      requireInteraction: true,
      actions: [{ action: 'acknowledge', title: 'Acknowledge' }],
      data: { page: '/a/t0ken', answer: '/a/t0ken', receipt: '/push/receipts/r' },
    });
  });

  it('offers no answer where none is wanted', () => {
    const { options } = shownOf(
      JSON.stringify({ notification: { ...page.notification, navigate: '/me?test=1', data: { receipt: '/r' } } }),
    );
    expect(options).toMatchObject({
      actions: [],
      requireInteraction: false,
      data: { page: '/me?test=1', answer: null },
    });
  });

  it.each([
    '',
    'no JSON',
    'null',
    '[]',
    '{"notification": null}',
    '{"notification": {"title": 7, "actions": "x"}}',
  ])('is shown even when nothing can be read of it: %s', (text) => {
    const { title, options } = shownOf(text);
    expect(title).toBe('Larum has something for you');
    expect(options.data).toEqual({ page: '/', answer: null, receipt: null });
  });

  it.each([
    ['https://evil.example/a/x?y#z', '/a/x?y#z'],
    ['//evil.example/a', '/a'],
    ['https://evil.example//other.example/a', '/'],
    ['javascript:alert(1)', '/'],
  ])('leads to no other host: %s', (navigate, path) => {
    const found = shownOf(JSON.stringify({ notification: { navigate } })).options.data.page;
    expect(new URL(found, 'https://larum.example.org/').host).toBe('larum.example.org');
    expect(found).toBe(path);
  });

  it('is answered also when the browser has shown it by itself', () => {
    const { answer, receipt } = page.notification.data;
    expect(factsOf({ id: 'n', answer, receipt })).toEqual({
      page: '/a/t0ken',
      answer: '/a/t0ken',
      receipt: '/push/receipts/r',
    });
    expect(factsOf(null)).toEqual({ page: '/', answer: null, receipt: null });
  });

  it('says that an answer has arrived, without a sound and in the same place', () => {
    const data = { page: '/a/t', answer: '/a/t', receipt: null };
    expect(answeredOf('Critical: x', 'inc-1', data)).toMatchObject({
      title: 'Critical: x',
      options: { silent: true, tag: 'inc-1', actions: [], data },
    });
  });
});
