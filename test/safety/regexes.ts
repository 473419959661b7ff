import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A pattern with its flags and the file it stands in; `/pattern/flags` tells it. */
export interface Written {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** A literal after something that cannot end an expression. */
const LITERAL = /(?<=(?:[(,=:!&|?{};[>]|\breturn|\bof)\s*|^\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/gm;

/** Every pattern of the sources and of the grammar that colours plans. */
export function patterns(): readonly Written[] {
  const sources = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
      .map((file) => path.posix.join(folder, file)),
  );
  const found = sources.flatMap((file) => {
    const code = readFileSync(path.join(root, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, '');
    return [...code.matchAll(LITERAL)].map(([, source, flags]) => ({ source: source as string, flags: flags as string, file }));
  });
  const grammar = readFileSync(path.join(root, 'syntaxes/iplan.tmLanguage.json'), 'utf8');
  for (const [, text] of grammar.matchAll(/"(?:match|begin|end)": ("(?:\\.|[^"\\])*")/g))
    found.push({ source: JSON.parse(text as string) as string, flags: '', file: 'syntaxes/iplan.tmLanguage.json' });
  const unique = new Map(found.map((one) => [told(one), one]));
  return [...unique.values()];
}

export const told = ({ source, flags }: Written): string => `/${source}/${flags}`;
