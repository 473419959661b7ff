// What goes wrong at each seam: the disk, the rules, the editor, the process.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { diskFiles } from '../../server/src/host/disk.ts';
import { editorFiles } from '../../server/src/host/editor.ts';
import { LARGEST, readText } from '../../server/src/host/files.ts';
import { parseFile, type Workspace, Workspace as Workspaces } from '../../server/src/model/workspace.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { judgeChunk, judgeScope } from '../../server/src/rules/run.ts';
import { Editor, folderUri, MadeUpFiles, until } from '../editor.ts';
import { fixture } from '../fixture.ts';
import { SAMPLE } from '../text.ts';
import { slowness } from './clock.ts';
import { Wire } from './wire.ts';

const A = 'file:///w/a/plan.iplan';
const B = 'file:///w/b/plan.iplan';
const plan = (id: string) => `plan ${id} "Plan" { level local }\n`;
const settings = defaultSettings('2026-06-30', 'thorough');
const CHECKS = ['check', 'checkAny', 'checkChunk', 'ofProblem'] as const;
type Checks = Record<(typeof CHECKS)[number], ((...args: unknown[]) => void) | undefined>;

/** Puts something in the place of a rule's check for as long as some work takes. */
async function instead<T>(id: string, check: (...args: unknown[]) => void, work: () => T | Promise<T>): Promise<T> {
  const rule = RULES.find((one) => one.id === id) as unknown as Checks;
  const real = { ...rule };
  for (const name of CHECKS) if (rule[name] !== undefined) rule[name] = check;
  try {
    return await work();
  } finally {
    Object.assign(rule, real);
  }
}

describe('faults: rules', () => {
  /** Every problem that is found when a text is parsed and read, so that every rule has something to say. */
  const problems = RULES.filter(({ ofProblem }) => ofProblem !== undefined).flatMap(({ bad }) => [...fixture(bad[0] as string).texts.values()]);
  const { chunks } = parseFile(B, problems.join('\n')).tree;
  const workspace = new Workspaces(new Map([[A, parseFile(A, `${SAMPLE}\nzzz\n`)]]));
  const found = (): { readonly said: ReadonlySet<string>; readonly failed: readonly string[] } => {
    const scope = workspace.scopeOf(A);
    assert.ok(scope !== undefined);
    const file = workspace.files.get(A);
    assert.ok(file !== undefined);
    const judged = [...[...file.tree.chunks, ...chunks].map((chunk) => judgeChunk(chunk, settings)), judgeScope(scope, workspace, settings)];
    return {
      said: new Set(judged.flatMap(({ findings }) => findings.map(({ rule, place }) => `${rule} ${place.span.start}`))),
      failed: judged.flatMap(({ failures }) => failures.map(({ rule }) => rule)),
    };
  };

  it('one that throws is named, and every other says what it says otherwise', async () => {
    const { said } = found();
    assert.ok(said.size > 8);
    for (const { id } of RULES)
      await instead(
        id,
        () => {
          throw new Error('boom');
        },
        () => {
          const now = found();
          assert.deepEqual([...new Set(now.failed)], [id]);
          for (const one of said) assert.ok(one.startsWith(`${id} `) || now.said.has(one), `without ${id} there is no ${one}`);
        },
      );
  });

  it('one that throws is named in the log of the editor, once, without a word of the plan', async () => {
    await instead(
      'accountability/no-coordinator',
      () => {
        throw new Error('"Secret title" is odd');
      },
      async () => {
        const editor = Editor.inProcess(new MadeUpFiles({ [A]: plan('a') }));
        await editor.start();
        await editor.open(A, plan('a'));
        await editor.rules(A);
        const log = await until('word', () => editor.logged.find((line) => line.includes('accountability/no-coordinator')));
        assert.match(log, /faults\.test\.ts/);
        assert.doesNotMatch(editor.logged.join('\n'), /Secret title/);
        await editor.end();
      },
    );
  });

  it('none takes longer than a second over a plan of 150 kilobytes', async () => {
    const body = SAMPLE.slice(SAMPLE.indexOf('sector work'));
    const text =
      SAMPLE +
      Array.from({ length: 300 }, (_, i) => body.replaceAll(/\b(work|cafe|jobs|in-work)\b/g, `$1-${i}`).replace(`field work-${i}`, 'field work')).join('');
    const large = new Workspaces(new Map([[A, parseFile(A, text)]]));
    const scope = large.scopeOf(A);
    assert.ok(scope !== undefined && text.length > 150_000);
    judgeScope(scope, large, settings);
    const slow: string[] = [];
    for (const { id } of RULES) {
      const alone = {
        ...settings,
        rules: new Map([...settings.rules].map(([rule, setting]) => [rule, rule === id ? setting : { ...setting, severity: 'off' as const }])),
      };
      const start = performance.now();
      judgeScope(scope, large, alone);
      if (performance.now() - start > 1000 * slowness()) slow.push(id);
    }
    assert.deepEqual(slow, []);
  });

  it('are stopped by a change, and nothing of the old text is told', async () => {
    const plans = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`file:///w/${i}/plan.iplan`, plan(`p${i}`)]));
    const calls: { readonly at: number; readonly workspace: Workspace }[] = [];
    const busy = (_scope: unknown, _report: unknown, context: unknown) => {
      calls.push({ at: performance.now(), workspace: (context as { workspace: Workspace }).workspace });
      for (const end = performance.now() + 20; performance.now() < end; );
    };
    await instead('accountability/no-coordinator', busy, async () => {
      const editor = Editor.inProcess(new MadeUpFiles(plans));
      await editor.start({ pulls: false });
      const uri = 'file:///w/0/plan.iplan';
      await editor.open(uri, plan('p0'));
      await until('work on the plans', () => calls.length > 5, 15_000);
      await editor.edit(uri, { line: 0, character: 0 }, { line: 0, character: 0 }, 'nonsense\n');
      const changed = performance.now();
      await until('problems of the new text', () => editor.published.find((told) => told.uri === uri && told.version === 2), 15_000);
      await until('end of the work', () => performance.now() - (calls.at(-1)?.at ?? 0) > 800, 30_000);
      const last = calls.at(-1)?.workspace;
      const late = calls.filter(({ at, workspace }) => workspace !== last && at > changed + 50 * slowness() + 20);
      assert.equal(late.length, 0, `${late.length} rules went on over the old text`);
      const versions = editor.published.filter((told) => told.uri === uri).map(({ version }) => version);
      assert.deepEqual(versions, [...versions].sort(), 'nothing old is told after something new');
      await editor.end();
    });
  });
});

describe('faults: files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iplan-faults-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('one that its reader chokes on costs itself only, each time it is opened again', async () => {
    /** A disk that gives no text for one file, which no parser stands. */
    class Poisoned extends MadeUpFiles {
      override async read(uri: string): Promise<string | undefined> {
        return uri === A ? ({ length: 3 } as unknown as string) : super.read(uri);
      }
    }
    for (let i = 0; i < 2; i++) {
      const editor = Editor.inProcess(new Poisoned({ [A]: '', [B]: plan('b') }));
      await editor.start();
      assert.ok((await editor.rules(B)).length > 0);
      assert.deepEqual(await editor.rules(A), []);
      assert.ok(await until('word', () => editor.logged.find((line) => line.startsWith(`${A} was not read`))));
      await editor.open(A, plan('a'));
      assert.ok((await editor.rules(A)).length > 0, 'what is open is text again');
      await editor.end();
    }
  });

  it('one that is gone between listing and reading is not there', async () => {
    const at = path.join(folder, 'plan.iplan');
    writeFileSync(at, plan('a'));
    const warned: string[] = [];
    const files = diskFiles((message) => warned.push(message));
    const [uri] = await files.list(folderUri(folder));
    rmSync(at);
    assert.equal(await files.read(uri as string), undefined);
    assert.deepEqual(warned, []);
    rmSync(folder, { recursive: true });
    assert.deepEqual(await files.list(folderUri(folder)), []);
  });

  it('one that grows while it is read is read as it was, or refused', async () => {
    const at = path.join(folder, 'data.csv');
    writeFileSync(at, 'indicator,date,value\n');
    const script = `const fs = require('node:fs'); const line = 'a,2024-12-31,1\\n'.repeat(2000); for (let i = 0; i < 300; i++) fs.appendFileSync(${JSON.stringify(at)}, line);`;
    const writer = spawn(process.execPath, ['-e', script], { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } });
    const ended = new Promise((resolve) => writer.on('exit', resolve));
    let refused = false;
    for (let i = 0; i < 2000 && !refused; i++) {
      const read = readText(at);
      if ('text' in read) assert.ok(read.text.length <= LARGEST && read.text.startsWith('indicator'));
      else {
        assert.match(read.error, /MB large/);
        refused = true;
      }
      await wait(2);
    }
    await ended;
    assert.ok(refused, 'the file became too large');
  });
});

describe('faults: the editor', () => {
  it('that never answers holds nobody up', async () => {
    const asking = { sendRequest: <R>() => new Promise<R>(() => {}) };
    const editor = Editor.inProcess(
      editorFiles(
        asking,
        async () => [],
        () => {},
        200,
      ),
    );
    await editor.start();
    await editor.open(A, plan('a'));
    assert.ok((await editor.rules(A)).length > 0);
    assert.match(
      await until('word', () => editor.logged.find((line) => line.includes('did not answer'))),
      /^file:\/\/\/.* was not read: the editor did not answer within 0.2 seconds/,
    );
    await editor.end();
  });

  it('that answers none of what the server asks is answered all the same', async () => {
    const all = { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } };
    const wire = await new Wire().start([], { window: { workDoneProgress: true }, workspace: all, textDocument: { diagnostic: {} } });
    try {
      wire.tell('textDocument/didOpen', { textDocument: { uri: A, languageId: 'iplan', version: 1, text: plan('a') } });
      const { result } = await wire.ask('textDocument/diagnostic', { textDocument: { uri: A } }, 60_000);
      assert.ok((result as { items: unknown[] }).items.length > 0);
      assert.ok(
        wire.heard.some(({ method }) => method === 'workspace/configuration'),
        'it was asked',
      );
    } finally {
      await wire.end();
    }
  });
});

describe('faults: the process', () => {
  it('that has no memory left ends, and one that is started in its place says the same', async () => {
    const text = SAMPLE.repeat(60);
    const open = (wire: Wire, i: number) =>
      wire.tell('textDocument/didOpen', { textDocument: { uri: `file:///w/${i}/plan.iplan`, languageId: 'iplan', version: 1, text } });
    const small = await new Wire(['--max-old-space-size=60']).start([]);
    for (let i = 0; i < 400 && small.ended === undefined; i++) {
      open(small, i);
      small.send({ jsonrpc: '2.0', id: i, method: 'textDocument/documentSymbol', params: { textDocument: { uri: `file:///w/${i}/plan.iplan` } } });
      await wait(5);
    }
    await until('end of the process', () => small.ended, 60_000);
    assert.notEqual(small.ended?.code, 0);
    const next = await new Wire().start([]);
    open(next, 0);
    const { result } = await next.ask('textDocument/documentSymbol', { textDocument: { uri: 'file:///w/0/plan.iplan' } }, 60_000);
    assert.ok((result as unknown[]).length > 100);
    await next.end();
  }).timeout(180_000);
});
