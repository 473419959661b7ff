import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientCapabilities, InitializeResult } from 'vscode-languageserver';
import { Editor, MadeUpFiles } from '../editor.ts';
import { model } from './conversation.ts';

interface Feature {
  readonly name: string;
  readonly messages: readonly string[];
  readonly path: string;
  readonly gives?: string;
  readonly reason?: string;
}
const { GROUPS, ABLE, PLAIN, has } = (await import('../../scripts/lib/lsp.mjs' as string)) as {
  GROUPS: Record<string, readonly Feature[]>;
  ABLE: ClientCapabilities;
  PLAIN: ClientCapabilities;
  has(capabilities: unknown, path: string): boolean;
};
const { lspPage } = (await import('../../scripts/generate-lsp.mjs' as string)) as { lspPage(able: unknown, plain: unknown): string };

const PLAN = 'file:///w/plan.iplan';
const FEATURES = Object.values(GROUPS).flat();
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const item = { name: 'p', kind: 4, uri: PLAN, range, selectionRange: range };
/** Something for every question: each takes what it knows of it. */
const ANYTHING = {
  textDocument: { uri: PLAN },
  position: { line: 0, character: 6 },
  positions: [{ line: 0, character: 6 }],
  range,
  ranges: [range],
  context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
  options: { tabSize: 2, insertSpaces: true },
  previousResultIds: [],
  previousResultId: '',
  files: [],
  query: '',
  ch: '\n',
  newName: 'q',
  item,
  label: 'x',
  title: 'x',
  command: 'x',
  color: { red: 0, green: 0, blue: 0, alpha: 1 },
};

describe('server: the table of the protocol', () => {
  const answers = new Map<ClientCapabilities, InitializeResult>();
  let editor: Editor;
  before(async () => {
    for (const capabilities of [PLAIN, ABLE]) {
      editor = Editor.inProcess(new MadeUpFiles({ [PLAN]: 'plan p "P" { level local }\n' }));
      answers.set(capabilities, await editor.start({ capabilities }));
      if (capabilities === PLAIN) await editor.end();
    }
  });
  after(() => editor.end());

  it('says what the server says when it starts', () => {
    const page = lspPage(answers.get(ABLE)?.capabilities, answers.get(PLAIN)?.capabilities);
    assert.equal(readFileSync(path.join(import.meta.dirname, '../../docs/lsp.md'), 'utf8'), page, 'run npm run generate');
    assert.doesNotMatch(page, /contradicts itself/);
  });

  it('has every message that an editor may send, once', () => {
    const wanted = [...model().requests.values(), ...model().notifications.values()].filter(({ direction }) => direction !== 'serverToClient');
    const told = ['textDocument/publishDiagnostics', 'workspace/diagnostic/refresh'];
    assert.deepEqual(FEATURES.flatMap(({ messages }) => messages).sort(), [...wanted.map(({ method }) => method), ...told].sort());
  });

  it('has everything that a server may state, and leads to nothing else', () => {
    const stated = model().types.get('ServerCapabilities');
    assert.ok(stated?.kind === 'object');
    const roots = new Set(FEATURES.map(({ path }) => path.replace(/[!?]/, '').split('.')[0]).filter(Boolean));
    assert.deepEqual([...roots].sort(), [...stated.properties.keys()].filter((key) => key !== 'experimental').sort());
  });

  it('is kept: what is stated is answered, and nothing else is', async () => {
    const unkept: string[] = [];
    for (const { messages, path: where } of FEATURES) {
      for (const method of messages.filter((name) => model().requests.get(name)?.direction === 'clientToServer')) {
        if (method === 'initialize' || method === 'shutdown') continue;
        const found = await editor.connection.sendRequest(method, ANYTHING).then(
          () => true,
          (error: { code?: number }) => error.code !== -32601,
        );
        if (found !== has(editor.capabilities, where)) unkept.push(`${method} is ${found ? 'answered and not stated' : 'stated and not answered'}`);
      }
    }
    editor.conversation.wrong.splice(0);
    assert.deepEqual(unkept, []);
  });
});
