import assert from 'node:assert/strict';
import type { Features } from '../../server/src/offered.ts';
import { Editor, MadeUpFiles } from '../editor.ts';

const TOWN = 'file:///w/town/plan.iplan';
const HOVER = { textDocument: { uri: TOWN }, position: { line: 0, character: 1 } };

describe('server: the end', () => {
  let files: MadeUpFiles;
  beforeEach(() => {
    files = new MadeUpFiles({ [TOWN]: 'plan town "Town plan" { level local; period 2025 to 2028 }\n' });
  });
  const started = async (features: Partial<Features> = {}): Promise<Editor> => {
    const editor = Editor.inProcess(files, features);
    await editor.start({ folders: ['file:///w'] });
    return editor;
  };
  /** Asks without waiting; the conversation says at its end what was never answered. */
  const ask = (editor: Editor, known: { uri: string; value: string }[] = []): void => {
    for (const asked of [editor.pullAll(known), editor.pull(TOWN), editor.connection.sendRequest('textDocument/hover', HOVER)]) asked.catch(() => {});
  };

  // How long a busy machine takes to load all this for the first time is not what is tried.
  before(async () => {
    files = new MadeUpFiles({ [TOWN]: 'plan town "Town plan" { level local }\n' });
    const editor = await started();
    await editor.pullAll();
    await editor.pull(TOWN);
    await editor.connection.sendRequest('textDocument/hover', HOVER);
    await editor.end();
  });

  for (const [when, wait] of [
    ['before anything is loaded', 0],
    ['while the plans are read', 30],
  ] as const)
    it(`comes after the answers to what was asked ${when}`, async () => {
      files.slowly = 60;
      const editor = await started();
      await new Promise((resolve) => setTimeout(resolve, wait));
      ask(editor);
      await editor.end();
    });

  it('comes after the answers to those who are kept waiting until something changes', async () => {
    const editor = await started();
    const { items } = await editor.pullAll();
    ask(
      editor,
      items.map(({ uri, resultId }) => ({ uri, value: String(resultId) })),
    );
    await editor.end();
  });

  it('waits only a moment for an answer that does not come', async () => {
    const editor = await started({ hover: () => new Promise(() => {}) as never });
    editor.connection.sendRequest('textDocument/hover', HOVER).catch(() => {});
    await assert.rejects(editor.end(), /hover was never answered/);
  });
});
