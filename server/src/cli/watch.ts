import { type FSWatcher, watch } from 'node:fs';
import { sep } from 'node:path';
import { PASSED_OVER } from '../../../client/src/messages.ts';
import { isFolder, rootsOf } from '../host/files.ts';
import { say } from '../text/say.ts';

const OURS = /(?:\.iplan|\.csv|iplan\.config\.json|baseline\.json)$/i;
/** How long files must rest before they are checked again, in milliseconds: an editor saves in several steps. */
const PAUSE = 120;

/** Checks now, and again whenever a file that may matter has changed; it ends when it is interrupted. */
export async function watching(paths: readonly string[], check: () => Promise<number>): Promise<never> {
  const roots = [...new Set(paths.flatMap(rootsOf))].filter(isFolder);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  const again = () => {
    running = running.then(async () => {
      if (process.stdout.isTTY === true) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
      await check().catch((error: unknown) => process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`));
      process.stderr.write(`${say`Watching for changes; end with Ctrl+C.`}\n`);
    });
  };
  const watchers: FSWatcher[] = roots.map((root) =>
    watch(root, { recursive: true }, (_, name) => {
      if (name === null || !OURS.test(name) || name.split(sep).some((folder) => PASSED_OVER.includes(folder))) return;
      clearTimeout(timer);
      timer = setTimeout(again, PAUSE);
    }),
  );
  // A folder that can no longer be watched ends nothing: the others go on.
  for (const one of watchers) one.on('error', (error) => process.stderr.write(`${say`A folder is no longer watched: ${error.message}`}\n`));
  again();
  return new Promise(() => {});
}
