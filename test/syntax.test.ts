import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import type { Declaration } from '../server/src/model/declaration.ts';
import { readChunk, readTree } from '../server/src/model/read.ts';
import { parseFile } from '../server/src/model/workspace.ts';
import { checkGrammar } from '../server/src/syntax/grammar.ts';
import { parseChunk } from '../server/src/syntax/nest.ts';
import { parse, reparse, split } from '../server/src/syntax/parse.ts';
import { retype } from '../server/src/syntax/retype.ts';
import type { Chunk, Statement, Tree } from '../server/src/syntax/tree.ts';
import type { Span } from '../server/src/text/span.ts';
import { holds, RUNS } from './holds.ts';
import { apply, changes, NASTY, SAMPLE } from './text.ts';

/** What must hold of every tree: chunks make up the text, spans lie within it, children within parents and in order. */
function checkTree(tree: Tree): void {
  assert.equal(tree.chunks.map((chunk) => chunk.text).join(''), tree.text);
  for (const chunk of tree.chunks) {
    checkBlock(chunk, chunk.statements, { start: 0, end: chunk.text.length }, 0);
    for (const problem of readChunk(chunk).problems) {
      within(problem.span, { start: 0, end: chunk.text.length });
      assert.ok(problem.message.length > 0);
      for (const edit of problem.fix?.edits ?? []) within(edit.span, { start: 0, end: chunk.text.length });
    }
  }
}

function checkBlock(chunk: Chunk, statements: readonly Statement[], outer: Span, depth: number): void {
  assert.ok(depth <= 70);
  let at = outer.start;
  for (const statement of statements) {
    within(statement.span, outer);
    within(statement.head, statement.span);
    assert.ok(statement.span.start >= at, 'siblings stand in order');
    assert.equal(statement.chunk, chunk);
    at = statement.span.start;
    for (const token of statement.values) {
      within(token, statement.span);
      assert.equal(chunk.text.slice(token.start, token.end), token.image);
    }
    if (statement.block !== undefined) checkBlock(chunk, statement.block, statement.span, depth + 1);
  }
}

/** The sentence is put together only where it is needed: there are many tokens in a million texts. */
function within(inner: Span, outer: Span): void {
  if (inner.start >= outer.start && inner.end <= outer.end && inner.start <= inner.end) return;
  assert.fail(`${JSON.stringify({ start: inner.start, end: inner.end })} in ${JSON.stringify({ start: outer.start, end: outer.end })}`);
}

/** A tree without its objects' identities, to compare two of them. */
const plain = (tree: Tree): readonly string[] => tree.chunks.map(plainChunk);

const plainChunks = new WeakMap<Chunk, string>();

/** A chunk never changes, so it is written down once, however many edits it outlives. */
function plainChunk(chunk: Chunk): string {
  let written = plainChunks.get(chunk);
  if (written === undefined) {
    const problems = readChunk(chunk).problems.map(({ statement: _, ...said }) => said);
    written = JSON.stringify([chunk.text, chunk.lines, chunk.comments, shown(chunk.statements), problems]);
    plainChunks.set(chunk, written);
  }
  return written;
}

const shown = (statements: readonly Statement[]): unknown[] =>
  statements.map(({ word, head, values, span, kind, row, block, braces }) => [word, head, values, span, kind, row?.doc, block && shown(block), braces]);

/** Values of which a letter more or less may end a statement, begin another or open a text. */
const VALUES = String.raw`
plan town "Town" { adopted 2024-12-10
    by council; about "say \"yes\" \\"; about "a""b" # c
  under a, b,
measur c # d
  adopted b council
}
`;

describe('syntax', () => {
  it('has a grammar that Chevrotain finds sound', () => assert.ok(checkGrammar()));

  it('understands the sample without a problem', () => {
    const tree = parse(SAMPLE);
    checkTree(tree);
    assert.deepEqual(
      tree.chunks.flatMap((chunk) => readChunk(chunk).problems.map((p) => p.message)),
      [],
    );
    assert.equal(tree.chunks.length, 6);
  });

  it('never throws on mutants of a plan, and every span holds', async () => {
    await holds(
      'mutants',
      fc.property(changes(4), (edits) => {
        let text = SAMPLE;
        for (const change of edits) {
          const edit = apply(text, change);
          text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        }
        checkTree(parse(text));
      }),
      RUNS,
    );
  }).timeout(300_000);

  it('never throws on random text', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('measure m "M" {', 'value 5% on 2025', 'sector ', ' ', '\n'),
    );
    await holds(
      'random-text',
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => checkTree(parse(pieces.join('')))),
      RUNS,
    );
  }).timeout(300_000);

  it('gives the same tree after an edit as from scratch', async () => {
    await holds(
      'edits',
      fc.property(changes(8), (edits) => {
        let tree = parse(SAMPLE);
        for (const change of edits) {
          const edit = apply(tree.text, change);
          tree = reparse(tree, edit);
          const fresh = parse(tree.text);
          assert.deepEqual(tree.starts, fresh.starts);
          assert.deepEqual(plain(tree), plain(fresh));
          const offset = Math.min(tree.length, edit.span.start);
          assert.deepEqual(tree.positionAt(offset), fresh.positionAt(offset));
          assert.equal(tree.offsetAt(tree.positionAt(offset)), fresh.offsetAt(fresh.positionAt(offset)));
        }
      }),
      Math.max(100, RUNS / 20),
    );
  }).timeout(300_000);

  it('knows without parsing what a letter in a value changes, or leaves it to the parser', () => {
    let known = 0;
    const letters = ['x', 'e', 'y', '7', '.', ' ', '\t', '\u00a0', '"', '\\', ',', ';', '{', '}', '#', '\n', '\r', 'by ', 'é', '😀', ''];
    for (const chunk of parse(SAMPLE + VALUES).chunks)
      for (let at = 0, { text } = chunk; at <= text.length; at++)
        for (const letter of letters)
          for (const end of [at, at + 1]) {
            const next = end > text.length ? undefined : retype(chunk, at, end, letter);
            if (next === undefined) continue;
            known++;
            const fresh = parseChunk(text.slice(0, at) + letter + text.slice(end));
            assert.equal(split(`${next.text}\nactor z "Z"`).length, split(`${text}\nactor z "Z"`).length);
            assert.equal(plainChunk(next), plainChunk(fresh), JSON.stringify([text.slice(at - 20, at), letter, text.slice(at, end)]));
          }
    assert.ok(known > 5000, `${known} were known`);
  }).timeout(300_000);

  it('has no statement that begins with all the words of another: letters would make the one of the other', () => {
    const words = KINDS.flatMap((kind) => Object.keys(kindRow(kind).rows).map((word) => [kind, word] as const));
    assert.deepEqual(
      words.filter(([kind, word]) => words.some(([other, long]) => other === kind && long.startsWith(`${word} `))),
      [],
    );
  });

  it('reads after letters in values what it reads from scratch', () => {
    const value = (one: unknown): unknown => JSON.parse(JSON.stringify(one ?? null));
    const read = ({ kind, id, title, idToken, titleToken, facts, children, parent }: Declaration): unknown => [
      [kind, id, title, idToken, titleToken, parent?.id],
      facts.map(({ word, value: v, refs, parts, tbd, broken, node: { span } }) => value([word, v, refs, parts.map((part) => part.value), tbd, broken, span])),
      children.map(read),
    ];
    const all = (tree: Tree) =>
      readTree(tree).map(({ declarations, waivers, borrowing }) => [declarations.map(read), waivers.map((one) => one.node.span), borrowing.map(read)]);
    let tree = parse(SAMPLE);
    for (const [at] of [...SAMPLE.matchAll(/(?<=\w )\w+|(?<=")[^"\n]+/g)].map(({ index }) => [index])) {
      for (const [text, length] of [
        ['x', 0],
        ['', 1],
      ] as const) {
        readTree(tree);
        tree = reparse(tree, { span: { start: at as number, end: (at as number) + length }, text });
        assert.deepEqual(all(tree), all(parse(tree.text)));
      }
    }
    assert.equal(tree.text, SAMPLE);
  }).timeout(300_000);

  it('shows long titles and texts in messages cut, on one line and in both quotes', () => {
    const said = (text: string) => parseFile('file:///w/plan.iplan', text).readings.flatMap(({ problems }) => problems.map(({ message }) => message));
    assert.deepEqual(said('sector work "Work for everybody who has come to the town lately" {\n  field work\n'), [
      'The block of sector "Work for everybody who has come to the t…" is not closed.',
    ]);
    assert.deepEqual(said('plan town "Town" {\n  level "Some words that nobody\\"s level can ever have, be it local"\n  period 2025\n}\n'), [
      'The text "Some words that nobody"s level can ever…" does not fit in "level".',
    ]);
    assert.deepEqual(said('"""\n  Long\n  text\n  """\n'), ['A statement cannot begin with "Long text".']);
  });

  it('keeps the chunks that an edit did not touch', () => {
    const tree = parse(SAMPLE);
    const at = SAMPLE.indexOf('priority high');
    const next = reparse(tree, { span: { start: at, end: at + 13 }, text: 'priority normal' });
    assert.equal(next.chunks.filter((chunk, i) => chunk === tree.chunks[i]).length, tree.chunks.length - 1);
  });

  const shapes: Record<string, (n: number) => string> = {
    'bad statements at the top': (n) => 'zzz yyy\n'.repeat(n / 8),
    'bad statements in a block': (n) => `sector s "S" {\n${'zzz yyy\n'.repeat(n / 8)}}`,
    'opening braces': (n) => '{'.repeat(n),
    'opened groups': (n) => 'group{'.repeat(n / 6),
    'closing braces': (n) => '}'.repeat(n),
    'escapes in one text': (n) => `about "${'\\"x'.repeat(n / 3)}"`,
    quotes: (n) => '"'.repeat(n),
    'long quotes': (n) => '"""\n'.repeat(n / 4),
    digits: (n) => '7'.repeat(n),
    letters: (n) => 'a'.repeat(n),
    'one long comment': (n) => `#${'x'.repeat(n)}`,
    'many comments': (n) => '# c\n'.repeat(n / 4),
    'blank lines': (n) => ' \n'.repeat(n / 2),
    commas: (n) => 'level ,'.repeat(n / 7),
    'many declarations': (n) => 'actor a "A" { type ngo }\n'.repeat(n / 25),
    'a long list': (n) => `sector s "S" { groups ${'g, '.repeat(n / 3)}g }`,
    'unfinished measures': (n) => `sector s "S" {\n${'measure m "M" {\n'.repeat(n / 16)}`,
  };
  for (const [name, make] of Object.entries(shapes)) {
    it(`takes time in proportion to ${name}`, () => {
      const cost = (n: number) => {
        const text = make(n);
        let best = Number.POSITIVE_INFINITY;
        for (let i = 0; i < 4; i++) {
          const start = performance.now();
          for (const chunk of parse(text).chunks) readChunk(chunk);
          best = Math.min(best, performance.now() - start);
        }
        return best;
      };
      cost(20_000);
      // Over three doublings, since one may meet the size at which memory is tidied up otherwise. What grows with the square takes 64
      // times as long and never passes, however often it is tried; what is linear may be disturbed by its neighbours once.
      const tries: string[] = [];
      for (let i = 0; i < 15; i++) {
        const [small, large] = [cost(50_000), cost(400_000)];
        if (large <= 2.5 ** 3 * Math.max(small, 2)) return;
        tries.push(`${small.toFixed(1)} → ${large.toFixed(1)} ms`);
      }
      assert.fail(`eight times the text takes more than 2.5³ times the time: ${tries.join(', ')}`);
    });
  }
});
