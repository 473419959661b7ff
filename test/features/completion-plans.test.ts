import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { CompletionItem } from 'vscode-languageserver';
import { declaration } from '../../server/src/features/completion/declare.ts';
import { probed, textBefore, valueAt } from '../../server/src/features/completion/place.ts';
import { completions } from '../../server/src/features/completion.ts';
import { parseFile, sourceFile, Workspace } from '../../server/src/model/workspace.ts';
import { parseChunk } from '../../server/src/syntax/nest.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import type { Statement } from '../../server/src/syntax/tree.ts';
import { apply, changes, SAMPLE } from '../text.ts';
import { asked } from './caret.ts';
import { edited, TODAY } from './edited.ts';

const ABILITIES = { snippets: true, insertReplace: false, labelDetails: true, formats: undefined, commands: true };
const PLAN = '--- town/plan.iplan\nplan town "Town" { level local; period 2025 to 2028 }\nactor council "Council" { type council }\n';

function offered(source: string) {
  const { workspace, uri, position } = asked(source);
  const { items, isIncomplete } = completions(workspace, uri, position, true, ABILITIES, TODAY);
  return { workspace, isIncomplete, items: items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)) };
}
const labels = (source: string): string[] => offered(source).items.map((item: CompletionItem) => item.label);

describe('completion that plans with one', () => {
  it('offers the indicators of the sector before those of others', () => {
    const source = `${PLAN}sector a "A" {\n  indicator b "B" { unit percent }\n}\nsector z "Z" {\n  target t "T" { measured by | }\n  indicator y "Y" { unit percent }\n}\n`;
    assert.deepEqual(labels(source), ['y', 'b']);
  });

  it('declares what nobody has declared, in the same file or where its like stand', () => {
    const here = offered(`${PLAN}measure m "M" { accountable harbour-off| }\n`);
    const item = here.items.find((one) => one.labelDetails?.detail === ' declare an actor')!;
    assert.equal(here.isIncomplete, true);
    assert.equal(item.label, 'harbour-off');
    assert.deepEqual(item.additionalTextEdits, [
      { range: { start: { line: 2, character: 41 }, end: { line: 2, character: 41 } }, newText: '\n\nactor harbour-off "Harbour off" {\n  type other\n}' },
    ]);
    assert.ok(!labels(`${PLAN}measure m "M" { accountable council| }\n`).some((_, i, all) => all.indexOf('council') !== i && all[i] === 'council'));
    const there = offered(
      `--- town/plan.iplan\nplan town "Town" { level local; period 2025 }\nmeasure m "M" { accountable har| }\n--- town/actors.iplan\nactor council "Council" { type council }\n`,
    );
    const elsewhere = there.items.find((one) => one.labelDetails?.detail === ' declare an actor in actors.iplan')!;
    assert.deepEqual(elsewhere.command?.arguments, ['file:///w/town/plan.iplan', 'actor', 'har']);
    const { workspace } = there;
    const edits = declaration(workspace.scopeOf('file:///w/town/plan.iplan')!, workspace.files.get('file:///w/town/plan.iplan')!, 'actor', 'har');
    assert.match(edited(workspace, edits)['town/actors.iplan'] as string, /\n\nactor har "Har" \{\n {2}type other\n\}\n$/);
  });

  it('declares before what ends with the word itself, since no two edits may meet', () => {
    const { items } = offered(`${PLAN}measure m "M" {\n  accountable har|`);
    const [edit] = items.find((one) => one.label === 'har')?.additionalTextEdits ?? [];
    assert.deepEqual(edit?.range.start, { line: 1, character: 0 });
    assert.match(edit?.newText ?? '', /^actor har "Har" \{\n {2}type other\n\}\n\n$/);
  });

  it('offers dates counted from today, back or ahead as the statement has it', () => {
    assert.deepEqual(
      labels(`${PLAN}measure m "M" { deadline by | }\n`).filter((label) => /^\d/.test(label)),
      ['2026-06-30', '2026-11-30', '2026-12-31', '2027-12-31', '2028-12-31'],
    );
    assert.deepEqual(
      labels(`${PLAN}indicator i "I" { value 40% on | }\n`).filter((label) => /^\d/.test(label)),
      ['2025-12-31', '2026-06-30'],
    );
    const snippets = offered(`${PLAN}measure m "M" { deadline | }\n`).items.filter((one) => one.insertTextFormat === 2);
    assert.deepEqual(snippets.map((one) => one.label).sort(), ['by 2027-12-31', 'within … of …', '… before …', '… years after …']);
  });

  it('finds the same place whether it reads all that stands before, or leaves closed blocks out', () => {
    const last = (text: string) => {
      const path_: string[] = [];
      for (let level: readonly Statement[] | undefined = parseChunk(`${text}zzmark`).statements; level !== undefined; level = level.at(-1)?.block) {
        const one: Statement | undefined = level.at(-1);
        if (one !== undefined) path_.push(`${one.word}@${one.head.start} ${one.values.map((value) => `${value.image}@${value.start}`).join(' ')}`);
      }
      // In a comment the mark is nowhere, and nothing is offered, whatever was read before it.
      return path_.join('\n').includes('zzmark') ? path_ : [];
    };
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(changes(4), part, part, (edits, where, cut) => {
        let text = SAMPLE.slice(0, Math.ceil(cut * 2 * SAMPLE.length));
        for (const change of edits) {
          const { span, text: put } = apply(text, change);
          text = text.slice(0, span.start) + put + text.slice(span.end);
        }
        for (const chunk of parse(text).chunks) {
          const from = Math.floor(where * chunk.text.length);
          const before = textBefore(chunk, from);
          assert.equal(before.length, from);
          assert.deepEqual(last(before), last(chunk.text.slice(0, from)), JSON.stringify(chunk.text.slice(0, from)));
        }
      }),
      {
        numRuns: Math.ceil(Number(process.env.IPLAN_RUNS ?? 20_000) / 10),
        examples: [
          [
            [
              { at: 0, remove: 1, insert: 'rce register "Register of work"\n  }\n}\n# ' },
              { at: 0, remove: 1, insert: '{' },
            ],
            0.975,
            0,
          ],
        ],
      },
    );
  });

  it('answers at every end that the examples can be cut off at', function () {
    this.timeout(300_000);
    const root = path.join(import.meta.dirname, '../../examples');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.iplan'));
    // All of them in a long run; in a short one every so many, begun elsewhere in each file.
    const runs = Number(process.env.IPLAN_RUNS ?? 2000);
    const step = Math.max(1, Math.round(40_000 / runs));
    const library = parseFile('file:///w/library.iplan', 'framework f "F" { item i "I" }', true);
    for (const [n, name] of files.entries()) {
      const text = readFileSync(path.join(root, name), 'utf8');
      for (let end = n % step; end <= text.length; end += step) {
        const uri = 'file:///w/plan.iplan';
        // What stands above the last declaration is read alike every time, so it is left out.
        const start = Math.max(0, text.lastIndexOf('\n\n', text.lastIndexOf('\n\n', end) - 1));
        const tree = parse(text.slice(start, end));
        const workspace = new Workspace(
          new Map([
            [uri, sourceFile(uri, tree)],
            [library.uri, library],
          ]),
        );
        const { items } = completions(workspace, uri, tree.positionAt(tree.length), true, ABILITIES, TODAY);
        for (const item of items) assert.ok(item.label !== '' && item.textEdit !== undefined, `${name} at ${end}`);
      }
    }
  });

  it('knows the statement of a value without parsing, as it is found by parsing', () => {
    const told = (one: Statement | undefined, at: number): unknown =>
      one && [one.word, one.head, one.row?.doc, one.kind, one.values.filter(({ end }) => end <= at), one.parent?.kind, told(one.parent, at)];
    let known = 0;
    for (const chunk of parse(SAMPLE).chunks)
      for (let at = 0; at <= chunk.text.length; at++) {
        const statement = valueAt(chunk, at);
        if (statement === undefined) continue;
        known++;
        assert.deepEqual(told(statement, at), told(probed(chunk, at), at), chunk.text.slice(0, at));
      }
    assert.ok(known > 40, `${known} were known`);
  });
});
