import { realpathSync } from 'node:fs';
import { PROFILES } from '../config/settings.ts';
import { isFolder } from '../host/files.ts';
import { dayOf, today } from './days.ts';
import { Desk } from './mcp/desk.ts';
import { speak } from './mcp/protocol.ts';
import { toolsAt } from './mcp/tools.ts';
import { oneOf, readArguments, UsageError } from './usage.ts';

/**
 * `iplan mcp [folder]`: lets an assistant read and check the plans below a folder, over standard input and output. It opens no
 * connection of its own and writes no file. It ends when the input does.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['as-of', 'profile'], ['stdio']);
  const [folder = '.', ...more] = paths;
  if (more.length > 0) throw new UsageError('iplan mcp takes one folder.');
  if (!isFolder(folder)) throw new UsageError(`${folder} is no folder.`);
  const asOf = dayOf(options);
  const profile = oneOf(options, 'profile', PROFILES);
  const desk = new Desk(realpathSync(folder), () => ({ today: today(), asOf, profile }));
  await speak(process.stdin, process.stdout, toolsAt(desk));
  return 0;
}
