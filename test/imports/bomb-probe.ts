// Opens a file in a process of its own, and says in JSON what came of it, how long it took, and the most memory that was in use.
import { readFileSync } from 'node:fs';
import { open } from '../../server/src/imports/read/open.ts';

const bytes = readFileSync(process.argv[2] as string);
// What reads is loaded first: how long its sources take is no part of the measure.
await open(bytes.slice(0, 100), 'broken.xlsx').catch(() => {});
const start = performance.now();
const says = await open(bytes, 'bomb.xlsx').then(
  () => 'It was read.',
  (error: Error) => error.message,
);
console.log(JSON.stringify({ says, seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
