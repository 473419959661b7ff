import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../server/src/syntax/parse.ts';
import { print } from '../server/src/syntax/print.ts';
import type { Statement, Tree } from '../server/src/syntax/tree.ts';
import { apply, changes, SAMPLE } from './text.ts';

/** What a text says, without its layout. */
const meaning = (tree: Tree) => {
  const plain = (statements: readonly Statement[]): unknown[] =>
    statements.map((s) => [s.word, s.kind, s.values.map((v) => v.image), s.block === undefined ? undefined : plain(s.block)]);
  return plain(tree.chunks.flatMap((chunk) => chunk.statements));
};
const comments = (tree: Tree) => tree.chunks.flatMap((chunk) => chunk.comments.map((c) => chunk.text.slice(c.start, c.end).trim())).sort();

function check(text: string): void {
  const tree = parse(text);
  const printed = print(tree);
  const again = parse(printed);
  if (tree.chunks.every((chunk) => chunk.problems.length === 0)) {
    assert.deepEqual(meaning(again), meaning(tree));
    assert.deepEqual(comments(again), comments(tree));
  }
  assert.equal(print(again), printed);
}

describe('print', () => {
  it('gives the sample back as it is written', () => assert.equal(print(parse(SAMPLE)), SAMPLE.replace('cross,\n      council', 'cross, council')));

  it('lays out what was written carelessly', () => {
    const careless =
      'sector   work "Work"{field work;lead   office # who\n\n\n\n# why\nmeasure m "M"\n{status planned}}\nactor office "Office" { type department }';
    assert.equal(
      print(parse(careless)),
      'sector work "Work" {\n  field work\n  lead office # who\n\n  # why\n  measure m "M" { status planned }\n}\nactor office "Office" { type department }\n',
    );
  });

  for (const folder of ['examples', 'frameworks']) {
    for (const name of readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, withFileTypes: true })) {
      if (!name.name.endsWith('.iplan')) continue;
      it(`keeps the meaning of ${name.name} in ${folder}`, () => check(readFileSync(`${name.parentPath}/${name.name}`, 'utf8')));
    }
  }

  it('keeps meaning and comments, and prints its own text unchanged (5,000 mutants)', () => {
    fc.assert(
      fc.property(changes(3), (edits) => {
        let text = SAMPLE;
        for (const change of edits) {
          const edit = apply(text, change);
          text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        }
        check(text);
      }),
      { numRuns: 5000 },
    );
  }).timeout(120_000);
});
