import assert from 'node:assert/strict';
import { Editor, MadeUpFiles, until } from '../editor.ts';

const A = 'file:///w/a/plan.iplan';
const B = 'file:///w/b/plan.iplan';
const plan = (id: string) => `plan ${id} "Plan" { level local }\n`;

/** A disk on which some things cannot be read. */
class Refusing extends MadeUpFiles {
  readonly refused = new Set<string>();
  override async list(folder: string): Promise<readonly string[]> {
    if (this.refused.has(folder)) throw new Error('permission denied');
    return super.list(folder);
  }
  override async read(uri: string): Promise<string | undefined> {
    if (this.refused.has(uri)) throw new Error('permission denied');
    return super.read(uri);
  }
}

describe('server: what cannot be read', () => {
  let files: Refusing;
  let editor: Editor;
  const on = async (refused: string, folders = ['file:///w']) => {
    files = new Refusing({ [A]: plan('a'), [B]: plan('b') });
    files.refused.add(refused);
    editor = Editor.inProcess(files);
    await editor.start({ folders });
  };
  const told = () => until('word', () => editor.logged.find((message) => message.includes('permission denied')));
  afterEach(() => editor.end());

  it('costs itself only, and is told', async () => {
    await on(A);
    assert.ok((await editor.rules(B)).length > 0);
    assert.deepEqual(await editor.rules(A), []);
    assert.match(await told(), /file:\/\/\/w\/a\/plan\.iplan was not read: permission denied/);
    files.refused.clear();
    await editor.disk({ uri: A, type: 2 });
    assert.ok((await editor.rules(A)).length > 0, 'it is there once it can be read');
  });

  it('is as good as any other once it is open', async () => {
    await on(A);
    await editor.open(A, plan('a'));
    assert.ok((await editor.rules(A)).length > 0);
  });

  it('does not take the other folders with it', async () => {
    await on('file:///w/a', ['file:///w/a', 'file:///w/b']);
    assert.ok((await editor.rules(B)).length > 0);
    assert.match(await told(), /file:\/\/\/w\/a was not read/);
  });
});
