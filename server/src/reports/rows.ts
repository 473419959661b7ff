/**
 * JSON of a report with a row for each of many things, made and written one by one. They stand where the report has its last empty list;
 * nothing that a user has written may come after that.
 */
export function* jsonRows<T>(report: object, things: Iterable<T>, row: (thing: T) => object, indent = 2): Generator<string> {
  const text = JSON.stringify(report, null, indent);
  const at = text.lastIndexOf('[]');
  const [margin] = /^ */.exec(text.slice(text.lastIndexOf('\n', at) + 1)) as unknown as [string];
  const line = indent === 0 ? '' : `\n${margin}`;
  yield `${text.slice(0, at)}[`;
  let before = line + ' '.repeat(indent);
  for (const thing of things) {
    yield before + laidOut(row(thing), indent === 0 ? 0 : margin.length / indent + 1, indent);
    before = `,${line}${' '.repeat(indent)}`;
  }
  yield `${before.startsWith(',') ? line : ''}]${text.slice(at + 2)}\n`;
}

/** A row as it stands in so many lists: faster than to move the lines of one that stands alone. */
function laidOut(row: object, depth: number, indent: number): string {
  let within = row;
  for (let i = 0; i < depth; i++) within = [within];
  const text = JSON.stringify(within, null, indent);
  return text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
}
