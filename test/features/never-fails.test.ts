import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { actions } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { isRefusal } from '../../server/src/features/edits.ts';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { formatDocument, formatRanges, formatTyped, TYPED } from '../../server/src/features/formatting.ts';
import { answeredBy, answersTo, levelsAbove, levelsBelow, prepareAnswering, prepareLevels } from '../../server/src/features/hierarchy.ts';
import { HINTS, inlayHints } from '../../server/src/features/hints.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlineCompletion } from '../../server/src/features/inline.ts';
import { codeLenses } from '../../server/src/features/lenses.ts';
import { documentLinks } from '../../server/src/features/links.ts';
import { MARKDOWN } from '../../server/src/features/prose.ts';
import { highlights, references } from '../../server/src/features/references.ts';
import { relocation } from '../../server/src/features/relocate.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { signatureHelp } from '../../server/src/features/signature.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { semanticTokens } from '../../server/src/features/tokens.ts';
import { Linter } from '../../server/src/lint.ts';
import { sourceFile, Workspace } from '../../server/src/model/workspace.ts';
import { moved } from '../../server/src/moved.ts';
import { parse, reparse } from '../../server/src/syntax/parse.ts';
import { holds, RUNS } from '../holds.ts';
import { apply, changes, SAMPLE } from '../text.ts';
import { branchesEverywhere } from './branches.ts';

const TODAY = '2026-06-30';
const SETTINGS = defaultSettings(TODAY, 'thorough');
const ABILITIES = { snippets: true, insertReplace: true, labelDetails: true, formats: ['markdown' as const] };

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
        const end = tree.positionAt(tree.length);
        for (const item of completion(workspace, uri, position, true, ABILITIES)) {
          const { insert, replace } = item.textEdit as { insert: { start: { line: number } }; replace: { end: { line: number } } };
          assert.ok(insert.start.line >= 0 && replace.end.line <= end.line);
        }
        hover(workspace, uri, position, TODAY, MARKDOWN);
        for (const item of inlineCompletion(workspace, uri, position, TODAY)) assert.ok(item.insertText !== '');
        prepareRename(workspace, uri, position);
        const renamed = rename(workspace, uri, position, 'another', TODAY);
        if (renamed !== undefined && isRefusal(renamed)) assert.match(renamed.refused, /[.]$/);
        relocation(workspace, [{ from: uri, to: 'file:///w/town/plan.iplan' }]);
        for (const item of prepareAnswering(workspace, uri, position)) [answeredBy(workspace, item), answersTo(workspace, item)];
        for (const item of prepareLevels(workspace, uri, position)) [levelsAbove(workspace, item), levelsBelow(workspace, item)];
        const found = new Linter().diagnose(workspace, uri, () => SETTINGS);
        const some = { start: position, end: { line: position.line + 3, character: 0 } };
        for (const action of actions({ workspace, uri, range: some, found, today: TODAY, creates: true }, ['']))
          for (const { span } of action.edits()?.edits ?? []) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= tree.length, action.title);
        definition(workspace, uri, position);
        highlights(workspace, uri, position);
        references(workspace, uri, position, true);
        const range = { start: position, end };
        for (const { range: lines } of [
          ...formatDocument(workspace, uri),
          ...formatRanges(workspace, uri, [range]),
          ...TYPED.flatMap((typed) => formatTyped(workspace, uri, position, typed)),
        ])
          assert.ok(tree.offsetAt(lines.start) <= tree.offsetAt(lines.end) && lines.end.line <= end.line);
        for (const { startLine, endLine } of foldingRanges(workspace, uri)) assert.ok(startLine < endLine && endLine <= end.line);
        for (let grown = selectionRanges(workspace, uri, [position])[0]; grown?.parent !== undefined; grown = grown.parent) {
          const [inner, outer] = [grown.range, grown.parent.range];
          assert.ok(tree.offsetAt(outer.start) <= tree.offsetAt(inner.start) && tree.offsetAt(inner.end) <= tree.offsetAt(outer.end));
        }
        const help = signatureHelp(workspace, uri, position);
        assert.ok(help === null || (help.activeParameter as number) < (help.signatures[help.activeSignature as number]?.parameters?.length as number));
        const tokens = semanticTokens(workspace, uri, '2026-06-30');
        for (let i = 0; i < tokens.length; i += 5) assert.ok((tokens[i] as number) >= 0 && (tokens[i + 1] as number) >= 0 && (tokens[i + 2] as number) > 0);
        semanticTokens(workspace, uri, '2026-06-30', range);
        documentLinks(workspace, uri);
        inlayHints(workspace, uri, range, '2026-06-30', new Set(HINTS));
        codeLenses(workspace, uri, true);
        for (const { name, range, selectionRange } of documentSymbols(workspace, uri)) {
          assert.ok(name !== '');
          assert.ok(tree.offsetAt(range.start) <= tree.offsetAt(selectionRange.start) && tree.offsetAt(selectionRange.end) <= tree.offsetAt(range.end));
        }
      }),
      Math.ceil(RUNS / 20),
    );
  }).timeout(120_000);

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
  }).timeout(120_000);

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
