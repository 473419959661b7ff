import { nearest } from '../text/nearest.ts';

/** A mistake in how the command was given: one sentence, exit code 2. */
export class UsageError extends Error {}

/** Reads `--name value`, `--name=value` and `--flag`; what is unknown is a usage error that says what was probably meant. */
export function readArguments(
  args: readonly string[],
  values: readonly string[],
  flags: readonly string[],
): { readonly paths: readonly string[]; readonly options: ReadonlyMap<string, string> } {
  const paths: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') {
      paths.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      paths.push(arg);
      continue;
    }
    const [name, inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg)?.slice(1) ?? [];
    const known = arg.startsWith('--') ? name : undefined;
    if (known !== undefined && flags.includes(known) && inline === undefined) options.set(known, '');
    else if (known !== undefined && values.includes(known)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new UsageError(`--${known} needs a value.`);
      options.set(known, value);
    } else {
      const close = nearest(name ?? arg, [...values, ...flags]);
      throw new UsageError(`There is no option ${arg.split('=')[0]}.${close === undefined ? ' See iplan --help.' : ` Did you mean --${close}?`}`);
    }
  }
  return { paths, options };
}

/** The value of an option that takes one of a few words. */
export function oneOf<T extends string>(options: ReadonlyMap<string, string>, name: string, allowed: readonly T[]): T | undefined {
  const value = options.get(name);
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  const close = nearest(value, allowed);
  throw new UsageError(`--${name} takes one of ${allowed.join(', ')}, not "${value}".${close === undefined ? '' : ` Did you mean ${close}?`}`);
}
