import type { Shape } from './shape.ts';

/** One statement of the language: how its values are read and what it says. Everything about it derives from this row. */
export interface Row<T = unknown> {
  readonly shape: Shape<T>;
  readonly doc: string;
  /** It may stand several times in one declaration. */
  readonly many?: boolean;
  /** Its absence is reported by `structure/required-missing`. */
  readonly required?: boolean;
  /** It may have a block that splits its value: `{ women 41%; men 55% }`. */
  readonly split?: boolean;
}

export interface KindRow<R extends Record<string, Row> = Record<string, Row>> {
  readonly doc: string;
  /** It stands only at the top, and its word in column 0 begins it whatever was left open before. */
  readonly top?: boolean;
  /** It may stand at the top although others hold it too. */
  readonly alsoTop?: boolean;
  /** Its header is `kind id "Title"`; an entry's id may be missing, `waive` has none. */
  readonly header: 'id' | 'entry' | 'none';
  readonly holds: readonly string[];
  /** The statements that a new one is laid out with. */
  readonly outline: string;
  readonly rows: R;
}

export const one = <T>(shape: Shape<T>, doc: string, more: Partial<Row<T>> = {}): Row<T> => ({ shape, doc, ...more });
export const many = <T>(shape: Shape<T>, doc: string, more: Partial<Row<T>> = {}): Row<T> => ({ shape, doc, many: true, ...more });
export const must = <T>(shape: Shape<T>, doc: string, more: Partial<Row<T>> = {}): Row<T> => ({ shape, doc, required: true, ...more });
export const kind = <R extends Record<string, Row>>(row: KindRow<R>): KindRow<R> => row;
