/**
 * JSON of a report with a row for each of many things, a line for each, made and written one by one. They stand where the report has its
 * last empty list; nothing that a user has written may come after that.
 */
export function* jsonRows<T>(report: object, things: Iterable<T>, row: (thing: T) => object): Generator<string> {
  const text = JSON.stringify(report, null, 2);
  const at = text.lastIndexOf('[]');
  const [margin] = /^ */.exec(text.slice(text.lastIndexOf('\n', at) + 1)) as unknown as [string];
  yield `${text.slice(0, at)}[`;
  let before = '';
  for (const thing of things) {
    yield `${before}\n${margin}  ${JSON.stringify(row(thing))}`;
    before = ',';
  }
  yield `${before === '' ? '' : `\n${margin}`}]${text.slice(at + 2)}\n`;
}
