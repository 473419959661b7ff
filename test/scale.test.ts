import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import fs, { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Cache } from '../server/src/cli/cache.ts';
import { run as check } from '../server/src/cli/check.ts';
import { Crew } from '../server/src/cli/crew.ts';
import { judged } from '../server/src/cli/judged.ts';
import { partOf, partsOf, Reader } from '../server/src/cli/parts.ts';
import { type Scan, scanned, unitsOf } from '../server/src/cli/scan.ts';
import { shareOf } from '../server/src/cli/shard.ts';
import { load } from '../server/src/host/load.ts';
import { Linter } from '../server/src/lint.ts';
import { Sight } from '../server/src/sight/sight.ts';
import { summaryOf } from '../server/src/sight/summary.ts';
import { toldOf } from '../server/src/sight/verdict.ts';
import { speak } from '../server/src/text/say.ts';
import { iplan } from './cli.test.ts';
import { program } from './program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Math.max(5, Math.round(Number(process.env.IPLAN_RUNS ?? 100) / 4));
const still = () => {};

/** A small repository in which plans bear on each other in every way: above, below, by name, by a framework, by data, by nothing. */
const FILES: Record<string, string> = {
  'iplan.config.json': '{ "profile": "thorough" }',
  'state/plan.iplan':
    'plan state "State" { level national; period 2024 to 2030; status adopted; uses own }\nactor agency "Agency" { type agency }\nmandate settle "Duty" { from agency; to local; force must }\nindicator jobs "In work" { unit percent; data "jobs.csv" }\n',
  'state/jobs.csv': 'indicator,date,value\njobs,2024-12-31,41\n',
  'frameworks/own.iplan': 'framework own "Own framework" {\n  dimension work "Work" { required for national }\n}\n',
  'north/plan.iplan': 'plan north "North" { level local; period 2025 to 2028; under state; coordinator office }\nactor office "Office" { type department }\n',
  'north/work.iplan': 'sector work "Work" { lead office; responsibility settle-them "Settles" { accountable office; fulfils settle } }\n',
  'south/plan.iplan': 'plan south "South" { level local; period 2025 to 2028; status draft }\nactor help "Help" { type agency }\n',
  'south/more.iplan': 'sector home "Home" { measure visit "Visit" { lead north.office; budget 1000 NOK } }\n',
  'loose.iplan': 'actor nobody "Nobody" { part of south.help }\n',
};
const PIECES = [
  'measure new "New" { lead office }\n',
  'target more "More" { measured by jobs; at least 50% by 2027 }\n',
  'goal good "Good"\n',
  'plan second "Second" { level regional; under stat }\n',
  'waive coverage/orphan-measure on visit until 2027-01-01 because "later"\n',
  'actor office "Office again" { type department }\n',
  'sector {\n',
];

function look(where: string, cache?: Cache): Promise<Scan> {
  return scanned({ paths: [where], given: new Map(), failures: [] }, { today: '2026-03-01' }, cache?.looks, still);
}

/** What is found in a folder: by the cache, or by judging the workspace as one. */
async function byParts(where: string, cache?: Cache): Promise<unknown> {
  const scan = await look(where, cache);
  const { problems } = await judged(scan, unitsOf(scan, scan.uris), scan.uris, cache, false, still);
  return JSON.parse(JSON.stringify(problems));
}
function atOnce(where: string): unknown {
  const { workspace, configs } = load([where], { today: '2026-03-01' });
  const linter = new Linter((rule, error) => assert.fail(`${rule}: ${error}`));
  const uris = [...workspace.files.values()].filter(({ library }) => !library).map(({ uri }) => uri);
  const all = uris.sort().flatMap((uri) => linter.diagnose(workspace, uri, (one) => configs.settingsOf(one)));
  return JSON.parse(JSON.stringify(all.map((problem) => toldOf(problem, workspace))));
}

/** Lets the system list folders in another order for each seed, until it is restored. */
function shuffling(seed: number, listed: (names: string) => void) {
  const place = (name: string) => hash('sha256', `${seed} ${name}`);
  const shuffled = (names: readonly string[]) => names.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  const { readdirSync: real } = fs;
  const nameOf = (entry: string | fs.Dirent): string => (typeof entry === 'string' ? entry : entry.name);
  const other = (...args: [string]) => {
    const entries = real(...args).toSorted((a, b) => (place(nameOf(a)) < place(nameOf(b)) ? -1 : 1));
    listed(entries.map(nameOf).join(' '));
    return entries;
  };
  fs.readdirSync = other as typeof real;
  syncBuiltinESMExports();
  const restored = () => {
    fs.readdirSync = real;
    syncBuiltinESMExports();
  };
  return { shuffled, restored };
}

describe('checking at scale', function () {
  this.timeout(600_000);
  let where: string;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(where, file)), { recursive: true });
    writeFileSync(path.join(where, file), text);
  };
  beforeEach(() => {
    where = mkdtempSync(path.join(tmpdir(), 'iplan-scale-'));
    mkdirSync(path.join(where, '.git'));
    for (const [file, text] of Object.entries(FILES)) write(file, text);
  });
  afterEach(() => rmSync(where, { recursive: true, force: true }));

  it('finds in parts, with and without a cache, what it finds in the whole, whatever is edited', async () => {
    const edit = fc.oneof(
      fc.record({ file: fc.constantFrom(...Object.keys(FILES)), piece: fc.constantFrom(...PIECES), at: fc.nat() }),
      fc.record({ file: fc.constantFrom(...Object.keys(FILES)), gone: fc.constant(true) }),
      fc.record({ file: fc.constantFrom(...Object.keys(FILES)), back: fc.constant(true) }),
      fc.record({
        from: fc.constantFrom('state', 'north', 'office', 'own', 'jobs'),
        to: fc.constantFrom('south', 'other', 'state'),
        file: fc.constantFrom(...Object.keys(FILES)),
      }),
      fc.record({
        file: fc.constant('iplan.config.json'),
        whole: fc.constantFrom('{}', '{ "profile": "essential" }', '{ "exclude": ["south/**"] }', '{ "rules": { "names/unknown-name": "off" } }'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        for (const [file, text] of Object.entries(FILES)) write(file, text);
        for (const one of edits) {
          const target = path.join(where, one.file);
          const text = (() => {
            try {
              return readFileSync(target, 'utf8');
            } catch {
              return FILES[one.file] as string;
            }
          })();
          if ('gone' in one) rmSync(target, { force: true });
          else if ('back' in one) write(one.file, FILES[one.file] as string);
          else if ('whole' in one) write(one.file, one.whole);
          else if ('from' in one) write(one.file, text.replace(one.from, one.to));
          else write(one.file, one.at % 2 === 0 ? text + one.piece : one.piece + text);
          const cache = new Cache(path.join(where, '.iplan-cache'), '2026-03-01');
          const whole = atOnce(where);
          assert.deepEqual(await byParts(where), whole, 'in parts');
          assert.deepEqual(await byParts(where, cache), whole, 'with what the cache holds');
          assert.deepEqual(await byParts(where, new Cache(path.join(where, '.iplan-cache'), '2026-03-01')), whole, 'from the cache');
        }
      }),
      { numRuns: runs },
    );
  });

  it('finds the same in another thread', async () => {
    const scan = await look(where);
    const { sight, configTexts, overrides } = scan;
    const reader = new Reader(sight.ids, (uri) => scan.configs.settingsOf(uri));
    const parts = partsOf(scan, unitsOf(scan, scan.uris), 2).map((units) => partOf(scan, units));
    assert.ok(parts.length > 1);
    const crew = new Crew(2, { ids: sight.ids, configTexts, overrides, language: 'en', texts: undefined });
    const found = new Map<unknown, unknown>();
    const queue = [...parts];
    await crew.work(
      () => queue.shift(),
      (part, result) => found.set(part, result),
    );
    await crew.end();
    for (const part of parts) assert.deepEqual(found.get(part), reader.judge(part));
  });

  it('takes nothing over from another language, and nothing that was damaged', async () => {
    const folder = path.join(where, '.iplan-cache');
    const known = async () => {
      const cache = new Cache(folder, '2026-03-01');
      const scan = await look(where, cache);
      return (await judged(scan, unitsOf(scan, scan.uris), scan.uris, cache, false, still)).known;
    };
    assert.equal(await known(), 0);
    const all = await known();
    assert.equal(all, 5);
    speak('nb', { 'Some text': 'En tekst' });
    try {
      assert.equal(await known(), 0);
    } finally {
      speak('en', undefined);
    }
    for (const name of readdirSync(path.join(folder, 'findings'))) {
      const file = path.join(folder, 'findings', name);
      writeFileSync(file, readFileSync(file, 'utf8').replace('"severity"', '"severitx"'));
    }
    assert.equal(await known(), 0);
    assert.deepEqual(await byParts(where, new Cache(folder, '2026-03-01')), atOnce(where));
  });

  it('tells who sees a plan as it tells what a plan sees, and makes the same key of one plan as of all', () => {
    const named = fc.record({
      kind: fc.constantFrom('plan', 'plan', 'plan', 'framework', 'actor'),
      id: fc.nat(11),
      names: fc.array(fc.nat(11), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(named, { minLength: 1, maxLength: 12 }), (made) => {
        const seen = made.map(({ kind, id, names }, i) => ({
          uri: `file:///${i}/plan.iplan`,
          library: kind === 'framework',
          summary: summaryOf(`${kind} p${id} "Title" {\n${names.map((name) => `  uses p${name}\n`).join('')}}\n`),
        }));
        const sight = new Sight(seen);
        const stamp = ({ uri }: { uri: string }) => uri;
        const keys = sight.keys(sight.units, stamp);
        for (const one of sight.units) {
          const around = sight.around([one]);
          for (const other of sight.units) assert.equal(sight.seeing([other]).has(one), around.has(other));
          assert.equal(sight.keys([one], stamp).get(one), keys.get(one));
          // What bears on a plan is in its key, and what does not bear on it need not be.
          for (const other of around) {
            const changed = sight.keys([one], (file) => (sight.byFile.get(file.uri) === other ? 'changed' : file.uri));
            assert.notEqual(changed.get(one), keys.get(one));
          }
        }
      }),
      { numRuns: runs * 10 },
    );
  });

  it('reads no file again that nobody has touched, and every one that somebody has, whatever its date says', async () => {
    const file = path.join(where, 'alone.iplan');
    write('alone.iplan', 'actor one "One" { type agency }\n');
    const contents = (scan: Scan) => [...scan.files].filter(([, { library }]) => !library).map(([uri, { content }]) => [uri, content]);
    const looked = async () => {
      const cache = new Cache(path.join(where, '.iplan-cache'), '2026-03-01');
      let read = 0;
      const { looks } = cache;
      const memory = {
        get: looks.get.bind(looks),
        put: looks.put.bind(looks),
        seen: looks.seen.bind(looks),
        untouched: (uri: string, stamp: string) => {
          const held = looks.untouched(uri, stamp);
          if (held === undefined) read++;
          return held;
        },
      };
      const scan = await scanned({ paths: [where], given: new Map(), failures: [] }, { today: '2026-03-01' }, memory, still);
      assert.deepEqual(contents(scan), contents(await look(where)));
      assert.deepEqual(cache.save(), []);
      return { scan, read };
    };
    const first = await looked();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const all = contents(first.scan).length;
    assert.equal((await looked()).read, all, 'what was new a moment ago is not relied upon');
    assert.equal((await looked()).read, 0);
    const { atime, mtime } = statSync(file);
    write('alone.iplan', 'actor two "Two" { type agency }\n');
    utimesSync(file, atime, mtime);
    await looked();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal((await looked()).read, 1);
    assert.equal((await looked()).read, 0);
    for (const name of ['whole', 'more']) {
      const page = path.join(where, '.iplan-cache/files', name);
      const bytes = readFileSync(page);
      bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
      writeFileSync(page, bytes);
    }
    assert.equal((await looked()).read, all, 'what was damaged is not there');
  });

  it('shares the plans of the examples among shards, each once, and merges what they find to the same bytes', async () => {
    cpSync(path.join(root, 'examples/norway'), path.join(where, 'norway'), { recursive: true });
    const scan = await look(where);
    const units = unitsOf(scan, scan.uris);
    for (const parts of [1, 2, 4, 7]) {
      const shares = Array.from({ length: parts }, (_, i) => shareOf(scan, units, { number: i + 1, of: parts }));
      assert.deepEqual(new Set(shares.flat()), new Set(units));
      assert.equal(shares.flat().length, units.length);
    }
    const args = ['check', '--as-of', '2026-03-01', '--fail-on', 'never'];
    const formats = ['json', 'sarif', 'gitlab', 'junit', 'github-summary', 'text'];
    const asked = (name: string) => formats.flatMap((format) => ['--format', format, '--output', `${name}.${format}`]);
    assert.equal(iplan(where, [...args, ...asked('whole')]).status, 0);
    for (const part of [1, 2, 3]) assert.equal(iplan(where, [...args, '--shard', `${part}/3`, '--format', 'shard', '--output', `part-${part}.json`]).status, 0);
    assert.match(iplan(where, ['merge-reports', 'part-1.json', 'part-3.json']).stderr, /Of the 3 parts these are missing: 2\./);
    assert.equal(iplan(where, ['merge-reports', 'part-3.json', 'part-1.json', 'part-2.json', '--fail-on', 'never', ...asked('merged')]).status, 0);
    for (const format of formats)
      assert.equal(readFileSync(path.join(where, `merged.${format}`), 'utf8'), readFileSync(path.join(where, `whole.${format}`), 'utf8'), format);
  });

  it('leaves nothing half-written when it is killed, and two runs may share a cache', async () => {
    const start = () =>
      spawn(process.execPath, [...program('cli'), 'check', '--cache', '--fix', '--as-of', '2026-03-01'], {
        cwd: where,
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: 'ignore',
      });
    write('south/odd.iplan', 'measure "Without an id" { lead help; lead help }\n');
    const texts = () =>
      readdirSync(where, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.iplan$/.test(name))
        .map((name) => readFileSync(path.join(where, name), 'utf8'));
    const before = new Set(texts());
    for (const after of [150, 400, 900]) {
      const child = start();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), after);
      await ended;
    }
    const two = [start(), start()].map((child) => new Promise((resolve) => child.once('exit', resolve)));
    await Promise.all(two);
    const mendedTexts = texts();
    assert.ok(mendedTexts.every((text) => before.has(text) || /^measure [a-z-]+ "Without an id"/.test(text)));
    const told = iplan(where, ['check', '--cache', '--verify', '--fail-on', 'never', '--as-of', '2026-03-01']);
    assert.match(told.stderr, /6 plans judged anew, 6 of them known from the cache: the findings are the same\.|plans judged anew, \d+ of them known/);
    assert.equal(told.status, 0);
  });

  it('says in one sentence that it was interrupted', async () => {
    // It waits for its input; before it listens, the system ends it as it ends every other program.
    const ended = async (signal: 'SIGINT' | 'SIGTERM', after: number) => {
      const child = spawn(process.execPath, [...program('cli'), 'check', '-'], {
        cwd: where,
        env: { ...process.env, NODE_OPTIONS: '' },
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (chunk) => {
        said += chunk;
      });
      setTimeout(() => child.kill(signal), after);
      const code = await new Promise((resolve) => child.once('close', resolve));
      return { code, said };
    };
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      let end = await ended(signal, 2000);
      for (let after = 4000; end.code !== code && after <= 64_000; after *= 2) end = await ended(signal, after);
      assert.deepEqual(end, { code, said: 'The check was interrupted: nothing is reported, and no file is half-written.\n' });
    }
  });

  it('says in one sentence what keeps a cache from being written, and finds the same', () => {
    write('taken', 'This is no folder.');
    const args = ['check', '--format', 'json', '--fail-on', 'never', '--as-of', '2026-03-01'];
    const plain = iplan(where, args);
    const cached = iplan(where, [...args, '--cache=taken']);
    assert.equal(cached.stdout, plain.stdout);
    assert.equal(cached.status, 0);
    assert.match(cached.stderr, /^The cache cannot be written: a part of its path is a file; the next run will take longer\.\n$/);
    assert.match(iplan(where, ['check', '--verify']).stderr, /--verify holds a cache against the plans: it stands beside --cache\./);
    assert.match(iplan(where, ['check', '--shard', '5/4']).stderr, /--shard takes a part and the number of parts, such as 1\/4, not "5\/4"\./);
  });

  it('writes the same bytes in whatever order files are listed and named, in every locale and time zone', async () => {
    cpSync(path.join(root, 'examples/norway'), path.join(where, 'norway'), { recursive: true });
    const formats = ['text', 'json', 'sarif', 'github', 'github-summary', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'lines'];
    const paths = ['frameworks', 'loose.iplan', 'north', 'norway', 'south', 'state'];
    const told = mkdtempSync(path.join(tmpdir(), 'iplan-told-'));
    const asked = (some: readonly string[]) => [
      ...['--fail-on', 'never', '--as-of', '2026-03-01', ...some],
      ...formats.flatMap((format) => ['--format', format, '--output', path.join(told, format)]),
    ];
    const written = () => formats.map((format) => readFileSync(path.join(told, format), 'utf8'));
    const before = process.cwd();
    try {
      process.chdir(where);
      assert.equal(await check(asked(paths)), 0);
      const first = written();
      assert.ok(first.every((report) => report.includes('north/plan.iplan') && !report.includes(where)));
      const same = (how: string) => {
        for (const [i, report] of written().entries()) assert.ok(report === first[i], `${formats[i]}, ${how}`);
      };
      const listed = new Set<string>();
      for (const seed of Array(20).keys()) {
        const { shuffled, restored } = shuffling(seed + 1, (names) => listed.add(names));
        try {
          assert.equal(await check(asked(shuffled(paths))), 0);
        } finally {
          restored();
        }
        same(`shuffled with ${seed + 1}`);
      }
      assert.ok([...listed].filter((names) => names.includes('loose.iplan')).length > 15, 'files were listed in many orders');
      for (const LC_ALL of ['C', 'tr_TR.UTF-8', 'ja_JP.UTF-8'])
        for (const TZ of ['UTC', 'Pacific/Auckland']) {
          assert.equal(iplan(where, ['check', ...asked(paths)], '', { LC_ALL, TZ }).status, 0);
          same(`${LC_ALL} in ${TZ}`);
        }
    } finally {
      process.chdir(before);
      rmSync(told, { recursive: true });
    }
  });
});
