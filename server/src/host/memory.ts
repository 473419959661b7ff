// How much memory Node takes beyond what is in use. It can be told at any time, and only while the program runs: how a server is started is
// up to each editor. The module behind it is asked for here and not imported, because every start would wait for what that brings along.

/**
 * The place of new objects stays as large as it is now. Left to itself it grows to 128 MB while much is read, and what is read lives on
 * anyway. Called when the program is loaded: earlier, it would be so small that Node tidies up all the time.
 */
export const keepYoungSmall = (): void => tell('--semi-space-growth-factor=1');

/** Everything may grow to twice of what is in use before Node tidies up, instead of four times. */
export const keepOldSmall = (): void => tell('--heap-growing-percent=100');

const tell = (flag: string): void => process.getBuiltinModule('node:v8').setFlagsFromString(flag);
