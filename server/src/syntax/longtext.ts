/**
 * A long text whose lines move along with their statement: level with it or one step deeper, as the writer had them. Never in column 0,
 * where a word could be taken for a declaration. What the text says does not change.
 */
export function indented(image: string, from: number, indent: string): string {
  const [first = '', ...lines] = image.split(/\r\n|\r|\n/);
  if (lines.length === 0) return image;
  const closes = lines.at(-1)?.trim() === '"""';
  const told = lines.filter((line, i) => line.trim() !== '' && !(closes && i === lines.length - 1));
  const common = Math.min(...told.slice(0, 10_000).map(depth));
  const target = told.length === 0 || common <= from ? indent || '  ' : `${indent}  `;
  const moved = lines.map((line, i) => {
    if (closes && i === lines.length - 1) return `${target}"""`;
    const rest = line.slice(Math.min(common, line.length));
    return rest === '' ? '' : target + rest;
  });
  return [first.trimEnd(), ...moved].join('\n');
}

const depth = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
