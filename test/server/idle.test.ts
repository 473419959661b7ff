import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Editor, folderUri, until } from '../editor.ts';

const examples = path.join(import.meta.dirname, '../../examples/norway');
const probe = path.join(import.meta.dirname, 'probe.mjs');

describe('server: at rest', () => {
  for (const pulls of [true, false]) {
    it(`waits for nothing but the next word of the editor, which ${pulls ? 'asks for problems' : 'is told of problems'}`, async function () {
      // There are no such signals on Windows.
      if (process.platform === 'win32') this.skip();
      const editor = Editor.spawned(['--import', pathToFileURL(probe).href]);
      try {
        await editor.start({ folders: [folderUri(examples)], pulls });
        const plan = `${folderUri(examples)}/plan.iplan`;
        await editor.open(plan, 'plan p "P" { level local }\n');
        await editor.edit(plan, { line: 0, character: 0 }, { line: 0, character: 0 }, '# a\n');
        if (pulls) {
          const ids = (await editor.pullAll()).items.map(({ uri, resultId }) => ({ uri, value: resultId as string }));
          void editor.pullAll(ids).catch(() => {});
        } else await until('problems', () => editor.published.length > 0);
        await editor.edit(plan, { line: 0, character: 0 }, { line: 0, character: 0 }, '# b\n');
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const { waits, cpu } = await editor.probed();
        assert.deepEqual(
          waits.filter((kind) => !/^(?:PipeWrap|TTYWrap|FSReqCallback|SignalWrap)$/.test(kind)),
          [],
          'no timer, watcher or socket is left',
        );
        assert.ok(cpu < 20, `${cpu} ms of work in a second without any`);
      } finally {
        await editor.end();
      }
    });
  }
});
