// Asks every provider about a text or a place in it, and holds each answer to what an editor takes for granted.
import assert from 'node:assert/strict';
import type { Position } from 'vscode-languageserver';
import { actions } from '../../server/src/features/actions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { definition } from '../../server/src/features/definition.ts';
import { isRefusal, textIn } from '../../server/src/features/edits.ts';
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
import { documentSymbols, workspaceSymbols } from '../../server/src/features/symbols.ts';
import { semanticTokens } from '../../server/src/features/tokens.ts';
import type { Diagnosis } from '../../server/src/lint.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';

const TODAY = '2026-06-30';
const ABILITIES = { snippets: true, insertReplace: true, labelDetails: true, formats: ['markdown' as const] };

/** What is asked about; `found` are the problems of the file. */
export interface Asking {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly found: readonly Diagnosis[];
  /** What was worked out already need not be again: names that were renamed, actions whose edits were made. */
  readonly done?: Set<string>;
}

/** Everything that an editor asks about a whole text. */
export function answersOf({ workspace, uri }: Asking): void {
  const { tree } = workspace.files.get(uri)!;
  const end = tree.positionAt(tree.length);
  relocation(workspace, [{ from: uri, to: 'file:///w/town/plan.iplan' }]);
  for (const { range } of formatDocument(workspace, uri)) assert.ok(tree.offsetAt(range.start) <= tree.offsetAt(range.end) && range.end.line <= end.line);
  for (const { startLine, endLine } of foldingRanges(workspace, uri)) assert.ok(startLine < endLine && endLine <= end.line);
  const tokens = semanticTokens(workspace, uri, TODAY);
  for (let i = 0; i < tokens.length; i += 5) assert.ok((tokens[i] as number) >= 0 && (tokens[i + 1] as number) >= 0 && (tokens[i + 2] as number) > 0);
  documentLinks(workspace, uri);
  codeLenses(workspace, uri, true);
  workspaceSymbols(workspace, tree.text.slice(0, 3));
  for (const { name, range, selectionRange } of documentSymbols(workspace, uri)) {
    assert.ok(name !== '');
    assert.ok(tree.offsetAt(range.start) <= tree.offsetAt(selectionRange.start) && tree.offsetAt(selectionRange.end) <= tree.offsetAt(range.end));
  }
}

/** Everything that an editor asks about a stretch of a text, as it scrolls. */
export function answersFrom({ workspace, uri }: Asking, start: Position): void {
  const { tree } = workspace.files.get(uri)!;
  const end = tree.positionAt(tree.length);
  const range = { start, end };
  for (const { range: lines } of formatRanges(workspace, uri, [range]))
    assert.ok(tree.offsetAt(lines.start) <= tree.offsetAt(lines.end) && lines.end.line <= end.line);
  semanticTokens(workspace, uri, TODAY, range);
  inlayHints(workspace, uri, range, TODAY, new Set(HINTS));
}

/** Everything that an editor asks about a place in a text. */
export function answersAt({ workspace, uri, found, done = new Set() }: Asking, position: Position): void {
  const { tree } = workspace.files.get(uri)!;
  const end = tree.positionAt(tree.length);
  const once = (what: string, how: () => void) => {
    if (done.has(what)) return;
    done.add(what);
    how();
  };
  for (const item of completion(workspace, uri, position, true, ABILITIES)) {
    const { insert, replace } = item.textEdit as { insert: { start: { line: number } }; replace: { end: { line: number } } };
    assert.ok(insert.start.line >= 0 && replace.end.line <= end.line);
  }
  hover(workspace, uri, position, TODAY, MARKDOWN);
  for (const item of inlineCompletion(workspace, uri, position, TODAY)) assert.ok(item.insertText !== '');
  const prepared = prepareRename(workspace, uri, position);
  once(`rename ${JSON.stringify(prepared)}`, () => {
    const renamed = rename(workspace, uri, position, 'another', TODAY);
    if (renamed !== undefined && isRefusal(renamed)) assert.match(renamed.refused, /[.]$/);
  });
  for (const item of prepareAnswering(workspace, uri, position)) [answeredBy(workspace, item), answersTo(workspace, item)];
  for (const item of prepareLevels(workspace, uri, position)) [levelsAbove(workspace, item), levelsBelow(workspace, item)];
  const some = { start: position, end: { line: position.line + 3, character: 0 } };
  for (const action of actions({ workspace, uri, range: some, found, today: TODAY, creates: true }, ['']))
    once(`${action.kind} ${action.title}`, () => {
      for (const { uri: changed, span } of action.edits()?.edits ?? [])
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= textIn(workspace, changed).length, action.title);
    });
  definition(workspace, uri, position);
  highlights(workspace, uri, position);
  references(workspace, uri, position, true);
  for (const typed of TYPED)
    for (const { range } of formatTyped(workspace, uri, position, typed))
      assert.ok(tree.offsetAt(range.start) <= tree.offsetAt(range.end) && range.end.line <= end.line);
  for (let grown = selectionRanges(workspace, uri, [position])[0]; grown?.parent !== undefined; grown = grown.parent) {
    const [inner, outer] = [grown.range, grown.parent.range];
    assert.ok(tree.offsetAt(outer.start) <= tree.offsetAt(inner.start) && tree.offsetAt(inner.end) <= tree.offsetAt(outer.end));
  }
  const help = signatureHelp(workspace, uri, position);
  assert.ok(help === null || (help.activeParameter as number) < (help.signatures[help.activeSignature as number]?.parameters?.length as number));
}
