import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Workspace } from '../model/workspace.ts';
import type { Chunk, Statement, Tree } from '../syntax/tree.ts';
import { positionAt } from '../text/lines.ts';

const REGION = /^#\s*(end)?region\b/;

/** What can be folded: blocks, comments of several lines, long texts, and what stands between `# region` and `# endregion`. */
export function foldingRanges(workspace: Workspace, uri: string): FoldingRange[] {
  const tree = workspace.files.get(uri)?.tree;
  if (tree === undefined) return [];
  const folds = tree.chunks.flatMap((chunk, i) => {
    const line = tree.positionAt(tree.starts[i] as number).line;
    return [...blocks(chunk.statements), ...comments(chunk)].map((fold) => ({ ...fold, startLine: fold.startLine + line, endLine: fold.endLine + line }));
  });
  return [...folds, ...regions(tree)].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

const lineOf = (chunk: Chunk, offset: number): number => positionAt(chunk.lines, offset).line;

function blocks(statements: readonly Statement[]): FoldingRange[] {
  return statements.flatMap(({ chunk, braces, block, values }) => {
    const folds: FoldingRange[] = [];
    for (const { kind, start, end, image } of values) {
      if (kind === 'text' && image.includes('\n')) add(folds, lineOf(chunk, start), lineOf(chunk, end));
    }
    if (braces !== undefined) {
      // The closing brace stays in sight.
      const closed = chunk.text[braces.end - 1] === '}' && braces.end - 1 > braces.start;
      add(folds, lineOf(chunk, braces.start), lineOf(chunk, braces.end) - (closed ? 1 : 0));
    }
    return [...folds, ...blocks(block ?? [])];
  });
}

function add(folds: FoldingRange[], startLine: number, endLine: number, kind?: FoldingRangeKind): void {
  if (endLine > startLine) folds.push({ startLine, endLine, ...(kind === undefined ? {} : { kind }) });
}

/** Comments that stand on lines of their own, one below the other. */
function comments(chunk: Chunk): FoldingRange[] {
  const folds: FoldingRange[] = [];
  let first: number | undefined;
  let last = -2;
  const end = () => first !== undefined && add(folds, first, last, FoldingRangeKind.Comment);
  for (const { start, end: stop } of chunk.comments) {
    const line = lineOf(chunk, start);
    const alone = chunk.text.slice(chunk.lines[line], start).trim() === '' && !REGION.test(chunk.text.slice(start, stop));
    if (alone && first !== undefined && line === last + 1) last = line;
    else {
      end();
      first = alone ? line : undefined;
      last = line;
    }
  }
  end();
  return folds;
}

function regions(tree: Tree): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const open: number[] = [];
  for (const [i, chunk] of tree.chunks.entries()) {
    for (const { start, end } of chunk.comments) {
      const mark = REGION.exec(chunk.text.slice(start, end));
      if (mark === null) continue;
      const { line } = tree.positionAt((tree.starts[i] as number) + start);
      const from = mark[1] === undefined ? open.push(line) && undefined : open.pop();
      if (from !== undefined) add(folds, from, line, FoldingRangeKind.Region);
    }
  }
  return folds;
}
