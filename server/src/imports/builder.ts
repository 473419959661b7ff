import type { FIELDS } from '../language/forms.ts';
import { quote, textOf as unquoted } from '../language/token.ts';
import type { Kind } from '../language/vocabulary.ts';
import { idFrom } from '../language/words.ts';
import { say } from '../text/say.ts';
import type { Language } from '../words/languages.ts';
import { folded } from '../words/languages.ts';
import { FIELDS as FIELD_WORDS } from '../words/names.ts';
import { Draft, written } from './draft.ts';
import { Ledger } from './ledger.ts';
import { Holders, Ids } from './names.ts';
import type { Cell, Piece, Place, Source } from './read/source.ts';
import type { Layout, Mapped } from './recognise.ts';

/** Something that was assumed, or not understood, and where. */
export interface Remark {
  readonly source: string;
  readonly at: Place;
  /** The declaration it is about. */
  readonly id: string;
  readonly text: string;
}

/** Gathers what the sources declare: each thing once, however often it is named. */
export class Builder {
  readonly ids = new Ids();
  readonly holders = new Holders(this.ids);
  readonly ledger: Ledger;
  readonly plan: Draft;
  /** What stands at the top, in order: sectors, goals, measures of no sector. */
  readonly top: Draft[] = [];
  readonly guesses: Remark[] = [];
  readonly doubts: Remark[] = [];
  readonly layouts: Layout[] = [];
  /** Accepted gaps, as they are written. */
  readonly waivers: string[] = [];
  /** The data files of indicators: their paths as the plan names them, and their rows for each indicator without its id. */
  readonly data = new Map<Draft, { readonly path: string; readonly rows: readonly string[] }>();
  source = '';
  language: Language = 'en';
  /** The target of each indicator. */
  readonly targets = new Map<Draft, Draft>();
  readonly currencies = new Map<string, number>();
  readonly #once = new Map<string, Draft>();

  constructor(sources: readonly Source[], plan: Draft) {
    this.ledger = new Ledger(sources);
    this.plan = plan;
    this.ids.give(plan.id);
  }

  /** A declaration that cells name by its title: the same title is the same thing. */
  once(kind: Kind, title: string, number: string | undefined, place: (draft: Draft) => void): Draft {
    const key = `${kind} ${folded(title)}`;
    const found = this.#once.get(key);
    if (found !== undefined) return found;
    const draft = new Draft(kind, this.ids.of(kind, number, title), title);
    if (number !== undefined) draft.say(`number ${quote(number)}`);
    this.#once.set(key, draft);
    place(draft);
    return draft;
  }

  sector(title: string, piece: Piece | undefined): Draft {
    const { number, rest } = numbered(title);
    const draft = this.once('sector', rest, number, (made) => {
      this.top.push(made);
      const field: (typeof FIELDS)[number] | string | undefined = FIELD_WORDS.find(([, words]) => words.test(rest))?.[0];
      if (field !== undefined) this.guess(made, `field ${field}`, say`The field of policy is told by the title "${rest}".`, piece);
    });
    if (piece !== undefined) this.take(piece, draft, rest);
    return draft;
  }

  goal(title: string, sector: Draft | undefined, piece: Piece, upper?: Draft): Draft {
    const { number, rest } = numbered(title);
    const draft = this.once('goal', rest, number, (made) => (sector?.children ?? this.top).push(made));
    if (upper !== undefined && upper !== draft && !draft.has('part of')) draft.say(`part of ${upper.id}`);
    this.take(piece, draft, rest);
    return draft;
  }

  group(title: string): Draft {
    return this.once('group', title, undefined, (made) => this.top.unshift(made));
  }

  fund(title: string): Draft {
    return this.once('fund', title, undefined, (made) => this.top.unshift(made));
  }

  take(piece: Piece, draft: Draft, as: string): void {
    this.ledger.take(piece, draft.id, as);
  }

  /** A statement that a cell says; whether the language has it so. */
  said(piece: Piece, draft: Draft, text: string, guessed?: string): boolean {
    if (!draft.say(text, guessed)) return false;
    this.take(piece, draft, text);
    if (guessed !== undefined) this.guesses.push({ source: this.source, at: piece.at, id: draft.id, text: guessed });
    return true;
  }

  /** A statement that was assumed. */
  guess(draft: Draft, text: string, why: string, piece: Piece | undefined): void {
    if (draft.has(text.split(' ')[0] as string) || !draft.say(text, why) || piece === undefined) return;
    this.guesses.push({ source: this.source, at: piece.at, id: draft.id, text: why });
  }

  /** What has no statement of its own stands as a remark, with its heading before it. */
  remark(cell: Piece, draft: Draft, column?: Mapped, doubt?: string): void {
    const heading = column === undefined || column.heading === '' || column.column === 'about' ? '' : `${column.heading}: `;
    draft.tell(`${heading}${cell.text}`);
    this.take(cell, draft, cell.text);
    if (doubt !== undefined) this.doubts.push({ source: this.source, at: cell.at, id: draft.id, text: doubt });
  }

  currency(code: string | undefined): void {
    if (code !== undefined) this.currencies.set(code, (this.currencies.get(code) ?? 0) + 1);
  }

  /** Headings and paragraphs of a text, as Markdown. */
  prose(piece: Piece, draft: Draft, mark = ''): void {
    draft.about.push(`${mark}${piece.text}`);
    this.take(piece, draft, piece.text);
  }
}

/** `3.2 Language café` → the published number and the rest. A bare number may count something, so it needs its point. */
export function numbered(text: string): { readonly number?: string | undefined; readonly rest: string } {
  const match = /^(\p{L}{0,2}\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|\p{Lu}{1,2}[-.]?\d{1,2}[.:)]?)\s+(?=\S)/u.exec(text);
  if (match === null) return { rest: text };
  return { number: (match[1] as string).replace(/[.:)]$/, ''), rest: text.slice(match[0].length).trim() };
}

/** The about of a draft as a statement. */
export const aboutOf = (draft: Draft): string | undefined => {
  if (draft.about.length === 0) return undefined;
  const own = draft.lines.find(({ text }) => text.startsWith('about "'));
  if (own !== undefined) return `about ${written([unquoted(own.text.slice('about '.length)), ...draft.about].join('\n\n'))}`;
  const all =
    draft.about.every((part) => !part.includes('\n')) && draft.kind !== 'plan' && draft.kind !== 'sector'
      ? draft.about.map(ended).join(' ')
      : draft.about.join('\n\n');
  return `about ${written(all)}`;
};

const ended = (text: string): string => (/[.!?:]$/.test(text) ? text : `${text}.`);

/** The name of a plan made of its title. */
export const planId = (title: string): string =>
  idFrom(title)
    .slice(0, 40)
    .replace(/-[^-]*$/, (tail) => (idFrom(title).length > 40 ? '' : tail)) || 'plan';

export const isCell = (piece: Piece): piece is Cell => !('kind' in piece);
