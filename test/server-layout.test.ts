import assert from 'node:assert/strict';
import type { CodeLens, InlayHint, SemanticTokens, SemanticTokensDelta, TextEdit } from 'vscode-languageserver';
import { Editor, MadeUpFiles } from './editor.ts';

const TOWN = 'file:///w/town/plan.iplan';
const TEXT =
  'plan town "Town" { level local; period 2025 to 2028 }\nactor   council "Council" { type council }\nmeasure m "M" {\n  lead council\n  deadline by 2099\n}\n';
const RANGE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

describe('server, what it shows and lays out', () => {
  let editor: Editor;
  const started = async (settings?: unknown) => {
    editor = Editor.inProcess(new MadeUpFiles({ [TOWN]: TEXT }));
    await editor.start({ settings });
    await editor.open(TOWN, TEXT);
  };
  const ask = <T>(method: string, more: object = {}): Promise<T> =>
    editor.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri: TOWN }, ...more });
  const options = { tabSize: 2, insertSpaces: true };
  afterEach(() => editor.end());

  it('lays out a document, ranges, and what was just typed', async () => {
    await started();
    const edit = [{ range: { start: { line: 1, character: 6 }, end: { line: 1, character: 8 } }, newText: '' }];
    assert.deepEqual(await ask<TextEdit[]>('formatting', { options }), edit);
    assert.deepEqual(await ask<TextEdit[]>('rangeFormatting', { options, range: RANGE }), edit);
    assert.deepEqual(await ask<TextEdit[]>('rangesFormatting', { options, ranges: [{ start: RANGE.start, end: RANGE.start }] }), []);
    assert.deepEqual(await ask<TextEdit[]>('onTypeFormatting', { options, position: { line: 2, character: 0 }, ch: '\n' }), edit);
  });

  it('tells colours whole, and then what has changed', async () => {
    await started();
    const whole = await ask<SemanticTokens>('semanticTokens/full');
    assert.equal(whole.data.length % 5, 0);
    assert.deepEqual((await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: whole.resultId })).edits, []);
    await editor.edit(TOWN, { line: 1, character: 6 }, { line: 1, character: 8 }, '');
    const before = await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: 'unknown' });
    assert.ok('data' in before, 'whole where the editor knows something else');
    await editor.edit(TOWN, { line: 3, character: 2 }, { line: 3, character: 6 }, 'with');
    const delta = await ask<SemanticTokensDelta>('semanticTokens/full/delta', { previousResultId: (before as SemanticTokens).resultId });
    assert.deepEqual(delta.edits, []);
    const part = await ask<SemanticTokens>('semanticTokens/range', { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 99 } } });
    assert.equal(part.data.length, 15);
  });

  it('says beside the text what is wished for', async () => {
    // The settings are asked for by the server, so they come a little later than the first question.
    const hints = async (expected: readonly string[]) => {
      for (let tries = 0; tries < 200; tries++) {
        const labels = (await ask<InlayHint[]>('inlayHint', { range: RANGE })).map(({ label }) => label as string);
        if (String(labels) === String(expected)) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      assert.fail(`The hints never became ${expected.join(', ') || 'none'}.`);
    };
    await started({ inlayHints: { due: false } });
    await hints([]);
    await editor.end();
    await started({ asOf: '2099-12-30', inlayHints: null });
    await hints(['due in 1 day']);
  });

  it('says above declarations where they are used; an editor without the command gets the sentence alone', async () => {
    await started();
    const lenses = await ask<CodeLens[]>('codeLens');
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command]),
      [
        ['named nowhere else', ''],
        ['named in 1 place', ''],
      ],
    );
  });

  it('folds, selects, links and shows signatures', async () => {
    await started();
    assert.equal((await ask<unknown[]>('foldingRange')).length, 1);
    assert.equal((await ask<unknown[]>('selectionRange', { positions: [RANGE.start] })).length, 1);
    assert.deepEqual(await ask<unknown[]>('documentLink'), []);
    assert.ok((await ask<{ signatures: unknown[] }>('signatureHelp', { position: { line: 4, character: 11 } })).signatures.length > 1);
  });
});
