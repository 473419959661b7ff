// Makes a country of plans out of the examples and measures a check of it: wall time and the most memory that it took.
//   npm run bench:corpus -- [files] [kilobytes a file] [--keep FOLDER]
// 10,000 files of 10 KB unless told otherwise. The bundle in dist/ is measured; build it first.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const { keep, numbers } = readArguments(process.argv.slice(2));
const [files = 10_000, kilobytes = 10] = numbers;

/** The examples as they lie, with files of one folder put together until they are large enough: what stands in one plan may stand in one file. */
function examples() {
  const base = path.join(root, 'examples');
  const byFolder = Map.groupBy(
    readdirSync(base, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:iplan|csv)$/.test(file))
      .sort(),
    (file) => path.dirname(file),
  );
  const merged = [...byFolder].flatMap(([folder, names]) => {
    const made = [];
    for (const name of names) {
      const text = readFileSync(path.join(base, name), 'utf8');
      const last = made.at(-1);
      const small = last !== undefined && name.endsWith('.iplan') && last.name.endsWith('.iplan') && last.text.length + text.length <= kilobytes * 1024;
      if (small && !(/^plan /m.test(last.text) && /^plan /m.test(text))) last.text += `\n${text}`;
      else made.push({ name: path.join(folder, path.basename(name)), text });
    }
    return made;
  });
  return merged.map(({ name, text }) => ({ name, text: name.endsWith('.csv') ? text : grown(text) }));
}

/** A plan with its own declarations again and again, under other ids, until it is large enough; names of other plans stay. */
function grown(text) {
  const blocks = text.split(/\n(?=[a-z]+ )/).filter((block) => !/^(?:#.*\n|\s)*(?:plan|framework|waive|mandate)\b/.test(block) && !/^\s*data "/m.test(block));
  // An id of one word may also be a word of the language.
  const ids = blocks.flatMap((block) => [...block.matchAll(/^\s*[a-z]+ ([\p{L}][\p{L}\p{N}_]*-[\p{L}\p{N}_-]+) "/gmu)].map(([, id]) => id));
  if (ids.length === 0) return text;
  const named = new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${ids.sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}_.-])`, 'gu');
  const again = (block, n) => outsideTexts(block, (part) => part.replace(named, (id) => `${id}-${n}`));
  let out = text;
  for (let i = 0; out.length < kilobytes * 1024; i++) out += `\n${again(blocks[i % blocks.length], Math.floor(i / blocks.length) + 2)}\n`;
  return out;
}

const outsideTexts = (text, turn) =>
  text
    .split('"')
    .map((part, i) => (i % 2 === 1 ? part : turn(part)))
    .join('"');

/** Copies the examples until there are enough files; each copy has plans of its own that know only each other. */
function writeCorpus(folder) {
  const all = examples();
  const ids = [...new Set(all.flatMap(({ text }) => [...text.matchAll(/^plan ([\p{L}][\p{L}\p{N}_-]*)/gmu)].map(([, id]) => id)))];
  const named = new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${ids.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  let count = 0;
  let size = 0;
  for (let copy = 0; count < files; copy++) {
    for (const { name, text } of all.slice(0, files - count)) {
      const own = name.endsWith('.csv') ? text : outsideTexts(text, (part) => part.replace(named, (id) => `${id}-${copy}`));
      const file = path.join(folder, `copy-${copy}`, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, own);
      size += own.length;
      count++;
    }
  }
  return size;
}

/** Runs a command and follows the memory that it holds, as the system counts it. */
function measured(args, cwd) {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let said = '';
    let peak = 0;
    child.stderr.on('data', (chunk) => (said += chunk));
    const timer = setInterval(() => {
      const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }, 50);
    child.on('exit', (code) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes: peak / 1024, code, said });
    });
  });
}

function readArguments(args) {
  const at = args.indexOf('--keep');
  const folder = at < 0 ? undefined : args[at + 1];
  return { keep: folder, numbers: args.filter((arg) => /^\d+$/.test(arg)).map(Number) };
}

const folder = keep ?? mkdtempSync(path.join(tmpdir(), 'iplan-corpus-'));
mkdirSync(path.join(folder, '.git'), { recursive: true });
try {
  const size = writeCorpus(folder);
  console.log(`${files} files, ${(size / 1024 / 1024).toFixed(0)} MB`);
  for (const [what, ...args] of [
    ['check', '--format', 'json', '--fail-on', 'never', '--as-of', '2025-06-30', '--stats', '--no-progress'],
    ['list', 'measures', '--where', 'has budget', '--format', 'csv'],
  ]) {
    const { seconds, megabytes, code, said } = await measured([what, ...args], folder);
    console.log(`${what}: ${seconds.toFixed(2)} s, at most ${megabytes.toFixed(0)} MB, exit code ${code}`);
    console.log(
      said
        .split('\n')
        .slice(0, 12)
        .map((line) => `  ${line}`)
        .join('\n')
        .trimEnd(),
    );
  }
} finally {
  if (keep === undefined) rmSync(folder, { recursive: true, force: true });
}
