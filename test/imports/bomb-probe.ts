// Opens a file in a process of its own, and says in JSON what came of it, how long it took, and the most memory that was in use.
import { existsSync, readFileSync } from 'node:fs';
import { open } from '../../server/src/imports/read/open.ts';

const bytes = readFileSync(process.argv[2] as string);
// What reads is loaded first: how long its sources take is no part of the measure.
await open(bytes.slice(0, 100), 'broken.xlsx').catch(() => {});
const start = performance.now();
const says = await open(bytes, 'bomb.xlsx').then(
  () => 'It was read.',
  (error: Error) => error.message,
);
console.log(JSON.stringify({ says, seconds: (performance.now() - start) / 1000, megabytes: most() / 1024 }));

/** In kilobytes. On Linux, what is told of a process begins with the memory of the one that started it, but for what its status says. */
function most(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
