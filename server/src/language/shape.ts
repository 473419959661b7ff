import type { Token } from './token.ts';

/** What a shape expects at one place: read by messages ("a date"), completion and signature help. */
export interface Expectation {
  /** In a planner's words, with its article: `a date`. Where it is missing, the words or the kinds say it: ask `wanted`. */
  readonly says?: string;
  /** Words that may be written here as they are, with their meaning where it is not plain. */
  readonly words?: readonly Word[];
  /** The kinds of declaration whose names may be written here. */
  readonly kinds?: readonly string[];
  /** Something to write in full, offered as a snippet: `2027-12-31`. */
  readonly sample?: string;
}

export interface Word {
  readonly word: string;
  readonly doc?: string;
}

/** A name written in a plan, to be looked up later. */
export interface Ref {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly token: Token;
}

/** How the values of a statement are read. `undefined` says: this is not here, and the cursor has not moved. */
export interface Shape<T> {
  read(cursor: Cursor): T | undefined;
  /** How the shape is written in the language reference. */
  readonly notation: string;
  /** What it is made of, for signature help. */
  readonly made?: Made;
}

/** Parts one after the other, in any order, one of which is there, or one that may be missing. */
export interface Made {
  readonly of: 'parts' | 'any order' | 'one of' | 'maybe';
  readonly shapes: readonly Shape<unknown>[];
}

/** What most statements have of most things; nobody may add to it. */
const NONE: never[] = [];

/**
 * Walks over the tokens of a statement. A recording cursor remembers what would have been taken where the reading came to a stop;
 * most statements are right, so the first reading does without.
 */
export class Cursor {
  at = 0;
  /** The furthest place where something else was expected, and what. */
  furthest = 0;
  expected: Expectation[] = NONE;
  tokens: readonly Token[];
  /** The names read so far. */
  refs: Ref[] = NONE;
  readonly #recording: boolean;

  constructor(tokens: readonly Token[], recording = true) {
    this.tokens = tokens;
    this.#recording = recording;
  }

  /** The same cursor at the beginning of other tokens. */
  over(tokens: readonly Token[]): this {
    this.at = 0;
    this.furthest = 0;
    this.expected = NONE;
    this.tokens = tokens;
    this.refs = NONE;
    return this;
  }

  get token(): Token | undefined {
    return this.tokens[this.at];
  }

  get word(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === 'word' ? token.image : undefined;
  }

  /** Notes what would have been taken here; always `undefined`, so that a reader can return it. */
  want(expectation: Expectation): undefined {
    if (!this.#recording) return undefined;
    if (this.at > this.furthest) {
      this.furthest = this.at;
      this.expected = NONE;
    }
    if (this.at === this.furthest) {
      if (this.expected.length === 0) this.expected = [expectation];
      else this.expected.push(expectation);
    }
    return undefined;
  }

  /** Takes the word here as a name. */
  name(kinds: readonly string[]): Ref {
    const token = this.tokens[this.at++] as Token;
    const ref: Ref = { name: token.image, kinds, token };
    // Most statements have one name or none, and need no list that has room for more.
    if (this.refs.length === 0) this.refs = [ref];
    else this.refs.push(ref);
    return ref;
  }

  /** Goes back to an earlier place, forgetting the names read since. */
  back(at: number, refs: number): undefined {
    this.at = at;
    if (this.refs.length > refs) this.refs.length = refs;
    return undefined;
  }
}

/** A literal word of the language. */
export function literal(word: string, doc?: string): Shape<string> {
  const words = word.split(' ');
  const expectation: Expectation = { words: [doc === undefined ? { word } : { word, doc }] };
  return {
    notation: word,
    read(cursor) {
      const start = cursor.at;
      for (const part of words) {
        if (cursor.word !== part) {
          cursor.at = start;
          return cursor.want(expectation);
        }
        cursor.at++;
      }
      return word;
    },
  };
}

/** Parts one after the other, all of them. */
export function seq<T extends Record<string, unknown>>(parts: { readonly [K in keyof T]: Shape<T[K]> }): Shape<T> {
  const entries = Object.entries(parts) as [keyof T, Shape<unknown>][];
  return {
    notation: entries.map(([, shape]) => shape.notation).join(' '),
    made: { of: 'parts', shapes: entries.map(([, shape]) => shape) },
    read(cursor) {
      const { at } = cursor;
      const refs = cursor.refs.length;
      const value = {} as T;
      for (const [key, shape] of entries) {
        const part = shape.read(cursor);
        if (part === undefined) return cursor.back(at, refs);
        if (part !== ABSENT) value[key] = part as T[keyof T];
      }
      return value;
    },
  };
}

const ABSENT = Symbol('absent');

/** A part that may be left out. */
export function opt<T>(shape: Shape<T>): Shape<T | undefined> {
  return {
    notation: `[${shape.notation}]`,
    made: { of: 'maybe', shapes: [shape] },
    read(cursor) {
      const value = shape.read(cursor);
      return value === undefined ? (ABSENT as never) : value;
    },
  };
}

/** A word of the language and what follows it: `by` and a role holder. */
export function led<T>(word: string, shape: Shape<T>): Shape<T> {
  const head = literal(word);
  return {
    notation: `${word} ${shape.notation}`,
    read(cursor) {
      const { at } = cursor;
      const refs = cursor.refs.length;
      if (head.read(cursor) === undefined) return undefined;
      const value = shape.read(cursor);
      return value === undefined ? cursor.back(at, refs) : value;
    },
  };
}

/** Optional parts in any order, each at most once. */
export function anyOrder<T extends Record<string, unknown>>(parts: { readonly [K in keyof T]: Shape<T[K]> }): Shape<Partial<T>> {
  const entries = Object.entries(parts) as [keyof T, Shape<unknown>][];
  return {
    notation: entries.map(([, shape]) => `[${shape.notation}]`).join(' '),
    made: { of: 'any order', shapes: entries.map(([, shape]) => shape) },
    read(cursor) {
      const value: Partial<T> = {};
      for (let found = true; found; ) {
        found = false;
        for (const [key, shape] of entries) {
          if (value[key] !== undefined) continue;
          const part = shape.read(cursor);
          if (part === undefined) continue;
          value[key] = part as T[keyof T];
          found = true;
        }
      }
      return value;
    },
  };
}

/** The first alternative that is there. */
export function either<A>(...shapes: readonly Shape<A>[]): Shape<A> {
  return {
    notation: shapes.map((shape) => shape.notation).join(' | '),
    made: { of: 'one of', shapes },
    read(cursor) {
      for (const shape of shapes) {
        const value = shape.read(cursor);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

/** One or several, with commas between. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    notation: `${shape.notation}, …`,
    read(cursor) {
      const first = shape.read(cursor);
      if (first === undefined) return undefined;
      const values = [first];
      while (cursor.token?.kind === 'comma') {
        const { at } = cursor;
        const refs = cursor.refs.length;
        cursor.at++;
        const next = shape.read(cursor);
        if (next === undefined) {
          cursor.back(at, refs);
          break;
        }
        values.push(next);
      }
      return values;
    },
  };
}

/** The same reading, turned into something else. */
export function map<A, B>(shape: Shape<A>, turn: (value: A) => B): Shape<B> {
  return {
    notation: shape.notation,
    ...(shape.made === undefined ? {} : { made: shape.made }),
    read(cursor) {
      const value = shape.read(cursor);
      return value === undefined ? undefined : turn(value);
    },
  };
}
