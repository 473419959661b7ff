/**
 * Matches paths with patterns that a folder brings along: `*` and `?` within a name, `**` over folders, `{a,b}` for alternatives; every other
 * character stands for itself. No pattern is made into a regular expression, whose author could let it run for ever: the time is that
 * of the pattern times the path.
 */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.flatMap(alternatives).map((pattern) => pattern.replace(/^\.\//, '').split('/'));
  return (path) => {
    const names = path.split('/');
    return wanted.some((pattern) => matches(pattern, names, (part) => part === '**', isName));
  };
}

const isName = (pattern: string, name: string): boolean =>
  matches(
    [...pattern],
    [...name],
    (sign) => sign === '*',
    (sign, letter) => sign === '?' || sign === letter,
  );

/** Whether parts fit a pattern in which some parts stand for any number of others. Only the last such part is ever tried again. */
function matches(
  pattern: readonly string[],
  parts: readonly string[],
  isAny: (part: string) => boolean,
  fits: (wanted: string, part: string) => boolean,
): boolean {
  let [at, to] = [0, 0];
  let again: { readonly at: number; to: number } | undefined;
  while (to < parts.length) {
    const wanted = pattern[at];
    if (wanted !== undefined && isAny(wanted)) again = { at: ++at, to };
    else if (wanted !== undefined && fits(wanted, parts[to] as string)) [at, to] = [at + 1, to + 1];
    else if (again === undefined) return false;
    else [at, to] = [again.at, ++again.to];
  }
  while (at < pattern.length && isAny(pattern[at] as string)) at++;
  return at === pattern.length;
}

/** More ways to read a pattern are not followed. */
const MOST = 64;

/** The patterns that one with braces stands for. */
function alternatives(pattern: string): readonly string[] {
  let found = [''];
  for (const [part] of pattern.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    const ways = part.length > 1 && part.startsWith('{') ? part.slice(1, -1).split(',') : [part];
    found = found.flatMap((start) => ways.map((way) => start + way)).slice(0, MOST);
  }
  return found;
}
