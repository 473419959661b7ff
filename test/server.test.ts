import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompletionItem, CompletionList, DocumentSymbol, Hover, Location, LocationLink, WorkspaceSymbol } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type PreviewResult, preview } from '../client/src/messages.ts';
import { Configs } from '../server/src/config/configs.ts';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { load } from '../server/src/host/load.ts';
import { Linter } from '../server/src/lint.ts';
import { Editor, folderUri, MadeUpFiles, until } from './editor.ts';

const STATE = 'file:///w/state/plan.iplan';
const TOWN = 'file:///w/town/plan.iplan';
const HOUSING = 'file:///w/town/housing.iplan';
const PRINCIPLES = 'file:///w/principles.iplan';
const FILES = {
  [STATE]:
    'plan state "State plan" { level national; period 2020 to 2030; status adopted }\nactor agency "State agency" { type agency }\nmandate settle "Settle refugees" { from agency; to local; force must }\n',
  [TOWN]:
    'plan town "Town plan" {\n  level local\n  period 2025 to 2028\n  status adopted\n  under state\n  uses principles\n}\nactor council "Town council" { type council }\nactor office "Housing office" { type department }\n',
  [HOUSING]:
    'sector housing "Housing" {\n  field housing\n  lead office\n  responsibility settling "Settling" {\n    accountable council\n    fulfils settle\n    covers equal\n  }\n}\n',
  [PRINCIPLES]: 'framework principles "Principles" {\n  item equal "Equal access"\n}\n',
};
const labels = (items: readonly CompletionItem[]): string[] => items.map((item) => item.label);

describe('server', () => {
  let editor: Editor;
  let files: MadeUpFiles;
  const started = async (kind?: Parameters<Editor['start']>[0], features?: Parameters<typeof Editor.inProcess>[1]) => {
    files = new MadeUpFiles(FILES);
    editor = Editor.inProcess(files, features);
    await editor.start(kind);
  };
  afterEach(async () => {
    await editor?.end();
    (editor as Editor | undefined) = undefined;
  });

  describe('preview', () => {
    const view = (uri: string, wanted: string, rested = true) => editor.connection.sendRequest<PreviewResult>(preview, { uri, view: wanted, rested });

    it('draws the plan of a file from what is typed, and leads to the files of the editor', async () => {
      await started();
      await editor.open(HOUSING, FILES[HOUSING] as string);
      const first = await view(HOUSING, 'overview');
      assert.deepEqual([first.plan, first.title, first.view, first.settled, first.views.length], ['town', 'Town plan', 'overview', true, 9]);
      assert.match(first.html, /Town plan/);
      await editor.edit(HOUSING, { line: 3, character: 27 }, { line: 3, character: 35 }, 'Homes & <b>more</b>');
      const second = await view(HOUSING, 'responsibilities');
      const file = second.files.indexOf(HOUSING);
      assert.match(second.html, new RegExp(`data-file="${file}" data-line="4"[^>]*>Homes &amp; &lt;b&gt;more&lt;/b&gt;<`));
      assert.ok(second.files.includes(HOUSING) && second.files.includes(TOWN), second.files.join(' '));
      const duties = await view(HOUSING, 'mandates');
      assert.ok(duties.files.includes(STATE));
      assert.match(duties.html, /Settle refugees/);
    });

    it('answers a view that it does not know with the first, and says why there is none', async () => {
      await started();
      assert.equal((await view(TOWN, 'no such view')).view, 'overview');
      const framework = await view(PRINCIPLES, 'overview');
      assert.deepEqual([framework.plan, framework.files], [undefined, []]);
      assert.match(framework.html, /is a framework/);
      assert.match((await view('file:///elsewhere/note.iplan', 'overview')).html, /belongs to no plan/);
    });

    it('shows a plan that is broken', async () => {
      await started();
      await editor.open(TOWN, 'plan town "Town plan" {\n level local\n period 2025 to\nactor office "Office {');
      const { html, title } = await view(TOWN, 'overview');
      assert.equal(title, 'Town plan');
      assert.match(html, /structure\//);
    });

    it('says when its findings are not yet those of the text', async () => {
      await started();
      const many = Array.from({ length: 900 }, (_, i) => `  measure m${i} "Measure ${i}" { lead office; for nobody${i} }`).join('\n');
      await editor.open(HOUSING, `${FILES[HOUSING]}\nsector more "More" {\n${many}\n}\n`);
      assert.equal((await view(HOUSING, 'overview', true)).settled, true);
      await editor.edit(HOUSING, { line: 0, character: 16 }, { line: 0, character: 23 }, 'Homes');
      const typed = await view(HOUSING, 'text', false);
      assert.match(typed.html, /Homes/);
      assert.equal(typed.settled, false, 'a plan that takes long is not judged at every key');
      const rested = await view(HOUSING, 'overview', true);
      assert.equal(rested.settled, true);
    });
  });

  it('says what it can do, and problems follow what is typed', async () => {
    await started();
    assert.equal(
      editor.capabilities.textDocumentSync && typeof editor.capabilities.textDocumentSync === 'object' ? editor.capabilities.textDocumentSync.change : 0,
      2,
    );
    await editor.open(HOUSING, FILES[HOUSING] as string);
    assert.ok(!(await editor.rules(HOUSING)).includes('names/unknown-name'));
    await editor.edit(HOUSING, { line: 2, character: 7 }, { line: 2, character: 13 }, 'offise');
    const report = await editor.pullWith('names/unknown-name', HOUSING);
    const problem = report.items.find((item) => item.code === 'names/unknown-name');
    assert.deepEqual(problem?.range, { start: { line: 2, character: 7 }, end: { line: 2, character: 13 } });
    assert.equal(problem?.message, 'Nothing named "offise" is declared. Did you mean "office"?');
    assert.equal(problem?.source, 'iplan');
    assert.equal((await editor.pull(HOUSING, report.resultId)).kind, 'unchanged');
    const actions = await editor.connection.sendRequest<{ title: string; edit: { changes: object } }[]>('textDocument/codeAction', {
      textDocument: { uri: HOUSING },
      range: problem?.range,
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map((action) => action.title),
      ['Replace by "office"', 'Declare an actor "offise"', 'Declare a partner "offise"'],
    );
    await editor.edit(HOUSING, { line: 2, character: 7 }, { line: 2, character: 13 }, 'office');
    assert.ok(!(await editor.rules(HOUSING)).includes('names/unknown-name'));
  });

  it('asks the editor to ask again when another file changes what a document may name', async () => {
    await started();
    await editor.open(HOUSING, FILES[HOUSING] as string);
    await editor.rules(HOUSING);
    await editor.open(TOWN, FILES[TOWN] as string);
    await editor.edit(TOWN, { line: 8, character: 6 }, { line: 8, character: 12 }, 'bureau');
    await until('refresh', () => editor.refreshes > 0);
    assert.ok((await editor.rules(HOUSING)).includes('names/unknown-name'));
    const before = editor.refreshes;
    await editor.close(TOWN);
    await until('second refresh', () => editor.refreshes > before);
    assert.ok(!(await editor.rules(HOUSING)).includes('names/unknown-name'), 'what was not saved is gone with the document');
  });

  it('publishes to an editor that does not ask, and only what changed', async () => {
    await started({ pulls: false });
    assert.equal(editor.capabilities.diagnosticProvider, undefined);
    await editor.open(HOUSING, FILES[HOUSING] as string);
    await until('word of the document', () => editor.published.some((p) => p.uri === HOUSING && p.version === 1));
    await new Promise((resolve) => setTimeout(resolve, 400));
    editor.published.length = 0;
    await editor.edit(HOUSING, { line: 2, character: 7 }, { line: 2, character: 13 }, 'offise');
    const told = await until('word of the mistake', () => editor.published.find((p) => p.uri === HOUSING));
    assert.equal(told.version, 2);
    assert.ok(told.diagnostics.some((d) => d.code === 'names/unknown-name'));
    files.texts.delete(STATE);
    await editor.disk({ uri: STATE, type: 3 });
    await until('word of the file that is gone', () => editor.published.some((p) => p.uri === STATE && p.diagnostics.length === 0));
    assert.ok(editor.published.every((p) => p.uri !== PRINCIPLES));
  });

  it('keeps a question about the workspace open until something is new', async () => {
    await started();
    const first = await editor.pullAll();
    assert.deepEqual(first.items.map(({ uri }) => uri).sort(), Object.keys(FILES).sort());
    const ids = first.items.map(({ uri, resultId }) => ({ uri, value: resultId as string }));
    let answered = false;
    const second = editor.pullAll(ids).then((report) => {
      answered = true;
      return report;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(answered, false);
    files.texts.set(STATE, (FILES[STATE] as string).replace('mandate settle', 'mandate settles'));
    await editor.disk({ uri: STATE, type: 2 });
    const news = await second;
    assert.ok(news.items.some((item) => item.uri === HOUSING && item.kind === 'full' && item.items.some((d) => d.code === 'names/unknown-name')));
    const now = new Map([...ids, ...news.items.map(({ uri, resultId }) => ({ uri, value: resultId as string }))].map(({ uri, value }) => [uri, value]));
    files.texts.delete(STATE);
    await editor.disk({ uri: 'file:///w/state', type: 3 });
    const gone = await editor.pullAll([...now].map(([uri, value]) => ({ uri, value })));
    assert.ok(gone.items.some((item) => item.uri === STATE && item.kind === 'full' && item.items.length === 0));
  });

  it('takes away what is shown of a file that is gone, though the editor has forgotten that it asked', async () => {
    await started();
    const broken = 'measure later "Later" { lead nobody }\n';
    const uri = 'file:///w/town/later.iplan';
    files.texts.set(uri, broken);
    await editor.disk({ uri, type: 1 });
    await editor.open(uri, broken);
    const ids = (await editor.pullAll()).items.filter((one) => one.uri !== uri).map((one) => ({ uri: one.uri, value: one.resultId as string }));
    assert.equal((await editor.pull(uri)).kind, 'full');
    files.texts.delete(uri);
    await editor.close(uri);
    await editor.disk({ uri, type: 3 });
    const gone = await editor.pullAll(ids);
    assert.ok(
      gone.items.some((item) => item.uri === uri && item.kind === 'full' && item.items.length === 0),
      gone.items.map((item) => item.uri).join(),
    );
  });

  it('lets a question be withdrawn', async () => {
    await started();
    const ids = (await editor.pullAll()).items.map(({ uri, resultId }) => ({ uri, value: resultId as string }));
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: ids }, source.token);
    await new Promise((resolve) => setTimeout(resolve, 50));
    source.cancel();
    await asked.catch((error: { code?: number }) => assert.equal(error.code, -32800));
    assert.ok(await editor.at<Hover>('hover', TOWN, 7, 8));
  });

  it('offers what fits, with titles', async () => {
    await started();
    await editor.open(HOUSING, FILES[HOUSING] as string);
    const { items } = await editor.at<CompletionList>('completion', HOUSING, 4, 16);
    assert.ok(labels(items).includes('council') && labels(items).includes('agency') && labels(items).includes('jointly'));
    assert.equal(items.find((item) => item.label === 'agency')?.detail, 'actor of State plan');
    assert.equal(items.find((item) => item.label === 'council')?.labelDetails?.description, 'Town council');
  });

  it('tells what a name is, and goes to where it is declared: in the plan, above it, in a framework', async () => {
    await started();
    await editor.open(HOUSING, FILES[HOUSING] as string);
    const hover = await editor.at<Hover>('hover', HOUSING, 5, 14);
    assert.match(
      (hover.contents as { value: string }).value,
      /\*\*Settle refugees\*\*.*[\s\S]*State plan[\s\S]*Fulfilled by[\s\S]*responsibility Settling \(Town council\), Town plan/,
    );
    const target = async (line: number, character: number) => (await editor.at<LocationLink[]>('definition', HOUSING, line, character))[0];
    assert.equal((await target(4, 18))?.targetUri, TOWN);
    assert.deepEqual(await target(5, 14), {
      targetUri: STATE,
      targetRange: { start: { line: 2, character: 0 }, end: { line: 2, character: 70 } },
      targetSelectionRange: { start: { line: 2, character: 8 }, end: { line: 2, character: 14 } },
      originSelectionRange: { start: { line: 5, character: 12 }, end: { line: 5, character: 18 } },
    });
    assert.equal((await target(6, 12))?.targetUri, PRINCIPLES);
    const references = await editor.at<Location[]>('references', STATE, 2, 10, { context: { includeDeclaration: true } });
    assert.deepEqual(
      references.map(({ uri }) => uri),
      [STATE, HOUSING],
    );
  });

  it('lays out files and finds declarations of the whole workspace', async () => {
    await started();
    const symbols = await editor.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: HOUSING } });
    assert.deepEqual(
      symbols.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.name)]),
      [['Housing', 'sector housing', ['Settling']]],
    );
    const found = await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'settl' });
    assert.deepEqual(found.map(({ name }) => name).sort(), ['Settle refugees', 'Settling']);
  });

  it('goes on when a feature fails: it answers nothing and says so', async () => {
    const broken = () => {
      throw new Error('broken on purpose');
    };
    await started({}, { hover: broken, documentSymbols: broken });
    assert.equal(await editor.at('hover', TOWN, 7, 8), null);
    assert.deepEqual(await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: TOWN } }), []);
    assert.ok((await editor.at<LocationLink[]>('definition', HOUSING, 4, 18)).length === 1);
    // What is logged says where, and no word that may come from a plan.
    assert.ok(editor.logged.some((message) => message.startsWith('hover failed: Error') && message.includes('server.test.ts')));
    assert.ok(!editor.logged.some((message) => message.includes('broken on purpose')));
  });

  it('answers nothing about what it does not know, and takes every position', async () => {
    await started();
    await editor.open(HOUSING, FILES[HOUSING] as string);
    assert.equal(await editor.at('hover', 'file:///w/nowhere.iplan', 0, 0), null);
    for (const [line, character] of [
      [99, 99],
      [-1, -1],
      [2, 1e9],
    ] as const) {
      assert.ok(Array.isArray((await editor.at<CompletionList>('completion', HOUSING, line, character)).items));
      assert.ok(Array.isArray(await editor.at('definition', HOUSING, line, character)));
    }
    await editor.edit(HOUSING, { line: 500, character: 3 }, { line: 2, character: 900 }, '\n');
    await editor.edit('file:///w/nowhere.iplan', { line: 0, character: 0 }, { line: 0, character: 0 }, 'x');
    assert.deepEqual(
      await editor.connection
        .sendRequest('textDocument/diagnostic', { textDocument: { uri: 'git:/w/town/plan.iplan?HEAD' } })
        .then((r) => (r as { items: unknown[] }).items),
      [],
    );
  });

  it('follows the configuration, and reports what is wrong in it', async () => {
    await started();
    const config = 'file:///w/iplan.config.json';
    files.texts.set(config, '{ "exclude": ["state/**"], "profil": 1 }');
    await editor.pullAll();
    await editor.disk({ uri: config, type: 1 });
    const report = await editor.pullAll();
    assert.ok(report.items.some((item) => item.uri === config && item.kind === 'full' && item.items.length === 1));
    assert.ok((await editor.rules(HOUSING)).includes('names/unknown-name'), 'the plan that is left out is not known');
  });

  it('knows a file by one address, however an editor spells it', async () => {
    await started();
    await editor.open('file:///w/town/hous%69ng.iplan', 'sector housing "Housing" { lead offise }\n');
    assert.ok((await editor.rules(HOUSING)).includes('names/unknown-name'));
  });

  it('says of a large plan at once what its text says, and the rest when typing rests', async () => {
    await started();
    const measures = Array.from(
      { length: 1500 },
      (_, i) => `  measure m${i} "Measure number ${i} of a large plan" {\n    lead offise\n    status ongoing\n  }\n`,
    );
    await editor.open(HOUSING, `sector housing "Housing" {\n${measures.join('')}}\n`);
    assert.deepEqual(await editor.rules(HOUSING), []);
    await until('refresh', () => editor.refreshes > 0);
    assert.ok((await editor.rules(HOUSING)).includes('names/unknown-name'));
    const problem = async () => {
      const report = await editor.pull(HOUSING);
      return report.kind === 'full' ? report.items.find((item) => item.code === 'names/unknown-name' && item.range.start.line > 100) : undefined;
    };
    const before = await problem();
    await editor.edit(HOUSING, { line: 1, character: 0 }, { line: 1, character: 0 }, '\n\n');
    await editor.edit(HOUSING, { line: 5, character: 11 }, { line: 5, character: 18 }, 'ongowing');
    const after = await problem();
    assert.equal(after?.range.start.line, (before?.range.start.line ?? 0) + 2, 'what was found before stands where its text now stands');
    assert.ok((await editor.rules(HOUSING)).includes('structure/bad-value'), 'what the text says is said at once');
    await editor.reads();
    await editor.edit(HOUSING, { line: 2, character: 0 }, { line: 2, character: 0 }, '\n');
    assert.ok((await editor.rules(HOUSING)).includes('names/unknown-name'), 'nothing vanishes while all is read anew');
  });

  it('finds the plan of a file that is opened without its folder', async () => {
    await started({ folders: [] });
    await editor.open(HOUSING, FILES[HOUSING] as string);
    const rules = await editor.rules(HOUSING);
    assert.ok(!rules.includes('names/no-plan'), 'the plan beside it is known');
    assert.equal((await editor.at<LocationLink[]>('definition', HOUSING, 4, 18))[0]?.targetUri, TOWN);
  });

  it('speaks the language of an editor that sends its locale, and the one that comes with its texts', async () => {
    const uri = 'file:///w/plan.iplan';
    for (const [kind, says] of [
      [{ locale: 'nb-NO' }, /mangler ansvarlig/],
      [
        { locale: 'nb', initializationOptions: { speech: { language: 'sv', texts: { '{0} has nobody accountable.': '{0}: ingen ansvarig.' } } } },
        /: ingen ansvarig/,
      ],
    ] as const) {
      editor = Editor.spawned();
      await editor.start({ folders: [], ...kind });
      await editor.open(uri, 'plan town "Town" { level local; period 2025 to 2028; status adopted }\nmeasure cafe "Job café" { status ongoing }\n');
      const report = await editor.pull(uri);
      assert.ok(report.kind === 'full' && report.items.some(({ message }) => says.test(String(message))), JSON.stringify(report));
      await editor.end();
    }
    (editor as Editor | undefined) = undefined;
  });

  it('works over standard input and output, and finds what the command line finds in every example', async () => {
    const root = path.join(import.meta.dirname, '../examples');
    editor = Editor.spawned();
    await editor.start({ folders: [folderUri(root)], settings: { asOf: '2026-06-30' } });
    const { workspace, configs } = load([root], { today: '2026-06-30', asOf: '2026-06-30' });
    assert.ok(configs instanceof Configs);
    const linter = new Linter();
    for (const file of plansBelow(root)) {
      const uri = pathToFileURL(file).href;
      await editor.open(uri, readFileSync(file, 'utf8'));
      const expected = diagnostics(linter.diagnose(workspace, uri, (u) => configs.settingsOf(u)));
      let report = await editor.pull(uri);
      // On a busy machine a plan may be slow to judge; then the rest is said when typing rests.
      for (let i = 0; i < 20 && JSON.stringify(report.kind === 'full' && report.items) !== JSON.stringify(expected); i++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        report = await editor.pull(uri);
      }
      assert.deepEqual(report.kind === 'full' ? report.items : [], expected, file);
    }
    const ended = await editor.end();
    assert.equal(ended, 0);
    (editor as Editor | undefined) = undefined;
  });
});

const plansBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.iplan'))
    .map((name) => path.join(folder, name));
