// A plan with something taken out of it.
import type { Declaration } from '../server/src/model/declaration.ts';
import type { Scope } from '../server/src/model/scope.ts';
import { parseFile, type SourceFile, type Workspace } from '../server/src/model/workspace.ts';
import { removal } from '../server/src/rules/mend.ts';
import type { Statement } from '../server/src/syntax/tree.ts';
import type { Span } from '../server/src/text/span.ts';

/** A stretch of a file that goes. */
export interface Cut extends Span {
  readonly uri: string;
}

/** A statement with the file that it stands in, and what it is: `measure.budget`, or the kind alone where it declares something. */
export interface Placed {
  readonly file: SourceFile;
  readonly statement: Statement;
  readonly key: string;
}

/** Every statement of a file, at every depth. */
export function statementsOf(file: SourceFile): readonly Placed[] {
  const all = (statements: readonly Statement[]): Placed[] =>
    statements.flatMap((statement) => {
      const key = statement.kind ?? `${statement.parent?.kind ?? statement.parent?.word}.${statement.word}`;
      return [{ file, statement, key }, ...all(statement.block ?? [])];
    });
  return all(file.tree.chunks.flatMap((chunk) => chunk.statements));
}

const placed = (file: SourceFile, statement: Statement, { start, end }: Span): Cut => {
  const at = file.tree.startOf(statement.chunk) as number;
  return { uri: file.uri, start: at + start, end: at + end };
};

/** A whole statement, with its line where it stands there alone. */
export const cutOf = ({ file, statement }: Pick<Placed, 'file' | 'statement'>): Cut => placed(file, statement, removal(statement, '').edits[0]!.span);

/** The workspace without some stretches of its files; what lies within another stretch goes with it. */
export function without(workspace: Workspace, cuts: readonly Cut[]): Workspace {
  const texts = new Map<string, { text: string; from: number }>();
  for (const { uri, start, end } of [...cuts].sort((a, b) => b.end - a.end || a.start - b.start)) {
    const { text, from } = texts.get(uri) ?? { text: workspace.files.get(uri)!.tree.text, from: Number.POSITIVE_INFINITY };
    if (end <= from) texts.set(uri, { text: text.slice(0, start) + text.slice(end), from: start });
  }
  return workspace.with([...texts].map(([uri, { text }]) => [uri, parseFile(uri, text)]));
}

/** Some declarations with everything in them, and every mention of them in the rest of the plan. */
export function withMentions(plan: Scope, gone: readonly Declaration[]): readonly Cut[] {
  const inside = new Set(gone.flatMap((one) => [one, ...one.children]));
  const fileOf = (statement: Statement) => plan.files.find((file) => file.tree.startOf(statement.chunk) !== undefined)!;
  const cuts = gone.map(({ node }) => cutOf({ file: fileOf(node), statement: node }));
  for (const one of plan.declarations.filter((other) => !inside.has(other)))
    for (const { node, refs } of one.facts) {
      const found = refs.filter(({ name }) => inside.has(plan.resolve(name)?.declaration as Declaration));
      if (found.length === 0) continue;
      const file = fileOf(node);
      const spans = fromList(
        node,
        found.map(({ token }) => token),
      );
      cuts.push(...(spans?.map((span) => placed(file, node, span)) ?? [cutOf({ file, statement: node })]));
    }
  return cuts;
}

/** Some names of a list, each with the comma that goes with it and what stands between; `undefined` where nothing would be left, or there is no list. */
function fromList({ values }: Statement, names: readonly Span[]): readonly Span[] | undefined {
  const starts = new Set(names.map(({ start }) => start));
  if (starts.size > values.filter(({ kind }) => kind === 'comma').length) return undefined;
  const spans: Span[] = [];
  /** Whether something before it in the list stays. */
  let kept = false;
  for (const [i, { kind, start, end }] of values.entries()) {
    const [before, after, next] = [values[i - 1], values[i + 1], values[i + 2]];
    if (!starts.has(start)) kept ||= kind !== 'comma' && (before?.kind === 'comma' || after?.kind === 'comma');
    else if (kept && before?.kind === 'comma') spans.push({ start: before.start, end });
    else if (!kept && after?.kind === 'comma') spans.push({ start, end: next?.start ?? after.end });
    else return undefined;
  }
  return spans;
}
