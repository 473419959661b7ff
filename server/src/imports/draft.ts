import { quote, textOf } from '../language/token.ts';
import type { Kind } from '../language/vocabulary.ts';
import { readTree } from '../model/read.ts';
import { withoutTexts } from '../syntax/onerow.ts';
import { parse } from '../syntax/parse.ts';

/** A statement to be written, and what was assumed for it. */
export interface Line {
  readonly text: string;
  readonly guessed?: string | undefined;
}

/** A declaration to be written. */
export class Draft {
  readonly kind: Kind;
  readonly id: string;
  title: string;
  readonly comments: string[] = [];
  readonly lines: Line[] = [];
  readonly about: string[] = [];
  readonly children: Draft[] = [];
  /** Its statements stand as somebody has ordered them. */
  ordered = false;

  constructor(kind: Kind, id: string, title: string) {
    this.kind = kind;
    this.id = id;
    this.title = title;
  }

  has(word: string): boolean {
    return this.lines.some(({ text }) => text.startsWith(`${word} `));
  }

  /** Adds a statement that its kind can say; whether it could. One that is there already is not said twice. */
  say(text: string, guessed?: string): boolean {
    if (this.lines.some((line) => line.text === text)) return true;
    if (!isWhole(this.kind, text)) return false;
    this.lines.push({ text, guessed });
    return true;
  }

  /** Adds names to a statement that may name several: `with red-cross, library`. */
  name(word: string, ids: readonly string[], guessed?: string): void {
    const at = this.lines.findIndex(({ text }) => text.startsWith(`${word} `));
    const known = at < 0 ? [] : (this.lines[at] as Line).text.slice(word.length + 1).split(', ');
    const text = `${word} ${[...new Set([...known, ...ids])].join(', ')}`;
    if (at < 0) this.lines.push({ text, guessed });
    else this.lines[at] = { text, guessed: (this.lines[at] as Line).guessed ?? guessed };
  }

  /** Takes its statements with these words out, and puts others in the place of the first; those that were taken out. */
  replace(words: readonly string[], lines: readonly Line[]): readonly Line[] {
    const isMeant = ({ text }: Line) => words.some((word) => text === word || text.startsWith(`${word} `));
    const out = this.lines.filter(isMeant);
    const at = this.lines.findIndex(isMeant);
    const rest = this.lines.filter((line) => !isMeant(line));
    this.lines.splice(0, Number.POSITIVE_INFINITY, ...rest.toSpliced(at < 0 ? rest.length : at, 0, ...lines));
    return out;
  }

  /** What has no statement of its own. */
  tell(text: string): void {
    if (!this.about.includes(text)) this.about.push(text);
  }
}

const known = new Map<string, boolean>();

/** Whether a declaration of a kind can say this as it is. */
export function isWhole(kind: Kind, text: string): boolean {
  const key = `${kind} ${text.startsWith('"') ? text : withoutTexts(text)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const whole = readTree(parse(`${kind} x "X" {\n  ${text}\n}`)).every(({ problems }) => problems.every(({ rule }) => rule === 'structure/required-missing'));
  if (known.size > 50_000) known.clear();
  known.set(key, whole);
  return whole;
}

/** A text as the plan holds it: short ones in quotes, several lines as a long text. */
export function written(text: string): string {
  if (!text.includes('\n') || text.includes('"""')) return quote(text);
  const long = `"""\n${text.replace(/^/gm, '    ')}\n  """`;
  return textOf(long) === text ? long : quote(text);
}
