import { idFrom } from '../language/words.ts';
import { say } from '../text/say.ts';
import { folded } from '../words/languages.ts';
import { AND, SORTS } from '../words/names.ts';
import { Draft } from './draft.ts';
import { isLegible } from './read/source.ts';

/** Ids that are given once. */
export class Ids {
  readonly #taken = new Set<string>();

  /** The id, or with a number behind it where it is taken. */
  give(wanted: string): string {
    let id = wanted;
    for (let i = 2; this.#taken.has(id); i++) id = `${wanted}-${i}`;
    this.#taken.add(id);
    return id;
  }

  /** The published number first: it stays when a title is reworded. */
  of(kind: string, number: string | undefined, title: string): string {
    if (number === undefined || !/[\p{L}\p{N}]/u.test(number)) return this.give(shortId(title));
    return this.give(/^\p{L}/u.test(number) && /\d/.test(number) ? idFrom(number) : idFrom(`${kind}-${number}`));
  }
}

/** An id of whole words, short enough to be read. */
function shortId(title: string): string {
  const id = idFrom(title);
  if (id.length <= 40) return id;
  const cut = id.slice(0, 40).replace(/-[^-]*$/, '');
  return cut === '' ? id.slice(0, 40) : cut;
}

/** Sorts that belong to the administration or are authorities, and sorts that stand outside of it; of the others the table decides. */
const PUBLIC: ReadonlySet<string> = new Set(['ministry', 'police', 'agency', 'municipality', 'region', 'department', 'post', 'council']);
const PRIVATE: ReadonlySet<string> = new Set([
  'ngo',
  'migrant-organisation',
  'volunteer-group',
  'employers-association',
  'trade-union',
  'sports-club',
  'religious-community',
  'housing-provider',
]);

/** What keeps two spellings of one name apart: capitals, points, the article before it. */
const likeness = (name: string): string =>
  folded(name)
    .replace(/^(?:the|die|der|das|la|le|les|de|het) /, '')
    .replace(/[.,]/g, '')
    .replace(/ ?& ?/g, ' and ')
    .replace(/[-\s]+/g, ' ');

/** Who acts, as the cells name them. Names are joined only where they are certainly one. */
export class Holders {
  readonly drafts: Draft[] = [];
  readonly questions: string[] = [];
  readonly #ids: Ids;
  readonly #known = new Map<string, Draft>();
  /** Names that stand alone in some cell: where they stand in a list, the list can be cut. */
  readonly #alone = new Set<string>();
  readonly #asked = new Set<string>();

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** Somebody who is declared already, by one of the names. */
  know(name: string, id: string): void {
    this.#known.set(likeness(name), new Draft('actor', id, name));
    this.#alone.add(likeness(name));
  }

  /** Remembers a cell before any is cut. */
  see(text: string): void {
    if (!isLegible(text)) return;
    for (const piece of pieces(text)) if (!/,|\//.test(piece) && !AND.test(piece)) this.#alone.add(likeness(piece));
  }

  /** The ids of those whom a cell names, and what was assumed when it was cut. */
  named(text: string, kind: 'actor' | 'partner'): { readonly ids: readonly string[]; readonly guessed?: string | undefined } {
    let guessed: string | undefined;
    const names = pieces(text).flatMap((piece) => {
      const cut = this.#cut(piece);
      guessed ??= cut.guessed;
      return cut.names;
    });
    return { ids: [...new Set(names.map((name) => this.#one(name, kind).id))], guessed };
  }

  /** `A, B and C` are three where each stands alone elsewhere or none could be part of a longer name; else it is one, and asked about. */
  #cut(piece: string): { readonly names: readonly string[]; readonly guessed?: string | undefined } {
    const outside = piece.replace(/\([^()]*\)/g, (part) => part.replace(/[,/]/g, '\u0000'));
    const whole = (name: string) => name.replace(/\u0000/g, ',').trim();
    const byComma = outside
      .split(/,\s|\s\/\s|,(?=\p{Lu})/u)
      .map(whole)
      .filter((name) => name !== '');
    const all = byComma.flatMap((name) => (AND.test(name) ? name.split(AND).map(whole) : [name]));
    const alone = (name: string) => this.#alone.has(likeness(name));
    if (all.length < 2) return { names: [piece] };
    if (all.every(alone)) return { names: all };
    if (byComma.length > 1 && byComma.every((name) => /^[\p{Lu}\p{N}]/u.test(name) && !AND.test(name)))
      return { names: byComma, guessed: say`"${piece}" is read as ${byComma.length} names.` };
    if (byComma.length > 1 || all.length > 1) this.#ask(say`Is "${piece}" one organisation or several? It stands in the plan as one.`);
    return { names: [piece] };
  }

  #one(name: string, kind: 'actor' | 'partner'): Draft {
    const short = /^(.*\S)\s*\(([\p{Lu}][\p{L}\d/-]{1,9})\)$/u.exec(name);
    const keys = [likeness(name), ...(short === null ? [] : [likeness(short[1] as string), likeness(short[2] as string)])];
    const found = keys.map((key) => this.#known.get(key)).find((draft) => draft !== undefined);
    if (found !== undefined) {
      for (const key of keys) if (!this.#known.has(key)) this.#known.set(key, found);
      return found;
    }
    const sort = SORTS.find(([, words]) => words.test(name))?.[0];
    const draft = new Draft(
      sort === undefined ? kind : PUBLIC.has(sort) ? 'actor' : PRIVATE.has(sort) ? 'partner' : kind,
      this.#ids.give(idFrom(short?.[2] !== undefined && (short[1] as string).length > 40 ? short[2] : (short?.[1] ?? name))),
      name,
    );
    if (sort === undefined) draft.lines.push({ text: 'type tbd' });
    else draft.say(`type ${sort}`, say`The type is told by the name.`);
    for (const key of keys) this.#known.set(key, draft);
    this.drafts.push(draft);
    return draft;
  }

  /** Asks about names that are nearly the same; they stay apart until somebody joins them. */
  askAboutLikes(): void {
    const names = this.drafts
      .map(
        ({ title }) =>
          [
            title,
            new Set(
              likeness(title)
                .split(' ')
                .filter((word) => word.length > 2),
            ),
          ] as const,
      )
      .slice(0, 400);
    for (const [i, [one, words]] of names.entries())
      for (const [other, others] of names.slice(i + 1))
        if (isLike(likeness(one), likeness(other), words, others)) this.#ask(say`Are "${one}" and "${other}" the same?`);
  }

  #ask(question: string): void {
    if (this.#asked.has(question)) return;
    this.#asked.add(question);
    this.questions.push(question);
  }
}

/** What stands in lines of its own, or behind a semicolon, is a name of its own. */
const pieces = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((piece) =>
      piece
        .trim()
        .replace(/^[•·*–-]\s+/, '')
        .replace(/[,.]$/, '')
        .trim(),
    )
    .filter((piece) => piece !== '');

function isLike(one: string, other: string, words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [less, more] = words.size <= others.size ? [words, others] : [others, words];
  if (less.size > 0 && more.size > less.size && [...less].every((word) => more.has(word))) return true;
  const initials = (text: string) =>
    text
      .split(' ')
      .map((word) => word[0])
      .join('');
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 2 && short.length <= 6 && !short.includes(' ') && initials(long) === short) return true;
  return one.length > 5 && Math.abs(one.length - other.length) <= 2 && near(one, other);
}

/** Whether two words differ in at most two letters, one after the other. */
function near(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return Math.max(one.length, other.length) - start - end <= 2;
}
