// Fails the build when the first load, script or style, is heavier than promised.
import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMITS = { script: 150 * 1024, style: 15 * 1024, route: 40 * 1024 };
const OUT = new URL('../target/classes/static/', import.meta.url);

const LIST = new URL('asset-manifest.json', OUT);
const manifest = JSON.parse(readFileSync(LIST, 'utf8'));
rmSync(LIST); // only needed here, not served
const gzipped = (file) => gzipSync(readFileSync(new URL(file, OUT)), { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

function loadedWith(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) loadedWith(next, seen);
  return seen;
}

const entry = 'index.html';
const first = loadedWith(entry);
const script = [...first].reduce((sum, key) => sum + gzipped(manifest[key].file), 0);
const styles = new Set([...first].flatMap((key) => manifest[key].css ?? []));
const style = [...styles].reduce((sum, file) => sum + gzipped(file), 0);
const routes = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);

const findings = [
  ['first script', script, LIMITS.script],
  ['first style', style, LIMITS.style],
  ...routes.map((key) => [`route ${manifest[key].name}`, gzipped(manifest[key].file), LIMITS.route]),
];
let isTooBig = false;
for (const [what, size, limit] of findings) {
  const isOver = size > limit;
  isTooBig ||= isOver;
  console.log(`${isOver ? 'TOO BIG ' : ''}${what}: ${kilobytes(size)} gzipped, limit ${kilobytes(limit)}`);
}
process.exit(isTooBig ? 1 : 0);
