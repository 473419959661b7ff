import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { compare } from '../server/src/compare/compare.ts';
import { merge } from '../server/src/merge/merge.ts';
import { isBroken } from '../server/src/merge/piece.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { parse } from '../server/src/syntax/parse.ts';
import type { Statement } from '../server/src/syntax/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const numRuns = Number(process.env.IPLAN_RUNS ?? 300);
const text = (...lines: string[]): string => lines.map((line) => `${line}\n`).join('');

interface Case {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly merged: string;
  readonly conflicts?: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'two statements of one block': {
    base: text('measure m "M" {', '  lead a', '  deadline by 2026', '}'),
    ours: text('measure m "M" {', '  lead b', '  deadline by 2026', '}'),
    theirs: text('measure m "M" {', '  lead a', '  deadline by 2027 # agreed in May', '}'),
    merged: text('measure m "M" {', '  lead b', '  deadline by 2027 # agreed in May', '}'),
  },
  'the same statement': {
    base: text('measure m "M" {', '  lead a', '  deadline by 2026', '}'),
    ours: text('measure m "M" {', '  lead b', '  deadline by 2027', '}'),
    theirs: text('measure m "M" {', '  deadline by 2028', '  lead a', '}'),
    merged: text('measure m "M" {', '<<<<<<< ours', '  deadline by 2027', '=======', '  deadline by 2028', '>>>>>>> theirs', '  lead b', '}'),
    conflicts: ['"deadline" of measure "M"'],
  },
  'one list of names': {
    base: text('measure m "M" {', '  with a, b', '}'),
    ours: text('measure m "M" {', '  with a, c, b', '}'),
    theirs: text('measure m "M" {', '  with b, d', '}'),
    merged: text('measure m "M" {', '  with c, b, d', '}'),
  },
  'one name in the place of another, twice': {
    base: text('measure m "M" {', '  with a, b', '}'),
    ours: text('measure m "M" {', '  with a, c', '}'),
    theirs: text('measure m "M" {', '  with a, d', '}'),
    merged: text('measure m "M" {', '<<<<<<< ours', '  with a, c', '=======', '  with a, d', '>>>>>>> theirs', '}'),
    conflicts: ['"with" of measure "M"'],
  },
  'values of different years, added by both': {
    base: text('indicator i "I" {', '  value 5 on 2023', '}'),
    ours: text('indicator i "I" {', '  value 5 on 2023', '  value 6 on 2024', '}'),
    theirs: text('indicator i "I" {', '  value 4 on 2022', '  value 5 on 2023', '  value 7 on 2025', '}'),
    merged: text('indicator i "I" {', '  value 4 on 2022', '  value 5 on 2023', '  value 6 on 2024', '  value 7 on 2025', '}'),
  },
  'two values of one year': {
    base: text('indicator i "I" {', '  value 5 on 2023', '}'),
    ours: text('indicator i "I" {', '  value 5 on 2023', '  value 6 on 2024', '}'),
    theirs: text('indicator i "I" {', '  value 5 on 2023', '  value 7 on 2024', '}'),
    merged: text('indicator i "I" {', '  value 5 on 2023', '<<<<<<< ours', '  value 6 on 2024', '=======', '  value 7 on 2024', '>>>>>>> theirs', '}'),
    conflicts: ['"value" of indicator "I"'],
  },
  'another form of the same target': {
    base: text('target t "T" { at least 60% by 2028 }'),
    ours: text('target t "T" { at most 60% by 2028 }'),
    theirs: text('target t "T" { at least 65% by 2028 }'),
    merged: text('target t "T" {', '<<<<<<< ours', '  at most 60% by 2028', '=======', '  at least 65% by 2028', '>>>>>>> theirs', '}'),
    conflicts: ['"at most" of target "T"'],
  },
  'a block on one line stays on one line': {
    base: text('actor a "A" { type council }'),
    ours: text('actor a "A" { type council; level local }'),
    theirs: text('actor a "A" { type department }'),
    merged: text('actor a "A" { type department; level local }'),
  },
  'declarations at the end of a file': {
    base: text('actor a "A"', '', 'actor b "B"'),
    ours: text('actor a "A"', '', 'actor b "B"', '', '# ours', 'actor c "C"'),
    theirs: text('actor a "A"', '', 'actor b "B"', '', '# theirs', 'actor d "D"'),
    merged: text('actor a "A"', '', 'actor b "B"', '', '# ours', 'actor c "C"', '', '# theirs', 'actor d "D"'),
  },
  'taken out by one and changed by the other': {
    base: text('actor a "A"', 'measure m "M" { lead a }'),
    ours: text('actor a "A"'),
    theirs: text('actor a "A"', 'measure m "M" { lead b }'),
    merged: text('actor a "A"', '<<<<<<< ours', '=======', 'measure m "M" { lead b }', '>>>>>>> theirs'),
    conflicts: ['measure "M"'],
  },
  'moved to another sector by one and changed by the other': {
    base: text('sector a "A" {', '  measure m "M" {', '    lead x', '  }', '}', 'sector b "B" {', '  lead x', '}'),
    ours: text('sector a "A" {', '}', 'sector b "B" {', '  lead x', '  measure m "M" {', '    lead x', '  }', '}'),
    theirs: text('sector a "A" {', '  measure m "M" {', '    lead y', '  }', '}', 'sector b "B" {', '  lead x', '}'),
    merged: text('sector a "A" {', '}', 'sector b "B" {', '  lead x', '  measure m "M" {', '    lead y', '  }', '}'),
  },
  'moved into a new sector by one and taken out by the other': {
    base: text('sector a "A" {', '  measure m "M"', '  measure n "N"', '}'),
    ours: text('sector a "A" {', '  measure n "N"', '}', 'sector b "B" {', '  measure m "M"', '}'),
    theirs: text('sector a "A" {', '  measure n "N"', '}'),
    merged: text('sector a "A" {', '  measure n "N"', '}', 'sector b "B" {', '}'),
  },
  'titles of a declaration with a block': {
    base: text('measure m "M" {', '  lead a', '}'),
    ours: text('measure m "Ours" {', '  lead b', '}'),
    theirs: text('measure m "Theirs" {', '  lead a', '  status ongoing', '}'),
    merged: text('<<<<<<< ours', 'measure m "Ours" {', '=======', 'measure m "Theirs" {', '>>>>>>> theirs', '  lead b', '  status ongoing', '}'),
    conflicts: ['measure "Ours"'],
  },
  'order by one, a value by the other': {
    base: text('actor a "A"', 'actor b "B"', 'actor c "C" { type ngo }'),
    ours: text('actor c "C" { type ngo }', 'actor a "A"', 'actor b "B"'),
    theirs: text('actor a "A"', 'actor b "B2"', 'actor c "C" { type council }'),
    merged: text('actor c "C" { type council }', 'actor a "A"', 'actor b "B2"'),
  },
  'layout by one, a value by the other': {
    base: text('measure m "M" { lead a; status ongoing }', 'actor a "A"'),
    ours: text('measure m "M" {', '  lead a', '  status ongoing', '}', 'actor a "A"'),
    theirs: text('measure m "M" { lead a; status ongoing }', 'actor a "A2"'),
    merged: text('measure m "M" {', '  lead a', '  status ongoing', '}', 'actor a "A2"'),
  },
  'a comment by one, a value by the other': {
    base: text('# old', 'measure m "M" { lead a }'),
    ours: text('# new', 'measure m "M" { lead a }'),
    theirs: text('# old', 'measure m "M" { lead b }'),
    merged: text('# new', 'measure m "M" { lead b }'),
  },
  'a comment behind a lone semicolon by one, a measure by the other': {
    base: '',
    ours: text('measure m "M"'),
    theirs: text(';# c'),
    merged: text('measure m "M"', ';# c'),
  },
  'a comment behind the brace by one, a block on one line by the other': {
    base: text('measure m "M" { lead a; status ongoing }'),
    ours: text('measure m "M" { status ongoing }'),
    theirs: text('measure m "M" { # to be checked', '  lead a; status ongoing }'),
    merged: text('measure m "M" { # to be checked', '  status ongoing', '}'),
  },
  'both write a block where there was none': {
    base: text('measure m "M"'),
    ours: text('measure m "M" {', '  lead a', '}'),
    theirs: text('measure m "M" {', '  status ongoing', '}'),
    merged: text('measure m "M" {', '  lead a', '  status ongoing', '}'),
  },
  'a broken text, by its lines': {
    base: text('measure m "M" {', '  lead a', '', '', '', '  status ongoing'),
    ours: text('measure m "M" {', '  lead b', '', '', '', '  status ongoing'),
    theirs: text('measure m "M" {', '  lead a', '', '', '', '  status ongoing', '}'),
    merged: text('measure m "M" {', '  lead b', '', '', '', '  status ongoing', '}'),
  },
  'files that both have made': {
    base: '',
    ours: text('actor a "A" { type council }'),
    theirs: text('actor a "A" { level local }', 'actor b "B"'),
    merged: text('actor a "A" { type council; level local }', 'actor b "B"'),
  },
};

describe('merge', () => {
  for (const [name, { base, ours, theirs, merged, conflicts = [] }] of Object.entries(CASES))
    it(name, () => {
      const found = merge(base, ours, theirs);
      assert.equal(found.text, merged);
      assert.deepEqual(found.conflicts, conflicts);
    });

  it('keeps the ends of lines and the mark at the beginning as ours has them', () => {
    const [base, ours, theirs] = ['actor a "A"\nactor b "B"\n', '\uFEFFactor a "A2"\r\nactor b "B"\r\n', 'actor a "A"\nactor b "B2"\n'];
    assert.equal(merge(base, ours, theirs).text, '\uFEFFactor a "A2"\r\nactor b "B2"\r\n');
  });
});

/** Examples that ship, each as one text. */
const EXAMPLES = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.iplan'))
  .map((file) => readFileSync(path.join(root, 'examples', file), 'utf8'))
  .filter((one) => one.length < 12_000 && !isBroken(parse(one)));

/** Every statement of a text with its place. */
function statementsOf(given: string): readonly { readonly statement: Statement; readonly start: number; readonly end: number }[] {
  const tree = parse(given);
  const found: { statement: Statement; start: number; end: number }[] = [];
  for (const [i, chunk] of tree.chunks.entries()) {
    const at = tree.starts[i] as number;
    const visit = (statements: readonly Statement[]): void => {
      for (const statement of statements) {
        found.push({ statement, start: at + statement.span.start, end: at + statement.span.end });
        visit(statement.block ?? []);
      }
    };
    visit(chunk.statements);
  }
  return found;
}

/** One change of a text: what it does is told by numbers, so that it can be made small. */
type Wish = readonly [where: number, how: number];
const wishes = fc.array(fc.tuple(fc.nat(10_000), fc.nat(4)), { minLength: 1, maxLength: 4 });

function changed(given: string, list: readonly Wish[], who: string): string {
  let now = given;
  for (const [i, [where, how]] of list.entries()) {
    const all = statementsOf(now);
    if (all.length === 0) return now;
    const { statement, start, end } = all[where % all.length] as (typeof all)[number];
    const figure = /\d/.exec(now.slice(start, statement.block === undefined ? end : start));
    if (how === 0) now = `${now.slice(0, start)}${now.slice(end)}`;
    else if (how === 1 && figure !== null) now = `${now.slice(0, start + figure.index)}${who === 'a' ? 8 : 9}${now.slice(start + figure.index + 1)}`;
    else if (how === 2 && statement.block !== undefined) now = `${now.slice(0, end - 1)}\n  about "${who}${i} was here"\n${now.slice(end - 1)}`;
    else if (how === 3) now = `${now.slice(0, start)}# ${who}${i}\n${now.slice(start)}`;
    else now = `${now.trimEnd()}\n\nactor ${who}-${i}-${where} "Actor ${who} ${i}" { type ngo }\n`;
  }
  return now;
}

/** The words of a text without the marks of a conflict. */
const wordsOf = (given: string): ReadonlySet<string> => new Set(given.replace(/^(?:<{7} ours|={7}|>{7} theirs)$/gm, '').match(/[\p{L}\p{N}%_.-]+/gu) ?? []);

function writtenIsThere(base: string, ours: string, theirs: string, merged: string): void {
  const [old, now] = [wordsOf(base), wordsOf(merged)];
  for (const side of [ours, theirs]) for (const word of wordsOf(side)) if (!old.has(word)) assert.ok(now.has(word), word);
}

const versionOf = (given: string) => ({
  workspace: new Workspace(new Map([['file:///w/plan.iplan', parseFile('file:///w/plan.iplan', given)]])),
  problems: new Map(),
});
const PLAN = 'plan town "Town" { level local; period 2025 to 2028 }\n';
const sameMeaning = (one: string, other: string): void => assert.deepEqual(compare(versionOf(PLAN + one), versionOf(PLAN + other)).changes, []);

const versions = fc.tuple(fc.nat(EXAMPLES.length - 1), wishes, wishes).map(([which, forOurs, forTheirs]) => {
  const base = (EXAMPLES[which] as string).replace(/^plan /m, 'sector ');
  return { base, ours: changed(base, forOurs, 'a'), theirs: changed(base, forTheirs, 'b') };
});

describe('merge: what holds for any texts', () => {
  const check = <T>(given: fc.Arbitrary<T>, holds: (value: T) => void) => fc.assert(fc.property(given, holds), { numRuns });

  it('has examples to try it on', () => assert.ok(EXAMPLES.length > 20, `${EXAMPLES.length}`));

  it('gives back what only one side has changed, letter by letter', () => {
    check(versions, ({ base, ours }) => {
      assert.equal(merge(base, ours, base).text, ours);
      assert.equal(merge(base, base, ours).text, ours);
      assert.equal(merge(base, ours, ours).text, ours);
    });
  });

  it('gives a text that can be parsed, and says where it cannot decide', () => {
    check(versions, ({ base, ours, theirs }) => {
      const { text: merged, conflicts, byLines } = merge(base, ours, theirs);
      if (![base, ours, theirs].some((one) => isBroken(parse(one)))) assert.ok(byLines === undefined || conflicts.length > 0, byLines);
      assert.equal((merged.match(/^<{7} ours$/gm) ?? []).length, conflicts.length);
      if (conflicts.length === 0) assert.ok(!isBroken(parse(merged)));
    });
  });

  it('means the same whichever side is ours', () => {
    check(versions, ({ base, ours, theirs }) => {
      const [one, other] = [merge(base, ours, theirs), merge(base, theirs, ours)];
      assert.deepEqual([...one.conflicts].sort().length, [...other.conflicts].sort().length);
      if (one.conflicts.length === 0) sameMeaning(one.text, other.text);
    });
  });

  it('loses nothing: what either side has written is there, and so is what neither has touched', () => {
    check(versions, ({ base, ours, theirs }) => {
      const { text: merged } = merge(base, ours, theirs);
      writtenIsThere(base, ours, theirs, merged);
      const once = (given: string): ReadonlySet<string> => {
        const lines = given.split(/\r\n|\r|\n/).map((line) => line.trim());
        return new Set(lines.filter((line) => lines.indexOf(line) === lines.lastIndexOf(line)));
      };
      const [a, b, now] = [once(ours), once(theirs), new Set(merged.split(/\r\n|\r|\n/).map((line) => line.trim()))];
      for (const line of once(base)) if (a.has(line) && b.has(line)) assert.ok(now.has(line), line);
    });
  });

  it('has the changes of both sides where they are about different things', () => {
    const parted = fc.tuple(fc.nat(EXAMPLES.length - 1), fc.nat(10_000), fc.nat(10_000)).map(([which, one, other]) => {
      const base = (EXAMPLES[which] as string).replace(/^plan /m, 'sector ');
      const leaves = statementsOf(base).filter(
        ({ statement, start, end }) => statement.block === undefined && statement.row !== undefined && /\d/.test(base.slice(start, end)),
      );
      const put = (where: number, figure: string, given: string) => {
        const { start, end } = leaves[where % leaves.length] as (typeof leaves)[number];
        const last = /\d(?=\D*$)/.exec(given.slice(start, end)) as RegExpExecArray;
        return `${given.slice(0, start + last.index)}${figure}${given.slice(start + last.index + 1)}`;
      };
      const ours = leaves.length === 0 ? base : put(one, '8', base);
      const theirs = leaves.length === 0 ? base : put(other, '9', base);
      const same = leaves.length === 0 || one % leaves.length === other % leaves.length;
      return { base, ours, theirs, both: same ? base : put(other, '9', put(one, '8', base)), same };
    });
    check(parted, ({ base, ours, theirs, both, same }) => {
      if (same) return;
      const { text: merged, conflicts } = merge(base, ours, theirs);
      assert.deepEqual(conflicts, []);
      assert.equal(merged, both);
    });
  });

  it('never fails, and keeps broken texts whole', () => {
    const pieces = fc.constantFrom(
      'measure m "M" ',
      '{',
      '}',
      '\n',
      ';',
      'lead a, b',
      '"',
      '"""',
      '# c',
      'value 5 on 2023',
      'target t "T"',
      '<<<<<<< x\n',
      'at least 5',
      ',',
      '\r\n',
      ' ',
    );
    const broken = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));
    check(fc.tuple(broken, broken, broken), ([base, ours, theirs]) => {
      writtenIsThere(base, ours, theirs, merge(base, ours, theirs).text);
    });
  });
});
