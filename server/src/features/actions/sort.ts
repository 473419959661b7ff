import type { DateSpan, Day } from '../../language/dates.ts';
import type { Deadline } from '../../language/times.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import type { SourceFile } from '../../model/workspace.ts';
import { say } from '../../text/say.ts';
import type { Span } from '../../text/span.ts';
import type { FileEdit } from '../edits.ts';
import { isWhole, unitOf } from '../units.ts';
import type { Action, Ask } from './action.ts';

export const SORT_DATES = 'source.sortDates.iplan';
/** The statements that tell a story in time; everything else keeps the writer's order. */
const DATED = ['value', 'milestone', 'progress', 'report', 'revised', 'revision'];

/** Brings the dated statements of each declaration together, in the order of their dates. */
export function sortDates({ workspace, uri }: Ask): Action[] {
  const file = workspace.files.get(uri);
  if (file === undefined) return [];
  const edits = file.readings.flatMap(({ declarations }) => declarations.flatMap((declaration) => sorted(declaration, file)));
  return edits.length === 0 ? [] : [{ title: say`Put values and reports in the order of their dates`, kind: SORT_DATES, edits: () => ({ edits }) }];
}

function sorted(declaration: Declaration, file: SourceFile): FileEdit[] {
  const own = DATED.flatMap((word) => {
    const facts = declaration.facts.filter((fact) => fact.word === word);
    return facts.length < 2 ? [] : inOrder(facts, file);
  });
  return [...own, ...declaration.children.flatMap((child) => sorted(child, file))];
}

function inOrder(facts: readonly Fact[], file: SourceFile): FileEdit[] {
  const start = file.tree.startOf((facts[0] as Fact).node.chunk);
  const dated = facts.map((fact) => ({ fact, day: dayOf(fact) }));
  if (start === undefined || dated.some(({ day }) => day === undefined)) return [];
  const order = dated.toSorted((a, b) => ((a.day as Day) < (b.day as Day) ? -1 : a.day === b.day ? 0 : 1)).map(({ fact }) => fact);
  const { text } = (facts[0] as Fact).node.chunk;
  const units = new Map(facts.map((fact) => [fact, unitOf(text, fact.node.span)]));
  const isSorted = order.every((fact, i) => fact === facts[i]);
  const at = ({ start: a, end: b }: Span): Span => ({ start: start + a, end: start + b });
  if (![...units].every(([{ node }, unit]) => isWhole(text, unit, node.span) && /[\r\n]$/.test(text.slice(unit.start, unit.end)))) {
    // Statements that share a line change places; nothing else moves.
    return isSorted ? [] : facts.map((fact, i) => ({ uri: file.uri, span: at(fact.node.span), text: said(order[i] as Fact) }));
  }
  const spans = facts.map((fact) => units.get(fact) as Span);
  const strays = spans.some((span, i) => i > 0 && text.slice((spans[i - 1] as Span).end, span.start).trim() !== '');
  if (isSorted && !strays) return [];
  const [first, ...rest] = spans as [Span, ...Span[]];
  const together = order.map((fact) => text.slice((units.get(fact) as Span).start, (units.get(fact) as Span).end)).join('');
  return [{ uri: file.uri, span: at(first), text: together }, ...rest.map((span) => ({ uri: file.uri, span: at(span), text: '' }))];
}

const said = ({ node }: Fact): string => node.chunk.text.slice(node.span.start, node.span.end);

function dayOf({ value }: Fact): Day | undefined {
  const { on, deadline } = (value ?? {}) as { on?: DateSpan; deadline?: Deadline };
  return on?.end ?? (deadline?.kind === 'date' ? deadline.date.end : undefined);
}
