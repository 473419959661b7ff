import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';

/** A mistake in how the command was given: one sentence, exit code 2. */
export class UsageError extends Error {}

export interface Arguments {
  readonly paths: readonly string[];
  /** What was given of the options; a flag has an empty text. */
  readonly options: ReadonlyMap<string, string>;
}

/** Reads `--name value`, `--name=value` and `--flag`; what is unknown is a usage error that says what was probably meant. */
export function readArguments(args: readonly string[], values: readonly string[], flags: readonly string[]): Arguments {
  const known = Object.fromEntries([
    ...values.map((name) => [name, { type: 'string' }] as const),
    ...flags.map((name) => [name, { type: 'boolean' }] as const),
  ]);
  const { tokens, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: false, tokens: true });
  const options = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!token.rawName.startsWith('--') || !Object.hasOwn(known, token.name)) {
      const close = nearest(token.name, Object.keys(known));
      throw new UsageError(`There is no option ${token.rawName}.${close === undefined ? ' See iplan --help.' : ` Did you mean --${close}?`}`);
    }
    if (flags.includes(token.name)) {
      if (token.value !== undefined) throw new UsageError(`--${token.name} takes no value.`);
      options.set(token.name, '');
    } else {
      // An option that follows at once is no value: the value was forgotten.
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))) throw new UsageError(`--${token.name} needs a value.`);
      options.set(token.name, token.value);
    }
  }
  return { paths: positionals, options };
}

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(options: Arguments['options'], name: string, allowed: readonly T[]): T | undefined {
  const value = options.get(name);
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  const close = nearest(value, allowed);
  throw new UsageError(`--${name} takes one of ${allowed.join(', ')}, not "${value}".${close === undefined ? '' : ` Did you mean ${close}?`}`);
}
