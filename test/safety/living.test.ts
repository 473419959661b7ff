// The real server, over standard input and output, while somebody works in a repository of plans.
import fc from 'fast-check';
import { Editor } from '../editor.ts';
import { holds, RUNS } from '../holds.ts';
import { does } from './hands.ts';
import { Living } from './living.ts';
import { type Deed, deed, repository, type Texts } from './repository.ts';

describe('server: after everything that is done to a repository', () => {
  let editor: Editor | undefined;
  after(() => editor?.end());

  it('says what a server says that is started then', async () => {
    const deeds = fc.array(deed, { minLength: 1, maxLength: 10 });
    const run = async (texts: Texts, list: readonly Deed[]): Promise<void> => {
      if (editor === undefined) {
        editor = Editor.spawned();
        await editor.start({ folders: [], rich: true });
      }
      const now = editor;
      editor = undefined;
      const living = await Living.in(now, texts);
      try {
        for (const one of list) {
          await does(living, one);
          await living.isFresh();
        }
        await living.end();
        editor = now;
      } finally {
        // A server that was found wrong is not asked again.
        if (editor === undefined) await now.end().catch(() => {});
      }
    };
    await holds('repository', fc.asyncProperty(repository, deeds, run), Math.max(3, Math.ceil(RUNS / 4000)));
  }).timeout(300_000);
});
