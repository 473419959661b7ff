import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { textOf } from '../server/src/language/token.ts';
import { readChunk } from '../server/src/model/read.ts';
import { format, formatting } from '../server/src/syntax/format.ts';
import { parse } from '../server/src/syntax/parse.ts';
import type { Statement, Tree } from '../server/src/syntax/tree.ts';
import { holds, RUNS } from './holds.ts';
import { apply, changes, SAMPLE } from './text.ts';

/** What a text says, without its layout: its statements, and what is read of them. */
const meaning = (tree: Tree) => {
  const plain = (statements: readonly Statement[]): unknown[] =>
    statements.map((s) => [s.word, s.kind, s.values.map((v) => (v.kind === 'text' ? textOf(v.image) : v.image)), s.block && plain(s.block)]);
  const problems = tree.chunks.flatMap((chunk) => readChunk(chunk).problems.map(({ rule, message }) => `${rule} ${message}`));
  return { statements: plain(tree.chunks.flatMap((chunk) => chunk.statements)), problems };
};
const comments = (tree: Tree) => tree.chunks.flatMap((chunk) => chunk.comments.map((c) => chunk.text.slice(c.start, c.end).trimEnd()));

function check(text: string): void {
  const tree = parse(text);
  const formatted = format(tree);
  const again = parse(formatted);
  assert.deepEqual(meaning(again), meaning(tree));
  assert.deepEqual(comments(again), comments(tree));
  assert.equal(format(again), formatted);
  let end = 0;
  for (const { span } of formatting(tree).edits) {
    assert.ok(end <= span.start && span.start <= span.end && span.end <= text.length);
    end = span.end;
  }
}

/** Texts and what they become. */
const CASES: Readonly<Record<string, readonly [string, string]>> = {
  'gives the sample back as it is written': [SAMPLE, SAMPLE.replace('cross,\n      council', 'cross, council')],
  'lays out what was written carelessly': [
    'sector   work "Work"{field work;lead   office # who\n\n\n\n# why\nmeasure m "M"\n{status planned}}\nactor office "Office" { type department }',
    'sector work "Work" {\n  field work\n  lead office # who\n\n  # why\n  measure m "M" { status planned }\n}\nactor office "Office" { type department }\n',
  ],
  'puts values and milestones that follow each other under each other': [
    'indicator i "I" {\nvalue 5% on 2023 { women 4% }\nvalue 12.5% about on 2024-12-31 # new\n{ women 11% }\nbaseline 1% on 2020\nvalue 7% on 2022\n\nvalue 100% on 2025\n}\ntarget t "T" {\n  milestone at least 5% by 2026\n  milestone increase by 12 points by 2027-06\n}\n',
    'indicator i "I" {\n  value    5%       on 2023       { women 4% }\n  value 12.5% about on 2024-12-31 { women 11% }\n  # new\n  baseline 1% on 2020\n  value 7% on 2022\n\n  value 100% on 2025\n}\ntarget t "T" {\n  milestone at least    5%        by 2026\n  milestone increase by 12 points by 2027-06\n}\n',
  ],
  'moves a long text along with its statement': [
    'sector s "S" {\n      about """\n        One\n          two\n\n        three\n  """\n      measure m "M" {\n      about """\n  Level\n      """\n    }\n}\n',
    'sector s "S" {\n  about """\n    One\n      two\n\n    three\n    """\n  measure m "M" {\n    about """\n    Level\n    """\n  }\n}\n',
  ],
  'keeps the lines of a statement that a comment stands in': [
    'sector s "S" {\ngroups a, # the first\n      b\n  lead x\n}\n',
    'sector s "S" {\n  groups a, # the first\n      b\n  lead x\n}\n',
  ],
  'keeps a line that goes on': ['plan p "P" {\n    excludes "X"\n      because "Y"\n}\n', 'plan p "P" {\n  excludes "X"\n    because "Y"\n}\n'],
  'leaves a statement that is broken as it is, and lays out its neighbours': [
    'sector s "S" {\n   lead   a\n  measure m "M" {\n     status   planned\n  measure k "K" {\n  status   ongoing\n}\n}\n',
    'sector s "S" {\n  lead a\n  measure m "M" {\n     status   planned\n  measure k "K" {\n    status ongoing\n  }\n}\n',
  ],
  'leaves an open text as it is': ['actor a "A" {\n contact  "x\n   type   ngo\n}\n', 'actor a "A" {\n contact  "x\n  type ngo\n}\n'],
  'leaves a declaration with a brace too many alone': ['actor a "A" {\n type   ngo } }\nactor b  "B" {}', 'actor a "A" {\n type   ngo } }\nactor b "B" { }\n'],
  'leaves a file alone in which a merge is unfinished': ['actor  a "A"\n<<<<<<< ours\n', 'actor  a "A"\n<<<<<<< ours\n'],
  'keeps line breaks of another kind': ['actor a "A" {\r\n type  ngo\r\n}\r\nactor b "B" {\r\n}', 'actor a "A" {\r\n  type ngo\r\n}\r\nactor b "B" {\r\n}\r\n'],
  'takes away what stands unseen at the end of a line': ['actor a "A"  \n# c  \n', 'actor a "A"\n# c\n'],
  'keeps the place of a broken line after a byte-order mark': ['\ufeff\n  indicator i "I" {\n    uni\n', '\ufeff  indicator i "I" {\n    uni\n'],
  'makes nothing of nothing': [' \n\n', ''],
};

describe('format', () => {
  for (const [name, [before, after]] of Object.entries(CASES)) {
    it(name, () => {
      assert.equal(format(parse(before)), after);
      check(before);
    });
  }

  it('touches only the white space that is wrong', () => {
    const text = 'actor a "A" {\n  type ngo\n   staff 2  fte\n}\n';
    assert.deepEqual(formatting(parse(text)).edits, [
      { span: { start: 27, end: 28 }, text: '' },
      { span: { start: 36, end: 37 }, text: '' },
    ]);
  });

  it('says what it has left alone', () => {
    assert.deepEqual(formatting(parse('actor a "A" {\n type ngo\n')).left, [{ at: 0, message: 'The block of actor "A" is not closed.' }]);
  });

  for (const folder of ['examples', 'frameworks']) {
    for (const name of readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, withFileTypes: true })) {
      if (!name.name.endsWith('.iplan')) continue;
      it(`keeps the meaning of ${name.name} in ${folder}`, () => check(readFileSync(`${name.parentPath}/${name.name}`, 'utf8')));
    }
  }

  it('keeps meaning and comments, and leaves its own text unchanged (mutants)', async () => {
    await holds(
      'layout',
      fc.property(changes(3), (edits) => {
        let text = SAMPLE;
        for (const change of edits) {
          const edit = apply(text, change);
          text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        }
        check(text);
      }),
      Math.ceil(RUNS / 4),
    );
  });

  it('keeps them whatever the white space of a text was', async () => {
    const space = fc.constantFrom(' ', '\t', '  ', '\n', '\n\n\n', '\r\n', ';', '; ', '# c\n', ' # c\r\n');
    await holds(
      'white-space',
      fc.property(fc.array(fc.tuple(fc.nat(SAMPLE.length), space), { maxLength: 30 }), (puts) => {
        let text = SAMPLE;
        for (const [at, put] of puts) {
          const gap = text.indexOf(' ', at % text.length);
          if (gap >= 0) text = text.slice(0, gap) + put + text.slice(gap + 1);
        }
        check(text);
      }),
      Math.ceil(RUNS / 4),
    );
  });
});
