import assert from 'node:assert/strict';
import type { Message } from 'vscode-languageserver/node';
import type { Features } from '../../server/src/offered.ts';
import { Editor, MadeUpFiles } from '../editor.ts';
import { flaws } from './check.ts';
import { Conversation, model } from './conversation.ts';
import type { Type } from './model.ts';

const PLAN = 'file:///w/plan.iplan';
const at = (line: number, character: number) => ({ line, character });
const range = { start: at(0, 0), end: at(0, 4) };

/** A value, the type that it should be of, and what is wrong with it; nothing where it is right. */
const VALUES: readonly (readonly [type: string, value: unknown, flaw?: string])[] = [
  ['Hover', { contents: { kind: 'markdown', value: 'x' }, range }],
  ['Hover', { contents: ['x', { language: 'iplan', value: 'x' }] }],
  ['Hover', { range }, '$: "contents" of Hover is missing'],
  ['Hover', { contents: 'x', ranges: [] }, '$.ranges: "ranges" is no property of Hover'],
  ['Range', { start: at(1, 0), end: at(0, 0) }, '$: the range ends before it begins'],
  ['Range', { start: at(-1, 0), end: at(0, 0) }, '$.start.line: expected a uinteger, got -1'],
  ['Position', { line: 0, character: 1.5 }, '$.character: expected a uinteger, got 1.5'],
  ['Diagnostic', { range, message: 'x', severity: 5 }, '$.severity: expected one of 1 | 2 | 3 | 4, got 5'],
  ['Diagnostic', { range, message: 'x', codeDescription: { href: 'names/unknown-name' } }, '$.codeDescription.href: expected a URI, got "names/unknown-name"'],
  ['Location', { uri: '/w/plan.iplan', range }, '$.uri: expected a DocumentUri, got "/w/plan.iplan"'],
  ['DocumentDiagnosticReport', { kind: 'unchanged' }, '$: "resultId" of UnchangedDocumentDiagnosticReport is missing'],
  ['DocumentSymbol', { name: 'x', kind: 27, range, selectionRange: range }, '$.kind: expected one of'],
  ['WorkspaceDocumentDiagnosticReport', { kind: 'full', uri: PLAN, items: [] }, '$: "version" is missing'],
  ['InitializeResult', { capabilities: { hoverProvider: 'yes' } }, '$.capabilities.hoverProvider: expected one of boolean | HoverOptions, got "yes"'],
  ['InitializeResult', { capabilities: { hoverProviders: true } }, '$.capabilities.hoverProviders: "hoverProviders" is no property of'],
  ['SemanticTokens', { data: [0, 1, '2'] }, '$.data[2]: expected a uinteger, got "2"'],
  ['CompletionItem', { label: 'x', data: { anything: [1] } }],
  ['InlayHint', { position: at(0, 0), label: [{ value: 'x', tooltip: 1 }] }, '$.label[0].tooltip: expected one of'],
];

const can = { workspace: { diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } } };
const began = (capabilities: object = can): object[] => [
  { from: 'client', id: 0, method: 'initialize', params: { capabilities } },
  { from: 'server', id: 0, result: { capabilities: {} } },
];
/** What an editor and a server say, and what is wrong with it. */
const CONVERSATIONS: readonly (readonly [name: string, said: readonly object[], wrong: readonly string[]])[] = [
  ['a question and its answer', [...began(), { from: 'client', id: 1, method: 'shutdown' }, { from: 'server', id: 1, result: null }], []],
  ['a question without an answer', [...began(), { from: 'client', id: 1, method: 'shutdown' }], ['shutdown was never answered']],
  ['an answer without a question', [...began(), { from: 'server', id: 7, result: null }], ['an answer belongs to no question: 7']],
  [
    'an answer that is none',
    [...began(), { from: 'client', id: 1, method: 'shutdown' }, { from: 'server', id: 1 }],
    ['shutdown is answered with both a result and an error, or with neither', 'shutdown result: expected null, got undefined'],
  ],
  [
    'a server that fails',
    [...began(), { from: 'client', id: 1, method: 'shutdown' }, { from: 'server', id: 1, error: { code: -32603, message: 'broken' } }],
    ['shutdown fails with -32603: broken'],
  ],
  [
    'a question that only the server wants to drop',
    [...began(), { from: 'client', id: 1, method: 'shutdown' }, { from: 'server', id: 1, error: { code: -32800, message: 'no' } }],
    ['shutdown is cancelled though nobody withdrew it'],
  ],
  [
    'a question that is withdrawn',
    [
      ...began(),
      { from: 'client', id: 1, method: 'shutdown' },
      { from: 'client', method: '$/cancelRequest', params: { id: 1 } },
      { from: 'server', id: 1, error: { code: -32800, message: 'withdrawn' } },
    ],
    [],
  ],
  [
    'a word too early',
    [{ from: 'server', id: 0, method: 'workspace/diagnostic/refresh' }],
    [
      'workspace/diagnostic/refresh is asked of an editor without "workspace.diagnostics.refreshSupport"',
      'workspace/diagnostic/refresh is said before initialize is answered',
    ],
  ],
  ['a refresh that the editor can', [...began(), { from: 'server', id: 0, method: 'workspace/diagnostic/refresh' }], []],
  [
    'a refresh that the editor cannot',
    [...began({}), { from: 'server', id: 0, method: 'workspace/diagnostic/refresh' }],
    ['workspace/diagnostic/refresh is asked of an editor without "workspace.diagnostics.refreshSupport"'],
  ],
  [
    'a registration with wrong options',
    [
      ...began(),
      {
        from: 'server',
        id: 0,
        method: 'client/registerCapability',
        params: { registrations: [{ id: 'a', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: [{ glob: '*' }] } }] },
      },
    ],
    [
      'workspace/didChangeWatchedFiles registerOptions.watchers[0]: "globPattern" of FileSystemWatcher is missing',
      'workspace/didChangeWatchedFiles registerOptions.watchers[0].glob: "glob" is no property of FileSystemWatcher',
    ],
  ],
  [
    'a registration that the editor does not take',
    [...began({}), { from: 'server', id: 0, method: 'client/registerCapability', params: { registrations: [{ id: 'a', method: 'textDocument/hover' }] } }],
    ['textDocument/hover is registered with an editor that takes no such registration'],
  ],
  ['a word that nobody knows', [...began(), { from: 'server', method: 'iplan/hello' }], ['iplan/hello is no message of the protocol']],
  [
    'a word of the editor in the mouth of the server',
    [...began(), { from: 'server', method: 'textDocument/didClose', params: { textDocument: { uri: PLAN } } }],
    ['textDocument/didClose is for editors to say'],
  ],
  [
    'problems of no file',
    [...began(), { from: 'server', method: 'textDocument/publishDiagnostics', params: { diagnostics: [] } }],
    ['textDocument/publishDiagnostics params: "uri" of PublishDiagnosticsParams is missing'],
  ],
];

describe('server: the protocol', () => {
  it('has a metamodel that knows every message and every type that they name', () => {
    assert.equal(model().requests.size, 69);
    assert.equal(model().notifications.size, 26);
    const undeclared = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { kind, name } = value as Type & { name?: string };
      if (kind === 'reference' && !model().types.has(name as string)) undeclared.add(name as string);
      for (const part of value instanceof Map ? value.values() : Object.values(value)) visit(part);
    };
    for (const message of [...model().requests.values(), ...model().notifications.values()]) visit(message);
    for (const [name, type] of model().types) if (!/Feature|Middleware|Connection/.test(name)) visit(type);
    assert.deepEqual([...undeclared], []);
  });

  for (const [type, value, flaw] of VALUES) {
    it(`${flaw === undefined ? 'takes' : 'finds what is wrong in'} ${type} ${JSON.stringify(value)}`, () => {
      const found = flaws(model(), { kind: 'reference', name: type }, value).map(({ path, message }) => `${path}: ${message}`);
      if (flaw === undefined) assert.deepEqual(found, []);
      else assert.ok(found[0]?.startsWith(flaw), `${found.join('; ')} ≠ ${flaw}`);
    });
  }

  for (const [name, said, wrong] of CONVERSATIONS) {
    it(`listens to ${name}`, () => {
      const conversation = new Conversation();
      for (const { from, ...message } of said as { from: 'client' | 'server' }[]) conversation[from]({ jsonrpc: '2.0', ...message } as Message);
      conversation.end();
      assert.deepEqual(conversation.wrong, wrong);
    });
  }

  it('hears what a server says wrongly, whichever test it is said in', async () => {
    const reversed = { start: at(1, 0), end: at(0, 0) };
    const wrong: Partial<Features> = {
      hover: () => ({ contents: { kind: 'html' as 'markdown', value: '<b>x</b>' } }),
      references: () => [{ uri: 'plan.iplan', range: reversed }],
    };
    const editor = Editor.inProcess(new MadeUpFiles({ [PLAN]: 'plan p "P" { level local }\n' }), wrong);
    await editor.start();
    await editor.at('hover', PLAN, 0, 6);
    await editor.at('references', PLAN, 0, 6, { context: { includeDeclaration: true } });
    await assert.rejects(editor.end(), /keeps to the protocol/);
    assert.deepEqual(
      editor.conversation.wrong.map((said) => said.replace(/, got .*/, '')),
      [
        'textDocument/hover result.contents.kind: expected one of "plaintext" | "markdown"',
        'textDocument/references result[0].uri: expected a DocumentUri',
        'textDocument/references result[0].range: the range ends before it begins',
      ],
    );
  });
});
