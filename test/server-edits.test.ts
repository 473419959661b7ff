import assert from 'node:assert/strict';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CompletionItem,
  CompletionList,
  InlineCompletionItem,
  TextDocumentEdit,
  TypeHierarchyItem,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Editor, MadeUpFiles } from './editor.ts';

const STATE = 'file:///w/state/plan.iplan';
const TOWN = 'file:///w/town/plan.iplan';
const WORK = 'file:///w/town/work.iplan';
const FILES = {
  [STATE]:
    'plan state "State" { level national; period 2020 to 2030 }\nactor agency "Agency" { type agency }\nmandate settle "Settle" { from agency; to local }\n',
  [TOWN]: 'plan town "Town" { level local; period 2025 to 2028; under state }\nactor council "Council" { type council }\n',
  [WORK]: 'sector work "Work" {\n  field work\n  responsibility r "R" { accountable harbour; fulfils settle }\n  measure m "M" {\n    \n  }\n}\n',
};

describe('server, changing plans', () => {
  let editor: Editor;
  const started = async (rich = true) => {
    editor = Editor.inProcess(new MadeUpFiles(FILES));
    await editor.start({ rich });
    await editor.open(WORK, FILES[WORK] as string);
  };
  afterEach(() => editor.end());
  const changed = (edit: WorkspaceEdit | null): string[] => ((edit?.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument }) => textDocument.uri);

  it('renames over plans with annotations, and refuses with a sentence', async () => {
    await started();
    assert.deepEqual(editor.capabilities.renameProvider, { prepareProvider: true });
    assert.deepEqual(await editor.at('prepareRename', WORK, 2, 56), {
      range: { start: { line: 2, character: 54 }, end: { line: 2, character: 60 } },
      placeholder: 'settle',
    });
    const edit = await editor.at<WorkspaceEdit>('rename', WORK, 2, 56, { newName: 'resettle' });
    assert.deepEqual(changed(edit).sort(), [STATE, WORK]);
    assert.deepEqual(Object.keys(edit.changeAnnotations ?? {}), ['In Town']);
    await assert.rejects(editor.at('rename', WORK, 2, 56, { newName: 'agency' }), /The name "agency" is taken: actor "Agency" has it\./);
    assert.equal(await editor.at('prepareRename', WORK, 0, 0), null);
  });

  it('works out what an action changes when it is chosen', async () => {
    await started();
    const range = { start: { line: 2, character: 40 }, end: { line: 2, character: 40 } };
    const ask = () =>
      editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri: WORK }, range, context: { diagnostics: [] } });
    const declare = (await ask()).find(({ title }) => title === 'Declare an actor "harbour"');
    assert.ok(declare !== undefined && declare.edit === undefined);
    const resolved = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', declare);
    assert.deepEqual(changed(resolved.edit ?? null), [WORK]);
    await editor.edit(WORK, range.start, range.end, '\n');
    const late = await editor.connection.sendRequest<CodeAction>('codeAction/resolve', {
      ...declare,
      title: 'Something else',
      data: { ...(declare.data as object), title: 'Something else' },
    });
    assert.equal(late.edit, undefined);
  });

  it('gives edits at once to editors that resolve nothing', async () => {
    await started(false);
    const range = { start: { line: 2, character: 40 }, end: { line: 2, character: 40 } };
    const actions = await editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: WORK },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.length > 0 && actions.every(({ edit }) => edit?.changes !== undefined));
    assert.equal(editor.capabilities.executeCommandProvider, undefined);
  });

  it('declares a name in the file of its kind', async () => {
    await started();
    await editor.edit(WORK, { line: 4, character: 4 }, { line: 4, character: 4 }, 'lead museu');
    const { items, isIncomplete } = await editor.at<CompletionList>('completion', WORK, 4, 14);
    assert.equal(isIncomplete, true);
    const item = items.find(({ command }) => command !== undefined) as CompletionItem;
    assert.equal(item.labelDetails?.detail, ' declare an actor in plan.iplan');
    await editor.connection.sendRequest('workspace/executeCommand', { command: item.command?.command, arguments: item.command?.arguments });
    assert.deepEqual(changed(editor.applied[0] ?? null), [TOWN]);
    for (const args of [[], [1, 2, 3], [WORK, 'plan', 'x'], [WORK, 'actor', 'a b'], ['file:///nowhere', 'actor', 'x']])
      assert.equal(await editor.connection.sendRequest('workspace/executeCommand', { command: 'iplan.declare', arguments: args }), null);
    assert.equal(editor.applied.length, 1);
  });

  it('writes on, and shows who answers to whom', async () => {
    await started();
    const ghosts = await editor.at<InlineCompletionItem[]>('inlineCompletion', WORK, 4, 4, { context: { triggerKind: 2 } });
    assert.deepEqual(
      ghosts.map(({ insertText }) => insertText),
      ['period 2025 to 2028'],
    );
    const [mandate] = await editor.at<CallHierarchyItem[]>('prepareCallHierarchy', WORK, 2, 56);
    assert.equal(mandate?.uri, STATE);
    const calls = await editor.connection.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item: mandate });
    assert.deepEqual(
      calls.map(({ to }) => to.name),
      ['R'],
    );
    const [plan] = await editor.at<TypeHierarchyItem[]>('prepareTypeHierarchy', TOWN, 0, 6);
    const above = await editor.connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/supertypes', { item: plan });
    assert.deepEqual(
      above.map(({ name }) => name),
      ['State'],
    );
  });

  it('tells before files are moved what their plan would lose', async () => {
    await started();
    assert.ok((editor.capabilities.workspace?.fileOperations?.willRename?.filters.length ?? 0) > 0);
    const move = (oldUri: string, newUri: string) =>
      editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
    assert.equal(await move('file:///w/town', 'file:///w/towns/town'), null);
    assert.deepEqual(editor.warned, []);
    assert.deepEqual(changed(await move(WORK, 'file:///w/state/work.iplan')), []);
    assert.deepEqual(editor.warned, ['work.iplan would then belong to the plan "State" instead of "Town".']);
  });
});
