import type { Branch } from '../../../client/src/messages.ts';
import { capital, plural } from '../language/nouns.ts';
import { KINDS, type Kind } from '../language/vocabulary.ts';
import { aimFact } from '../model/aims.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { say, told } from '../text/say.ts';
import { branches, type Found, fileName, isJudged, type Twig } from './branches.ts';
import { saying } from './describe.ts';
import { locationOf, nameSpan, placesOf } from './places.ts';
import { PLAIN } from './prose.ts';

export const LEVEL_NAMES = { eu: 'European Union', national: 'National', regional: 'Regional', local: 'Local' } as const;

/** The plans of a workspace from their levels down to the last target; with a row, what stands below it. */
export function planTree(workspace: Workspace, found: Found, parent?: string): Branch[] {
  const scopes = workspace.scopes.list.filter((scope) => scope.files.some((file) => isJudged(workspace, file.uri)));
  const plans = scopes.filter((scope) => scope.kind === 'plan');
  const shelves: readonly (readonly [key: string, label: string, scopes: readonly Scope[]])[] = [
    ...Object.entries(LEVEL_NAMES).map(([level, label]) => [level, told(label), plans.filter((plan) => plan.levels[0] === level)] as const),
    ['none', say`No level said`, plans.filter((plan) => plan.levels.length === 0)],
    ['frameworks', say`Frameworks`, scopes.filter((scope) => scope.kind === 'framework')],
    ['loose', say`Files of no plan`, scopes.filter((scope) => scope.kind === 'loose')],
  ];
  const top = shelves.filter(([, , held]) => held.length > 0).map(([key, label, held]) => shelf(key, label, held, workspace));
  return branches(top, found, parent);
}

const shelf = (key: string, label: string, scopes: readonly Scope[], workspace: Workspace): Twig => ({
  key,
  row: () => ({ label, kind: 'level', more: true, where: scopes.flatMap(({ files }) => files.map(({ uri }) => ({ uri }))) }),
  twigs: () => scopes.map((scope) => scopeTwig(scope, workspace)),
});

function scopeTwig(scope: Scope, workspace: Workspace): Twig {
  const { head } = scope;
  const first = scope.files[0]?.uri ?? '';
  const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const top = head?.is('framework') ? head.children : scope.top.filter((one) => one !== head);
  return {
    key: scope.id || first,
    row: () => ({
      label: scope.title || scope.id || fileName(first),
      detail: head === undefined ? '' : said(head, scope, 'kind', 'period', 'status', 'year'),
      kind: head?.kind ?? 'file',
      more: top.length > 0,
      place: (head && locationOf(workspace, head.node.chunk, nameSpan(head))) ?? { uri: first, range: start },
      where: scope.files.map(({ uri }) => ({ uri })),
    }),
    twigs: () => [
      ...top.filter((one) => one.is('sector')).map((sector) => declarationTwig(sector, scope, workspace)),
      ...inKinds(
        top.filter((one) => !one.is('sector')),
        scope,
        workspace,
      ),
    ],
  };
}

/** What stands at the top of a plan, kind by kind. */
function inKinds(declarations: readonly Declaration[], scope: Scope, workspace: Workspace): readonly Twig[] {
  return KINDS.flatMap((kind) => {
    const own = declarations.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const row = () => ({
      label: capital(plural(kind)),
      detail: String(own.length),
      kind: 'kinds',
      more: true,
      where: own.flatMap((one) => whereOf(one, workspace)),
    });
    return [{ key: kind, row, twigs: () => own.map((one) => declarationTwig(one, scope, workspace)) }];
  });
}

function declarationTwig(declaration: Declaration, scope: Scope, workspace: Workspace): Twig {
  const row = () => {
    const place = locationOf(workspace, declaration.node.chunk, nameSpan(declaration));
    return {
      label: declaration.title.trim() || declaration.id || declaration.kind,
      detail: detailOf(declaration, scope),
      kind: declaration.kind as string,
      more: declaration.children.length > 0,
      ...(place && { place }),
      where: whereOf(declaration, workspace),
    };
  };
  return {
    key: `${declaration.kind}:${declaration.id}`,
    row,
    twigs: () => inOrderOfKinds(declaration.children).map((child) => declarationTwig(child, scope, workspace)),
  };
}

const whereOf = (declaration: Declaration, workspace: Workspace) =>
  placesOf(declaration)
    .map((part) => locationOf(workspace, part.node.chunk, part.node.span))
    .filter((location) => location !== undefined);

const inOrderOfKinds = (children: readonly Declaration[]): readonly Declaration[] => KINDS.flatMap((kind) => children.filter((child) => child.kind === kind));

/** What tells most of a thing in a few words: who answers for a task, what a target aims at, who an actor is. */
function detailOf(declaration: Declaration, scope: Scope): string {
  switch (declaration.kind as Kind) {
    case 'sector':
    case 'responsibility':
    case 'measure':
      return said(declaration, scope, 'lead', 'accountable');
    case 'target': {
      const aim = aimFact(declaration);
      return aim === undefined ? '' : `${aim.word} ${saying(aim, scope, PLAIN)}`;
    }
    case 'indicator':
      return said(declaration, scope, 'unit');
    case 'mandate':
      return said(declaration, scope, 'from');
    case 'fund':
      return said(declaration, scope, 'amount');
    default:
      return said(declaration, scope, 'type', 'kind', 'involved in');
  }
}

/** The first of each of these statements, as it is written. */
const said = (declaration: Declaration, scope: Scope, ...words: readonly string[]): string =>
  words
    .flatMap((word) => declaration.facts.find((fact) => fact.word === word) ?? [])
    .map((fact) => saying(fact, scope, PLAIN))
    .join(' · ');
