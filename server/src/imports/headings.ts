import { COLUMNS, type Column, HEADINGS } from '../words/headings.ts';
import { folded, LANGUAGES, type Language } from '../words/languages.ts';

/** What a heading was found to say. */
export interface Meaning {
  readonly column: Column;
  readonly languages: readonly Language[];
  /** The heading is exactly a known one. */
  readonly exact: boolean;
}

let phrases: ReadonlyMap<string, { column: Column; languages: Language[] }> | undefined;
let longest: readonly string[] = [];

function known(): NonNullable<typeof phrases> {
  if (phrases !== undefined) return phrases;
  const made = new Map<string, { column: Column; languages: Language[] }>();
  for (const column of COLUMNS)
    for (const language of LANGUAGES)
      for (const phrase of HEADINGS[column][language].split('|')) {
        const found = made.get(folded(phrase));
        if (found === undefined) made.set(folded(phrase), { column, languages: [language] });
        else if (found.column === column) found.languages.push(language);
      }
  longest = [...made.keys()].filter((phrase) => phrase.length >= 4).sort((a, b) => b.length - a.length);
  return (phrases = made);
}

/** The column of a heading; `undefined` where no word of it is known, or where it is too long for a heading. */
export function meaningOf(heading: string): Meaning | undefined {
  const table = known();
  if (heading.length > 80 || !/[\p{L}#°]/u.test(heading)) return undefined;
  const whole = folded(heading);
  const plain = folded(whole.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/\b(?:19|20)\d{2}\b(?:\s*[-–]\s*(?:19|20)\d{2})?/g, ' '));
  for (const text of [whole, plain, (plain.split('/', 1)[0] as string).trimEnd()]) {
    const exact = table.get(text);
    if (exact !== undefined) return { ...exact, exact: true };
  }
  if (plain.split(' ').length > 9) return undefined;
  const first = longest.findIndex((phrase) => isIn(phrase, plain));
  const most = longest[first]?.length ?? 0;
  const [best] = (first < 0 ? [] : longest.slice(first, first + 200))
    .filter((phrase) => phrase.length === most && isIn(phrase, plain))
    .map((phrase) => table.get(phrase) as { column: Column; languages: Language[] })
    .sort((a, b) => COLUMNS.indexOf(a.column) - COLUMNS.indexOf(b.column));
  if (best !== undefined) return { ...best, exact: false };
  const begun = longest.find(
    (phrase) => phrase.length >= 5 && !phrase.includes(' ') && plain.split(' ').some((word) => word.startsWith(phrase) && word.length <= phrase.length + 12),
  );
  return begun === undefined ? undefined : { ...(table.get(begun) as { column: Column; languages: Language[] }), exact: false };
}

const isIn = (phrase: string, text: string): boolean => {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  const isLetter = (c: string | undefined) => c !== undefined && /[\p{L}\p{N}]/u.test(c);
  return !isLetter(text[at - 1]) && !isLetter(text[at + phrase.length]);
};
