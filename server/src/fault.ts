/**
 * What went wrong inside of us, for a log that somebody may hand on: the kind of the error and the places in the program, an error a line.
 * What the error itself says is left out, because it may hold words of a plan.
 */
export function fault(error: unknown): string {
  if (!(error instanceof Error)) return `something that is no error (${typeof error})`;
  const said = `${error.name}: ${error.message}`;
  const stack = error.stack ?? '';
  const places = (stack.startsWith(said) ? stack.slice(said.length) : stack.replace(error.message, '')).split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...places.slice(0, 12)].join('\n');
}
