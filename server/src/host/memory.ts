const v8 = () => process.getBuiltinModule('node:v8');

/**
 * The place of new objects stays as large as it is now, 4 MB. Left to itself, Node lets it grow to 64 MB while much is read, and what is read
 * lives on anyway; with this a server with a plan of 1 MB takes a tenth less, and a check of 10,000 files some 500 MB. Called when the
 * program has begun and reads nothing yet. It is told while the program runs, because how a server is started is up to each editor, and by
 * a module that is asked for here, because every start would wait for what an import brings along.
 */
export const keepYoungSmall = (): void => v8().setFlagsFromString('--semi-space-growth-factor=1');

/**
 * Threads that begin from now on have a place of 16 MB for new objects. Where it stays as large as it was, theirs would stay at 1 MB, and
 * they would spend a third of their time on moving what is about to go anyway.
 */
export const giveThreadsRoom = (): void => v8().setFlagsFromString('--min-semi-space-size=16');

/** With more than this in use, collecting takes longer than a pause that nobody notices: some two milliseconds for a megabyte. */
const MOST = 100 * 1024 ** 2;
/** With less than this more in use than the last time left there, too little has come together. */
const WORTHWHILE = 10 * 1024 ** 2;

let left = 0;

/**
 * Gives back to the system what reading and judging took and nothing needs any more, a tenth of all or more: left to itself, Node keeps it.
 * Nothing is answered meanwhile, so that this is for moments in which nobody asks.
 */
export function giveBack(): void {
  const { getHeapStatistics, setFlagsFromString } = v8();
  const { used_heap_size: used } = getHeapStatistics();
  if (used > MOST || used - left < WORTHWHILE) return;
  // The function is there in programs that were started with this flag, and in contexts that are made while it is set.
  setFlagsFromString('--expose-gc');
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  left = getHeapStatistics().used_heap_size;
}
