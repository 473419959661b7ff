import assert from 'node:assert/strict';
import { readChunk } from '../server/src/model/read.ts';
import { parse } from '../server/src/syntax/parse.ts';

/** What is found in one statement: the problem's advice, and the text after its mend. */
function found(kind: string, statement: string) {
  const text = `${kind} one "One" {\n  ${statement}\n}`;
  const [chunk] = parse(text).chunks;
  const { problems, declarations } = readChunk(chunk!);
  const bad = problems.filter(({ rule }) => rule !== 'structure/required-missing');
  const [edit] = bad[0]?.fix?.edits ?? [];
  const mended = edit === undefined ? undefined : text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  return { bad, mended: mended?.split('\n')[1]?.trim(), facts: declarations[0]!.facts, text };
}

/** Statements as people write them, what is read instead, and the advice where it is not the whole statement. */
const SLIPS: readonly (readonly [kind: string, written: string, meant: string, advice?: string])[] = [
  ['plan', 'level municipality', 'level local', 'local'],
  ['plan', 'level Kommune', 'level local', 'local'],
  ['plan', 'level county', 'level regional', 'regional'],
  ['plan', 'period 2026-2029', 'period 2026 to 2029'],
  ['plan', 'review hvert år by council', 'review yearly by council'],
  ['plan', 'adopted 14.02.2025 by council', 'adopted 2025-02-14 by council', '2025-02-14'],
  ['sector', 'field labour', 'field work', 'work'],
  ['sector', 'field Arbeid', 'field work', 'work'],
  ['actor', 'type office', 'type department', 'department'],
  ['actor', 'type counsil', 'type council', 'council'],
  ['measure', 'status pågår', 'status ongoing', 'ongoing'],
  ['measure', 'status in progress', 'status ongoing'],
  ['measure', 'lead red-cross and city', 'lead red-cross, city'],
  ['measure', 'for women and youth', 'for women, youth'],
  ['measure', 'serves goal jobs', 'serves jobs'],
  ['measure', 'deadline 31.12.2027', 'deadline 2027-12-31', '2027-12-31'],
  ['measure', 'budget 690 000 € from grant', 'budget 690000 EUR from grant'],
  ['target', 'at least 70 % by end of 2028', 'at least 70% by 2028'],
  ['target', 'at least 70% bye 2028', 'at least 70% by 2028', 'by'],
  ['indicator', 'unit %', 'unit percent', 'percent'],
  ['indicator', 'baseline 61,5 % in 2024', 'baseline 61.5% on 2024'],
  ['indicator', 'source SSB', 'source register "SSB"'],
  ['indicator', 'frequency jährlich', 'frequency yearly', 'yearly'],
];

describe('values as they were meant', () => {
  for (const [kind, written, meant, advice = meant] of SLIPS)
    it(`reads "${written}" as "${meant}"`, () => {
      const { bad, mended, facts, text } = found(kind, written);
      assert.deepEqual(
        bad.map(({ rule, instead }) => [rule, instead]),
        [['structure/bad-value', `Did you mean "${advice}"?`]],
      );
      assert.equal(mended, meant);
      const right = found(kind, meant);
      assert.deepEqual(right.bad, []);
      const values = (all: typeof facts) =>
        JSON.stringify(
          all.map(({ word, value }) => [word, value]),
          (key, value) => (key === 'token' ? undefined : value),
        );
      assert.equal(values(facts), values(right.facts));
      assert.equal(facts[0]!.broken, undefined);
      // Names stand where they are said to stand, and none is lost.
      assert.deepEqual(
        facts[0]!.refs.map(({ name }) => name),
        right.facts[0]!.refs.map(({ name }) => name),
      );
      for (const { token } of facts[0]!.refs) assert.equal(text.slice(token.start, token.end), token.image);
    });

  it('says what it can of a statement with more that it does not know, and reads its beginning only', () => {
    const { bad, mended, facts } = found('measure', 'budget 1 000 000 kr from grant');
    assert.equal(mended, 'budget 1000000 kr from grant');
    assert.equal(bad.length, 1);
    assert.equal(facts[0]!.broken, true);
  });

  it('guesses nothing where nothing is near', () => {
    for (const [kind, written] of [
      ['measure', 'status § §'],
      ['measure', 'deadline by 31.31.2027'],
      ['plan', 'level higher-up'],
      ['actor', 'type something'],
      ['measure', `for ${'aa and bb cc, '.repeat(100)}`],
    ] as const) {
      const { bad, mended, facts } = found(kind, written);
      assert.deepEqual([bad.length, mended, facts[0]!.broken], [1, undefined, true], written);
    }
  });
});
