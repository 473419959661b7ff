import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { Linter } from '../../server/src/lint.ts';
import { sourceFile, Workspace } from '../../server/src/model/workspace.ts';
import { moved } from '../../server/src/moved.ts';
import { parse, reparse } from '../../server/src/syntax/parse.ts';
import { holds, RUNS } from '../holds.ts';
import { apply, changes, SAMPLE } from '../text.ts';
import { answersAt, answersFrom, answersOf } from './answers.ts';
import { branchesEverywhere } from './branches.ts';

const SETTINGS = defaultSettings('2026-06-30', 'thorough');

describe('features', () => {
  it('answer something for every text and place', async () => {
    const place = fc.record({ line: fc.integer({ min: -1, max: 60 }), character: fc.oneof(fc.integer({ min: -1, max: 60 }), fc.constant(Number.NaN)) });
    await holds(
      'answers',
      fc.property(changes(4), place, (edits, position) => {
        let tree = parse(SAMPLE);
        for (const change of edits) tree = reparse(tree, apply(tree.text, change));
        const uri = 'file:///w/plan.iplan';
        const workspace = new Workspace(new Map([[uri, sourceFile(uri, tree)]]));
        const asking = { workspace, uri, found: new Linter().diagnose(workspace, uri, () => SETTINGS) };
        answersOf(asking);
        answersFrom(asking, position);
        answersAt(asking, position);
      }),
      Math.ceil(RUNS / 20),
    );
  });

  it('have rows for every text, each with what it needs', async () => {
    await holds(
      'rows',
      fc.property(changes(4), (edits) => {
        let tree = parse(SAMPLE);
        for (const change of edits) tree = reparse(tree, apply(tree.text, change));
        const uri = 'file:///w/plan.iplan';
        branchesEverywhere(new Workspace(new Map([[uri, sourceFile(uri, tree)]])), uri);
      }),
      Math.ceil(RUNS / 100),
    );
  });

  it('move what was found along with what is typed', () => {
    const text = 'one two\nthree four\nfive';
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(6), fc.constantFrom('', 'x', '\n', 'a\nb', '\r\n'), (from, length, insert) => {
        const to = Math.min(text.length, from + length);
        const tree = parse(text);
        const at = text.indexOf('four');
        const found = [
          { rule: 'a/b', severity: 'error' as const, message: '', uri: 'u', related: [], range: { start: tree.positionAt(at), end: tree.positionAt(at + 4) } },
        ];
        const [now] = moved(found, { start: tree.positionAt(from), end: tree.positionAt(to) }, insert);
        const touches = from <= at + 4 && to >= at;
        assert.equal(now === undefined, touches);
        if (now === undefined) return;
        const after = parse(text.slice(0, from) + insert + text.slice(to));
        assert.equal(after.text.slice(after.offsetAt(now.range.start), after.offsetAt(now.range.end)), 'four');
      }),
    );
  });
});
