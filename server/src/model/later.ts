import { Cursor, type Ref } from '../language/shape.ts';
import type { Statement } from '../syntax/tree.ts';
import type { Fact } from './declaration.ts';

const NONE: readonly never[] = [];

/** A statement whose values were read before and found right, and have only moved since: they are read again when somebody asks. */
export class LaterFact implements Fact {
  readonly word: string;
  readonly node: Statement;
  readonly parts = NONE;
  #value: unknown;
  #refs: readonly Ref[] | undefined;

  constructor(word: string, node: Statement) {
    this.word = word;
    this.node = node;
  }

  get value(): unknown {
    this.#read();
    return this.#value;
  }

  get refs(): readonly Ref[] {
    return this.#read();
  }

  #read(): readonly Ref[] {
    if (this.#refs === undefined) {
      const cursor = new Cursor(this.node.values, false);
      this.#value = this.node.row?.shape.read(cursor);
      this.#refs = cursor.refs;
    }
    return this.#refs;
  }
}
