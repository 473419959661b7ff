import { CURRENCIES } from '../../language/currencies.ts';
import type { Token } from '../../language/token.ts';
import type { Statement } from '../../syntax/tree.ts';
import { searched } from './_search.ts';

/** Three digits behind a point: in much of Europe thousands, for iplan thousandths. */
const GROUPED = /^-?[1-9]\d{0,2}(?:\.\d{3})+$/;
/** Few plans have any: whether a text does is told sooner than whether each of its values does. */
const ANYWHERE = /\d\.\d{3}/;
const PEOPLE = /^(?:persons?|people|inhabitants|residents|refugees|newcomers|immigrants|migrants|adults|children|pupils|households|participants)$/;
/** The statements that count people or things, of which there is no part. */
const COUNTS: ReadonlySet<string> = new Set(['size', 'participants', 'received', 'accepted', 'rejected', 'count', 'seats']);

/** A number that may mean something else than iplan reads. */
export interface Doubtful {
  readonly node: Statement;
  readonly token: Token;
  /** What is counted, in amounts the word behind the number. */
  readonly of: 'money' | 'people';
  readonly unit: string;
}

/** The amounts of money and the counts of people in a chunk whose points may have been meant to group thousands. */
export const doubtfulIn = searched<Doubtful>(
  (text) => ANYWHERE.test(text),
  (node, found) => {
    if (node.row === undefined) return;
    const { values } = node;
    for (const [i, token] of values.entries()) {
      const one = doubtful(node, token, values[i + 1]);
      if (one !== undefined) found.push(one);
    }
  },
);

function doubtful(node: Statement, token: Token, next: Token | undefined): Doubtful | undefined {
  if (token.kind !== 'word' || !GROUPED.test(token.image)) return undefined;
  // With decimals behind a comma there is no doubt: it is told of as a value that does not fit.
  if (next?.kind === 'comma' && next.start === token.end) return undefined;
  const unit = next?.kind === 'word' ? next.image : '';
  // Of "2.375 million" nobody means millions of millions.
  if (/^(?:thousand|million|billion)$/.test(unit)) return undefined;
  if (CURRENCIES.has(unit)) return { node, token, of: 'money', unit };
  if (PEOPLE.test(unit)) return { node, token, of: 'people', unit };
  const counts = COUNTS.has(node.word);
  if (!counts && !node.row?.shape.notation.includes('money')) return undefined;
  return { node, token, of: counts ? 'people' : 'money', unit: '' };
}
