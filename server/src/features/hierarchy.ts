import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Position, Range, TypeHierarchyItem } from 'vscode-languageserver';
import type { Kind } from '../language/vocabulary.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { ICONS } from './icons.ts';
import { locationOf, nameSpan } from './places.ts';
import { namedAt, spotAt, whole } from './spot.ts';
import { usesOf } from './uses.ts';

// Who answers to whom. A mandate leads to what fulfils it, a responsibility to the measures that carry it out, whoever answers to what
// they answer for, a measure to the targets it serves, a target to its indicators. The other way round it is the same.

interface Placed {
  readonly declaration: Declaration;
  readonly scope: Scope;
}

/** One step down: from what, to what, and where the upper one says so, if it does. */
interface Step {
  readonly from: Placed;
  readonly to: Placed;
  readonly said: Range | undefined;
}

const ANSWERING = ['mandate', 'responsibility', 'measure', 'goal', 'target', 'indicator', 'actor', 'partner', 'body'] as const;

export function prepareAnswering(workspace: Workspace, uri: string, position: Position): CallHierarchyItem[] {
  const placed = placedAt(workspace, uri, position);
  return placed?.declaration.is(...ANSWERING) ? itemsOf(workspace, placed) : [];
}

/** What answers to it. */
export function answeredBy(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const placed = placedAt(workspace, item.uri, item.selectionRange.start);
  if (placed === undefined) return [];
  return gathered(workspace, down(workspace, placed), (step) => step.to).map(({ item: to, ranges }) => ({ to, fromRanges: ranges }));
}

/** What it answers to. */
export function answersTo(workspace: Workspace, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const placed = placedAt(workspace, item.uri, item.selectionRange.start);
  if (placed === undefined) return [];
  return gathered(workspace, up(workspace, placed), (step) => step.from).map(({ item: from, ranges }) => ({ from, fromRanges: ranges }));
}

function placedAt(workspace: Workspace, uri: string, position: Position): Placed | undefined {
  const spot = spotAt(workspace, uri, position);
  if (spot === undefined) return undefined;
  const named = namedAt(spot);
  if (named !== undefined) return named;
  const { declaration, scope } = spot;
  return declaration !== undefined && spot.offset <= declaration.node.head.end ? { declaration: whole(declaration, scope), scope } : undefined;
}

function itemsOf(workspace: Workspace, { declaration, scope }: Placed): CallHierarchyItem[] {
  const { chunk, span } = declaration.node;
  const [all, name] = [locationOf(workspace, chunk, span), locationOf(workspace, chunk, nameSpan(declaration))];
  if (all === undefined || name === undefined) return [];
  return [
    {
      name: declaration.title.trim() || declaration.id || declaration.kind,
      kind: ICONS[declaration.kind as Kind].symbol,
      detail: [declaration.kind, scope.title].filter((part) => part !== '').join(' · '),
      uri: all.uri,
      range: all.range,
      selectionRange: name.range,
    },
  ];
}

/** Steps by what is at their other end, each once, with every place that says so. */
function gathered(workspace: Workspace, steps: readonly Step[], end: (step: Step) => Placed): { item: CallHierarchyItem; ranges: Range[] }[] {
  const byEnd = Map.groupBy(steps, (step) => end(step).declaration);
  return [...byEnd.values()].flatMap((same) => {
    const [first] = same as [Step];
    const [item] = itemsOf(workspace, end(first));
    const [from] = itemsOf(workspace, first.from);
    if (item === undefined || from === undefined) return [];
    return [{ item, ranges: same.map((step) => step.said ?? from.selectionRange) }];
  });
}

const named = (one: Declaration, scope: Scope, ...words: readonly string[]) =>
  one.refs(...(words as never[])).flatMap((ref) => {
    const found = scope.resolve(ref.name);
    return found === undefined ? [] : [{ ...found, ref }];
  });

/** The things a declaration names by some words, as steps down from it. */
const namedBelow = (workspace: Workspace, from: Placed, ...words: readonly string[]): Step[] =>
  named(from.declaration, from.scope, ...words).map(({ ref, ...to }) => ({
    from,
    to,
    said: locationOf(workspace, from.declaration.node.chunk, ref.token)?.range,
  }));

/** Those that name a declaration by some words. */
const namers = (workspace: Workspace, one: Declaration, ...words: readonly string[]): (Placed & { readonly said: Range | undefined })[] =>
  usesOf(one, workspace).flatMap((use) =>
    use.by !== undefined && words.includes(use.node.word)
      ? [{ declaration: use.by, scope: use.scope, said: locationOf(workspace, use.chunk, use.span)?.range }]
      : [],
  );

function down(workspace: Workspace, from: Placed): Step[] {
  const { declaration, scope } = from;
  const to = (placed: readonly Placed[]): Step[] => placed.map((one) => ({ from, to: one, said: undefined }));
  switch (declaration.kind as Kind) {
    case 'mandate':
      return to(namers(workspace, declaration, 'fulfils'));
    case 'responsibility':
      return to(carriers(declaration, scope, workspace));
    case 'measure':
      return namedBelow(workspace, from, 'serves');
    case 'target':
      return namedBelow(workspace, from, 'measured by');
    case 'actor':
    case 'partner':
    case 'body':
      return to(namers(workspace, declaration, 'accountable', 'lead').filter(({ declaration: one }) => one.is('responsibility', 'measure')));
    default:
      return [];
  }
}

function up(workspace: Workspace, to: Placed): Step[] {
  const { declaration, scope } = to;
  const from = (placed: readonly Placed[]): Step[] => placed.map((one) => ({ from: one, to, said: undefined }));
  const saying = (...words: readonly string[]): Step[] => namers(workspace, declaration, ...words).map(({ said, ...one }) => ({ from: one, to, said }));
  switch (declaration.kind as Kind) {
    case 'responsibility':
      return from(named(declaration, scope, 'fulfils', 'accountable', 'lead'));
    case 'measure':
      return from([...named(declaration, scope, 'fulfils', 'accountable', 'lead'), ...dutiesOf(declaration, scope)]);
    case 'goal':
    case 'target':
      return saying('serves').filter(({ from: one }) => one.declaration.is('measure'));
    case 'indicator':
      return saying('measured by');
    default:
      return [];
  }
}

const answering = (one: Declaration, scope: Scope): ReadonlySet<Declaration> =>
  new Set(named(one, scope, 'accountable', 'lead').map((found) => found.declaration));

/** The measures that carry a responsibility out: those that need it, and those of its sector that the same role holder answers for. */
function carriers(duty: Declaration, scope: Scope, workspace: Workspace): readonly Placed[] {
  const asking = namers(workspace, duty, 'requires').filter(({ declaration }) => declaration.is('measure'));
  const own = answering(duty, scope);
  const beside = (scope.sectorOf(duty)?.childrenOf('measure') ?? []).filter((measure) => [...answering(measure, scope)].some((one) => own.has(one)));
  return [...asking, ...beside.map((declaration) => ({ declaration, scope }))];
}

function dutiesOf(measure: Declaration, scope: Scope): readonly Placed[] {
  const own = answering(measure, scope);
  const beside = (scope.sectorOf(measure)?.childrenOf('responsibility') ?? []).filter((duty) => [...answering(duty, scope)].some((one) => own.has(one)));
  const needed = named(measure, scope, 'requires').filter(({ declaration }) => declaration.is('responsibility'));
  return [...needed, ...beside.map((declaration) => ({ declaration, scope }))];
}

// Levels: the plans above and below a plan.

const ABOVE = ['under', 'implements', 'uses'] as const;

export function prepareLevels(workspace: Workspace, uri: string, position: Position): TypeHierarchyItem[] {
  const placed = placedAt(workspace, uri, position);
  return placed?.declaration.is('plan', 'framework') ? itemsOf(workspace, placed) : [];
}

export function levelsAbove(workspace: Workspace, item: TypeHierarchyItem): TypeHierarchyItem[] {
  const scope = workspace.scopeOf(item.uri);
  return (scope === undefined ? [] : aboveOf(scope)).flatMap((above) => itemsOf(workspace, { declaration: above.head as Declaration, scope: above }));
}

export function levelsBelow(workspace: Workspace, item: TypeHierarchyItem): TypeHierarchyItem[] {
  const scope = workspace.scopeOf(item.uri);
  if (scope === undefined) return [];
  const below = workspace.scopes.list.filter((one) => aboveOf(one).includes(scope));
  return below.flatMap((one) => itemsOf(workspace, { declaration: one.head as Declaration, scope: one }));
}

function aboveOf(scope: Scope): readonly Scope[] {
  const named = (scope.plan?.refs(...ABOVE) ?? []).map((ref) => scope.named(ref.name));
  return [...new Set(named.filter((one) => one?.head !== undefined && one !== scope) as Scope[])];
}
