import { counted } from '../language/nouns.ts';
import type { Diagnosis } from '../lint.ts';
import type { Declaration, Fact, Waiver } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import type { Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import { aboutOf, type Change, type Comparison, type FindingChange, type Stand, type Weight } from './change.ts';
import { isAim, meaningOf, ofTarget, written } from './statements.ts';

/** One version of the plans: the files, and what was found in them. */
export interface Version {
  readonly workspace: Workspace;
  readonly problems: ReadonlyMap<string, readonly Diagnosis[]>;
}

/** Kinds whose loss takes something from a plan. */
const LOST: ReadonlySet<string> = new Set([
  'measure',
  'responsibility',
  'target',
  'indicator',
  'goal',
  'partner',
  'body',
  'fund',
  'mandate',
  'group',
  'sector',
  'consultation',
  'agreement',
]);

/**
 * What differs in meaning between two versions: declarations are told by their ids, so what was moved, laid out anew or written in
 * another file is no change. Plans that only one version has are told as a whole.
 */
export function compare(before: Version, after: Version): Comparison {
  const [was, is] = [plansOf(before), plansOf(after)];
  const changes: Change[] = [];
  for (const id of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const [old, now] = [was.get(id), is.get(id)];
    if (old !== undefined && now !== undefined) changes.push(...ofPlan(old, now, before.workspace, after.workspace));
    else changes.push(...onlyHead(old, now, before.workspace, after.workspace));
  }
  const [found, resolved] = findings(before, after);
  return { changes, found, resolved };
}

const plansOf = ({ workspace }: Version): ReadonlyMap<string, Scope> =>
  new Map(workspace.scopes.list.filter((scope) => scope.kind === 'plan' && scope.files.some((file) => !file.library)).map((scope) => [scope.id, scope]));

function onlyHead(old: Scope | undefined, now: Scope | undefined, before: Workspace, after: Workspace): Change[] {
  const scope = (now ?? old) as Scope;
  if (scope.head === undefined) return [];
  const stand = standOf(scope.head.node, now === undefined ? before : after);
  const about = { plan: scope.id, about: aboutOf(scope.head) };
  return [
    now === undefined
      ? { ...about, weight: 'weakened', message: say`the plan is gone, with ${count(scope)}`, ...(stand && { before: stand }) }
      : { ...about, weight: 'strengthened', message: say`a new plan, with ${count(scope)}`, ...(stand && { after: stand }) },
  ];
}

const count = (scope: Scope): string => {
  const measures = scope.of('measure', 'responsibility').length;
  return say`${counted(measures, 'task')} and ${counted(scope.of('target').length, 'target')}`;
};

function ofPlan(old: Scope, now: Scope, before: Workspace, after: Workspace): Change[] {
  const [was, is] = [byId(old), byId(now)];
  const changes: Change[] = [];
  const add = (about: Declaration, change: Omit<Change, 'plan' | 'about'>) => changes.push({ plan: now.id, about: aboutOf(about), ...change });
  for (const [key, declaration] of is) {
    const earlier = was.get(key);
    if (earlier === undefined) {
      const stand = standOf(declaration.node, after);
      // What stands in something new came with it.
      if (!isInside(declaration, is, was))
        add(declaration, {
          weight: LOST.has(declaration.kind) ? 'strengthened' : 'changed',
          message: `new${inSector(declaration, now)}`,
          ...(stand && { after: stand }),
        });
    } else changes.push(...ofDeclaration(earlier, declaration, now.id, [old, now], [before, after]));
  }
  for (const [key, declaration] of was) {
    if (is.has(key) || isInside(declaration, was, is)) continue;
    const stand = standOf(declaration.node, before);
    add(declaration, {
      weight: LOST.has(declaration.kind) ? 'weakened' : 'changed',
      message: `removed${inSector(declaration, old)}`,
      ...(stand && { before: stand }),
    });
  }
  return [...changes, ...ofWaivers(old, now, before, after)];
}

/** A plan's declarations by what tells them in every version: the id, and where there is none the kind and the title. */
function byId(scope: Scope): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const declaration of scope.declarations) {
    const key = declaration.kind === 'plan' ? 'plan' : declaration.idToken === undefined ? `${declaration.kind} ${declaration.title}` : declaration.id;
    if (!found.has(key)) found.set(key, declaration);
  }
  return found;
}

const isInside = (declaration: Declaration, own: ReadonlyMap<string, Declaration>, other: ReadonlyMap<string, Declaration>): boolean =>
  declaration.parent !== undefined && own.get(declaration.parent.id) !== undefined && !other.has(declaration.parent.id);

const inSector = (declaration: Declaration, scope: Scope): string => {
  const sector = scope.sectorOf(declaration);
  return sector === undefined ? '' : say` in sector "${sector.title}"`;
};

function ofDeclaration(old: Declaration, now: Declaration, plan: string, scopes: readonly [Scope, Scope], spaces: readonly [Workspace, Workspace]): Change[] {
  const changes: Change[] = [];
  const add = (weight: Weight, message: string, statement?: string, nodes: readonly [Statement | undefined, Statement | undefined] = [old.node, now.node]) => {
    const [before, after] = [nodes[0] && standOf(nodes[0], spaces[0]), nodes[1] && standOf(nodes[1], spaces[1])];
    changes.push({ weight, plan, about: aboutOf(now), message, ...(statement && { statement }), ...(before && { before }), ...(after && { after }) });
  };
  if (old.kind !== now.kind) add('changed', say`is ${now.kind} and was ${old.kind}`);
  if (old.title !== now.title) add('changed', say`renamed from "${old.title}" to "${now.title}"`);
  const [from, to] = [scopes[0].sectorOf(old), scopes[1].sectorOf(now)];
  if (from?.id !== to?.id)
    add(
      'changed',
      say`moved from ${from === undefined ? say`the top of the plan` : `sector "${from.title}"`} to ${to === undefined ? say`the top of the plan` : `sector "${to.title}"`}`,
    );
  const aim = old.is('target') && now.is('target') ? ofTarget(old as Declaration<'target'>, now as Declaration<'target'>) : undefined;
  if (aim !== undefined) add(aim.weight, aim.message, aim.facts[1].word, [aim.facts[0].node, aim.facts[1].node]);
  for (const word of new Set([...old.facts, ...now.facts].map((fact) => fact.word))) {
    if (aim !== undefined && isAim(word)) continue;
    const [was, is] = [factsOf(old, word), factsOf(now, word)];
    const [gone, come] = [without(was, is), without(is, was)];
    if (gone.length === 0 && come.length === 0) continue;
    // A statement that may stand many times is judged by what came and went; one that stands once, by both its values.
    const meaning = meaningOf(word, gone, come, [old, now]);
    add(meaning.weight, meaning.message, word, [(gone[0] ?? was[0])?.node, (come[0] ?? is[0])?.node]);
  }
  return changes;
}

const factsOf = (declaration: Declaration, word: string): readonly Fact[] => declaration.facts.filter((fact) => fact.word === word);

const without = (some: readonly Fact[], others: readonly Fact[]): readonly Fact[] => {
  const left = others.map(({ node }) => written(node));
  return some.filter(({ node }) => {
    const at = left.indexOf(written(node));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

function ofWaivers(old: Scope, now: Scope, before: Workspace, after: Workspace): Change[] {
  const key = (waiver: Waiver) => `${waiver.rule} ${waiver.on.map(({ name }) => name).join(', ')}`;
  const [was, is] = [new Map(old.waivers.map((one) => [key(one), one])), new Map(now.waivers.map((one) => [key(one), one]))];
  const about = { kind: 'waive', id: '', title: '' };
  return [
    ...[...is].flatMap(([name, waiver]): Change[] => {
      const earlier = was.get(name);
      if (earlier !== undefined && earlier.until?.text === waiver.until?.text) return [];
      const stand = standOf(waiver.node, after);
      const until = waiver.until === undefined ? '' : say` until ${waiver.until.text}`;
      const message = earlier === undefined ? say`a gap is accepted${until}: ${name}` : say`a gap is accepted longer or shorter, now${until}: ${name}`;
      return [
        {
          weight: earlier === undefined || (waiver.until?.end ?? '9') > (earlier.until?.end ?? '9') ? 'weakened' : 'strengthened',
          plan: now.id,
          about,
          message,
          ...(stand && { after: stand }),
        },
      ];
    }),
    ...[...was].flatMap(([name, waiver]): Change[] => {
      const stand = standOf(waiver.node, before);
      return is.has(name)
        ? []
        : [{ weight: 'strengthened', plan: now.id, about, message: say`a gap is accepted no more: ${name}`, ...(stand && { before: stand }) }];
    }),
  ];
}

function standOf(node: Statement, workspace: Workspace): Stand | undefined {
  const uri = uriOf(node.chunk);
  const end = node.values.at(-1)?.end ?? node.head.end;
  const range = workspace.files.get(uri)?.tree.rangeIn(node.chunk, { start: node.head.start, end });
  return range === undefined ? undefined : { uri, range };
}

/** Findings that came and those that went: told by the rule and what they are about, so that a moved line is the same finding. */
function findings(before: Version, after: Version): readonly [readonly FindingChange[], readonly FindingChange[]] {
  const all = ({ workspace, problems }: Version) =>
    [...problems.values()]
      .flat()
      .filter((problem) => problem.waived === undefined)
      .map((problem) => {
        const plan = workspace.scopeOf(problem.uri)?.id ?? '';
        return { key: `${plan} ${problem.rule} ${problem.about?.id ?? problem.message}`, plan, problem };
      });
  const only = (some: ReturnType<typeof all>, others: ReturnType<typeof all>): FindingChange[] => {
    const keys = new Set(others.map(({ key }) => key));
    return some
      .filter(({ key }) => !keys.has(key))
      .map(({ plan, problem: { rule, severity, message, uri, range } }) => ({ plan, rule, severity, message, at: { uri, range } }));
  };
  const [was, is] = [all(before), all(after)];
  return [only(is, was), only(was, is)];
}
