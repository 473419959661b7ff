/**
 * JSON of a report with a row for each of many things, made and written one by one. They stand where the report has its last empty list;
 * nothing that a user has written may come after that.
 */
export function* jsonRows<T>(report: object, things: Iterable<T>, row: (thing: T) => unknown, indent = 2): Generator<string> {
  const text = JSON.stringify(report, null, indent);
  const at = text.lastIndexOf('[]');
  const [margin] = /^ */.exec(text.slice(text.lastIndexOf('\n', at) + 1)) as unknown as [string];
  const line = indent === 0 ? '' : `\n${margin}`;
  const inner = line + ' '.repeat(indent);
  yield `${text.slice(0, at)}[`;
  let any = false;
  for (const thing of things) {
    yield `${any ? ',' : ''}${inner}${JSON.stringify(row(thing), null, indent).replaceAll('\n', inner)}`;
    any = true;
  }
  yield `${any ? line : ''}]${text.slice(at + 2)}\n`;
}
