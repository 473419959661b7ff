import type { Token } from '../../language/token.ts';
import type { Statement } from '../../syntax/tree.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { searched } from './_search.ts';

// What is to be filled in holds no second beginning, so that a text full of beginnings is gone over once.
const PLACEHOLDERS = [
  /\b(?:TBD|TBC|TODO|FIXME|lorem ipsum|xxx+)\b|\?\?\?|_{4,}/i,
  /\[(?:insert|fill in|name|date|amount|…|\.\.\.)[^[\]]*\]/i,
  /<(?:insert|name|date|amount)[^<>]*>/i,
];

export default rule({
  id: 'structure/placeholder-left',
  severity: 'warning',
  summary: 'A text still holds a placeholder.',
  why: 'A template that was adopted with its blanks is a promise that nobody made. Where something is truly not known yet, the language has "tbd until" with a date, which the rules can hold the writer to.',
  grounding: [{ cite: 'iplan language reference, values', finding: 'What is not known yet is written as "tbd" with the date by which it will be.' }],
  good: ['group women "Women" { definition "Women of 18 to 65" }', 'indicator jobs "In work" { unit percent; baseline tbd until 2026-12 "after the survey" }'],
  bad: [
    'group women "Women" {\n  definition "TODO: ask the office"\n             ^^^^^^^^^^^^^^^^^^^^^^ This text still holds the placeholder "TODO".\n}',
    'group women "Group [name]" { priority high }\n            ^^^^^^^^^^^^^^ This text still holds the placeholder "[name]".',
  ],
  checkChunk(chunk, report) {
    for (const { node, token, found } of placeholdersIn(chunk)) {
      report({
        at: { node, span: token },
        message: say`This text still holds the placeholder "${found}".`,
        instead: say`Write what belongs there, or leave the statement out until it is known.`,
      });
    }
  },
});

interface Placeholder {
  readonly node: Statement;
  readonly token: Token;
  readonly found: string;
}

const placeholdersIn = searched<Placeholder>(
  (text) => PLACEHOLDERS.some((pattern) => pattern.test(text)),
  (node, placeholders) => {
    for (const token of node.values) {
      // As it is written: no placeholder has a quote or an escape in it.
      const found = token.kind === 'text' ? firstIn(token.image) : undefined;
      if (found !== undefined) placeholders.push({ node, token, found });
    }
  },
);

/** The placeholder that stands first in a text. */
function firstIn(text: string): string | undefined {
  let first: RegExpExecArray | undefined;
  for (const pattern of PLACEHOLDERS) {
    const found = pattern.exec(text);
    if (found !== null && (first === undefined || found.index < first.index)) first = found;
  }
  return first?.[0];
}
