import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';

/** A mistake in how the command was given: one sentence, exit code 2. */
export class UsageError extends Error {}

export interface Arguments {
  readonly paths: readonly string[];
  /** What was given of the options; a flag has an empty text. */
  readonly options: ReadonlyMap<string, string>;
  /** The same in the order given, for options that may stand several times. */
  readonly inOrder: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads `--name value`, `--name=value` and `--flag`; what is unknown is a usage error that says what was probably meant. What may be
 * either (`either`) takes its value only behind `=`: a word after it is a path.
 */
export function readArguments(args: readonly string[], values: readonly string[], flags: readonly string[], either: readonly string[] = []): Arguments {
  const known = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' }] as const),
    ...[...flags, ...either].map((name) => [name, { type: 'boolean' }] as const),
  ]);
  const { tokens, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: false, tokens: true });
  const inOrder: [string, string][] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!token.rawName.startsWith('--') || !Object.hasOwn(known, token.name)) {
      const close = nearest(token.name, Object.keys(known));
      throw new UsageError(say`There is no option ${token.rawName}.${close === undefined ? say` See iplan --help.` : say` Did you mean --${close}?`}`);
    }
    if (flags.includes(token.name)) {
      if (token.value !== undefined) throw new UsageError(say`--${token.name} takes no value.`);
      inOrder.push([token.name, '']);
    } else if (either.includes(token.name)) inOrder.push([token.name, token.value ?? '']);
    else {
      // An option that follows at once is no value: the value was forgotten.
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) throw new UsageError(say`--${token.name} needs a value.`);
      inOrder.push([token.name, token.value]);
    }
  }
  return { paths: positionals, options: new Map(inOrder), inOrder };
}

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(options: Arguments['options'], name: string, allowed: readonly T[]): T | undefined {
  const value = options.get(name);
  return value === undefined ? undefined : among(value, name, allowed);
}

/** A whole number, 0 or more. */
export function numberOf(options: Arguments['options'], name: string): number | undefined {
  const value = options.get(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(say`--${name} takes a number such as 0 or 25, not "${value}".`);
  return Number(value);
}

/** A value that must be one of a few words. */
export function among<T extends string>(value: string, name: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  const close = nearest(value, allowed);
  throw new UsageError(say`--${name} takes one of ${allowed.join(', ')}, not "${value}".${close === undefined ? '' : say` Did you mean ${close}?`}`);
}
