// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { blocksOf, Markdown } from './markdown';

afterEach(cleanup);

const html = (text: string) => render(<Markdown text={text} />).container.innerHTML;

it('draws what notes need', () => {
  const drawn = html('**Disk** is `full`\n\n- one\n- two\n\n[Graph](https://graphs.example.org/1)');
  expect(drawn).toContain('<b>Disk</b> is <code>full</code>');
  expect(drawn).toContain('<li>one</li><li>two</li>');
  expect(drawn).toContain('href="https://graphs.example.org/1"');
});

it('never becomes HTML, and links only to the web', () => {
  const drawn = html('<img src=x onerror=alert(1)> [tap](javascript:alert(1)) <script>x</script>');
  expect(drawn).not.toContain('<img');
  expect(drawn).not.toContain('<script');
  expect(drawn).not.toContain('href');
});

it('keeps code as it is, also when its fence is not closed', () => {
  expect(blocksOf('```\n- not a list\n```')).toEqual([{ kind: 'code', text: '- not a list' }]);
  expect(blocksOf('a\n```\n**b**')).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'code', text: '**b**' },
  ]);
});

it('is quick with what looks like marks without end', () => {
  const before = performance.now();
  html('*'.repeat(10_000) + '['.repeat(10_000) + '`'.repeat(9999));
  expect(performance.now() - before).toBeLessThan(1000);
});
