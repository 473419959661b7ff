import type { Arguments } from './usage.ts';

/** Whether what is printed may be in colour: on a terminal that has colours, unless it is not wanted. */
export const inColour = (options: Arguments['options']): boolean => process.stdout.isTTY === true && process.stdout.hasColors() && !options.has('no-color');
