import assert from 'node:assert/strict';
import { KINDS as ALL_KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import type { Fact } from '../server/src/model/declaration.ts';
import { readChunk } from '../server/src/model/read.ts';
import { format } from '../server/src/syntax/format.ts';
import { parse } from '../server/src/syntax/parse.ts';
import { SAID } from '../server/src/words/statements.ts';

/** What is found in one statement: the problem's advice, and the text after its mend. */
function found(kind: string, statement: string) {
  const text = `${kind} one "One" {\n  ${statement}\n}`;
  const [chunk] = parse(text).chunks;
  const { problems, declarations } = readChunk(chunk!);
  const bad = problems.filter(({ rule }) => rule !== 'structure/required-missing');
  const edits = bad[0]?.fix?.edits.toSorted((a, b) => b.span.start - a.span.start);
  const mended = edits?.reduce((all, edit) => all.slice(0, edit.span.start) + edit.text + all.slice(edit.span.end), text);
  return { bad, mended: mended?.split('\n')[1]?.trim(), facts: declarations[0]!.facts, text };
}

/** What statements say, wherever it stands. */
const valuesOf = (facts: readonly Fact[]): unknown =>
  JSON.parse(
    JSON.stringify(
      facts.map(({ word, value, refs }) => [word, value, refs.map(({ name }) => name)]),
      (key, value) => (key === 'token' ? undefined : value),
    ),
  );

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
  ['measure', 'budget 690 000 kr per year from grant', 'budget 690000 per year from grant'],
  ['measure', 'budget kr. 690 000,- from grant', 'budget 690000 from grant'],
  ['measure', 'budget 1.5 million kroner', 'budget 1.5 million'],
  ['target', 'at least 70 % by end of 2028', 'at least 70% by 2028'],
  ['target', 'at least 70% bye 2028', 'at least 70% by 2028', 'by'],
  ['indicator', 'unit %', 'unit percent', 'percent'],
  ['indicator', 'baseline 61,5 % in 2024', 'baseline 61.5% on 2024'],
  ['indicator', 'source SSB', 'source register "SSB"'],
  ['indicator', 'frequency jährlich', 'frequency yearly', 'yearly'],
];

/** Statements that are misspelt or in another language, and what is read instead. */
const HEADS: readonly (readonly [kind: string, written: string, meant: string, advice?: string])[] = [
  ['plan', 'perod 2026 to 2029', 'period 2026 to 2029', 'period'],
  ['plan', 'periode 2026-2029', 'period 2026 to 2029'],
  ['plan', 'koordinator nav', 'coordinator nav', 'coordinator'],
  ['sector', 'ansvarlig nav', 'lead nav', 'lead'],
  ['measure', 'laed nav', 'lead nav', 'lead'],
  ['measure', 'frist 31.12.2027', 'deadline 2027-12-31'],
  ['measure', 'Frist 2027', 'deadline 2027', 'deadline'],
  ['measure', 'zielgruppe women', 'for women', 'for'],
  ['target', 'at leest 70% by 2028', 'at least 70% by 2028', 'at least'],
  ['target', 'aat least 70% by 2028', 'at least 70% by 2028', 'at least'],
  ['target', 'meeasured by jobs', 'measured by jobs', 'measured by'],
  ['indicator', 'kilde SSB', 'source register "SSB"'],
  ['indicator', 'lähtöarvo 61,5 % in 2024', 'baseline 61.5% on 2024'],
];

/** Declarations that are misspelt or in another language. */
const KINDS = [
  ['sector a "A"', 'tiltak', 'measure'],
  ['sector a "A"', 'mesure', 'measure'],
  ['sector a "A"', 'mål', 'goal'],
  ['sector a "A"', 'indikator', 'indicator'],
  [undefined, 'sektor', 'sector'],
  [undefined, 'aktør', 'actor'],
] as const;

describe('heads as they were meant', () => {
  for (const [kind, written, meant, advice = meant] of HEADS)
    it(`reads "${written}" as "${meant}"`, () => {
      const { bad, mended, facts, text } = found(kind, written);
      assert.deepEqual(
        bad.map(({ rule, instead }) => [rule, instead]),
        [['structure/unknown-statement', `Did you mean "${advice}"?`]],
      );
      assert.equal(mended, meant);
      assert.deepEqual(valuesOf(facts), valuesOf(found(kind, meant).facts));
      for (const { token } of facts[0]!.refs) assert.equal(text.slice(token.start, token.end), token.image);
    });

  it('are words of the language', () => {
    const words = new Set<string>(ALL_KINDS.flatMap((kind) => [kind, ...Object.keys(kindRow(kind).rows)]));
    assert.deepEqual(
      Object.values(SAID)
        .flat()
        .filter((word) => !words.has(word)),
      [],
    );
  });

  it('takes a promise for a promise', () => {
    const { bad, facts } = found('measure', 'ansvarlig tbd until 2027');
    assert.deepEqual([bad.length, facts[0]!.word, facts[0]!.tbd?.until?.text], [1, 'lead', '2027']);
  });

  for (const [around, written, meant] of KINDS)
    it(`reads a declaration that begins with "${written}" as one of "${meant}", and leaves the word as it is`, () => {
      const inner = `${written} one "One" { about "Something" }`;
      const text = around === undefined ? `${inner}\n` : `${around} {\n  ${inner}\n}\n`;
      const tree = parse(text);
      const [first] = readChunk(tree.chunks[0]!).declarations;
      const read = around === undefined ? first : first!.children[0];
      assert.deepEqual([read?.kind, read?.id, read?.facts.length], [meant, 'one', 1]);
      const problems = readChunk(tree.chunks[0]!).problems.filter(({ rule }) => rule !== 'structure/required-missing');
      assert.deepEqual(
        problems.map(({ rule, instead }) => [rule, instead]),
        [['structure/unknown-statement', `Did you mean "${meant}"?`]],
      );
      assert.equal(format(tree), text);
    });

  it('takes nothing for a declaration that is not written like one', () => {
    const [first] = readChunk(parse('sector a "A" {\n  tiltak\n  tiltak en to tre\n}\n').chunks[0]!).declarations;
    assert.deepEqual(first!.children, []);
  });
});

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
      assert.deepEqual(valuesOf(facts), valuesOf(right.facts));
      assert.equal(facts[0]!.broken, undefined);
      // Names stand where they are said to stand, and none is lost.
      assert.deepEqual(
        facts[0]!.refs.map(({ name }) => name),
        right.facts[0]!.refs.map(({ name }) => name),
      );
      for (const { token } of facts[0]!.refs) assert.equal(text.slice(token.start, token.end), token.image);
    });

  it('says what it can of a statement with more that it does not know, and reads its beginning only', () => {
    const { bad, mended, facts } = found('measure', 'budget 1 000 000 zł from grant');
    assert.equal(mended, 'budget 1000000 zł from grant');
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
