import type { Diagnosis } from '../lint.ts';
import type { Declaration, Fact, Waiver } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import type { Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import { isAim, ofMilestone, ofTarget } from './aims.ts';
import { aboutOf, type Change, type Comparison, type FindingChange, type Meaning, type Stand } from './change.ts';
import { isDuty, meaningOf, ofDuties, written } from './statements.ts';

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
 * another file is no change. Plans that only one version has are told as a whole. Of all plans, or of those that are wanted.
 */
export function compare(before: Version, after: Version, wanted: (plan: string) => boolean = () => true): Comparison {
  const pairs = pairsOf(plansOf(before), plansOf(after)).filter(({ id }) => wanted(id));
  const sides: Sides = [before.workspace, after.workspace];
  const changes = pairs.flatMap(({ old, now }) => (old !== undefined && now !== undefined ? ofPlan(old, now, sides) : onlyHead(old, now, sides)));
  const ids = new Map(pairs.flatMap(({ id, old }) => (old === undefined ? [] : [[old.id, id]])));
  const [found, resolved] = findings(before, after, ids, wanted);
  const differing = new Set([...changes, ...found, ...resolved].map(({ plan }) => plan));
  const titles = new Map(pairs.map(({ id, old, now }) => [id, (now ?? old)?.title ?? '']));
  return { plans: [...differing].sort().map((id) => ({ id, title: titles.get(id) || id || say`Files of no plan` })), changes, found, resolved };
}

/** The version before and the one after. */
type Sides = readonly [Workspace, Workspace];

/** A plan in both versions, by the id that it has now. */
interface Pair {
  readonly id: string;
  readonly old?: Scope | undefined;
  readonly now?: Scope | undefined;
}

const plansOf = ({ workspace }: Version): ReadonlyMap<string, Scope> =>
  new Map(workspace.scopes.list.filter((scope) => scope.kind === 'plan' && scope.files.some((file) => !file.library)).map((scope) => [scope.id, scope]));

/** Plans are told by their ids; one that has taken another id in the same file is still the same plan. */
function pairsOf(was: ReadonlyMap<string, Scope>, is: ReadonlyMap<string, Scope>): readonly Pair[] {
  const headOf = (scope: Scope): string => (scope.head === undefined ? '' : uriOf(scope.head.node.chunk));
  const gone = new Map([...was].filter(([id]) => !is.has(id)).map(([, scope]) => [headOf(scope), scope]));
  const pairs: Pair[] = [...is].map(([id, now]) => {
    const renamed = was.has(id) ? undefined : gone.get(headOf(now));
    if (renamed !== undefined) gone.delete(headOf(now));
    return { id, old: was.get(id) ?? renamed, now };
  });
  for (const old of gone.values()) pairs.push({ id: old.id, old });
  return pairs.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function onlyHead(old: Scope | undefined, now: Scope | undefined, sides: Sides): Change[] {
  const scope = (now ?? old) as Scope;
  if (scope.head === undefined) return [];
  const about = { plan: scope.id, about: aboutOf(scope.head) };
  const [tasks, targets] = [scope.of('measure', 'responsibility').length, scope.of('target').length];
  return now === undefined
    ? [
        {
          ...about,
          weight: 'weakened',
          message: say`the plan is gone; its tasks: ${tasks}, its targets: ${targets}`,
          ...standing([scope.head.node], [], sides),
        },
      ]
    : [{ ...about, weight: 'strengthened', message: say`a new plan; its tasks: ${tasks}, its targets: ${targets}`, ...standing([], [scope.head.node], sides) }];
}

function ofPlan(old: Scope, now: Scope, sides: Sides): Change[] {
  const [was, is] = [byId(old), byId(now)];
  const changes: Change[] = [];
  const add = (about: Declaration, change: Omit<Change, 'plan' | 'about'>) => changes.push({ plan: now.id, about: aboutOf(about), ...change });
  for (const [key, declaration] of is) {
    const earlier = was.get(key);
    if (earlier !== undefined) {
      changes.push(...ofDeclaration(earlier, declaration, now.id, [old, now], sides));
      continue;
    }
    // What stands in something new came with it.
    if (isInside(declaration, is, was)) continue;
    const sector = now.sectorOf(declaration);
    const message = sector === undefined ? say`new` : say`new in sector "${sector.title}"`;
    add(declaration, { weight: LOST.has(declaration.kind) ? 'strengthened' : 'changed', message, ...standing([], [declaration.node], sides) });
  }
  for (const [key, declaration] of was) {
    if (is.has(key) || isInside(declaration, was, is)) continue;
    const sector = old.sectorOf(declaration);
    const message = sector === undefined ? say`removed` : say`removed from sector "${sector.title}"`;
    add(declaration, { weight: LOST.has(declaration.kind) ? 'weakened' : 'changed', message, ...standing([declaration.node], [], sides) });
  }
  return [...changes, ...ofMandates(old, now, sides), ...ofWaivers(old, now, sides)];
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

function ofDeclaration(old: Declaration, now: Declaration, plan: string, scopes: readonly [Scope, Scope], sides: Sides): Change[] {
  const changes: Change[] = [];
  const add = ({ weight, message }: Meaning, statement?: string, was: readonly Statement[] = [old.node], is: readonly Statement[] = [now.node]) =>
    changes.push({ weight, plan, about: aboutOf(now), message, ...(statement && { statement }), ...standing(was, is, sides) });
  if (old.kind !== now.kind) add({ weight: 'changed', message: say`is ${now.kind} and was ${old.kind}` });
  if (old.id !== now.id) add({ weight: 'changed', message: say`has the id ${now.id} and had ${old.id}` });
  if (old.title !== now.title) add({ weight: 'changed', message: say`renamed from "${old.title}" to "${now.title}"` });
  const [from, to] = [scopes[0].sectorOf(old), scopes[1].sectorOf(now)];
  if (from?.id !== to?.id) add({ weight: 'changed', message: movedBetween(from, to) });
  const aim = old.is('target') && now.is('target') ? ofTarget(old as Declaration<'target'>, now as Declaration<'target'>) : undefined;
  const place = (fact: Fact | undefined, other: Declaration): readonly Statement[] => [fact?.node ?? other.node];
  if (aim !== undefined) add(aim, (aim.facts[1] ?? aim.facts[0])?.word, place(aim.facts[0], old), place(aim.facts[1], now));
  const duties = ofDuties(old, now);
  const nodesOf = (one: Declaration, word: string): readonly Statement[] => {
    const own = factsOf(one, word);
    return (own.length > 0 ? own : factsOf(one, 'lead')).map(({ node }) => node);
  };
  for (const duty of duties ?? []) add(duty, duty.word, nodesOf(old, duty.word), nodesOf(now, duty.word));
  for (const word of new Set([...old.facts, ...now.facts].map((fact) => fact.word))) {
    if ((aim !== undefined && isAim(word)) || (duties !== undefined && isDuty(word))) continue;
    const [was, is] = [factsOf(old, word), factsOf(now, word)];
    const [gone, come] = [without(was, is), without(is, was)];
    if (gone.length === 0 && come.length === 0) continue;
    // A statement that may stand many times is judged by what came and went; one that stands once, by both its values.
    const milestone = word === 'milestone' && gone.length === 1 && come.length === 1 ? ofMilestone(gone[0] as Fact, come[0] as Fact) : undefined;
    const nodes = (facts: readonly Fact[], all: readonly Fact[]) => (facts.length > 0 ? facts : all.slice(0, 1)).map(({ node }) => node);
    add(milestone ?? meaningOf(word, gone, come, [old, now]), word, nodes(gone, was), nodes(come, is));
  }
  return changes;
}

function movedBetween(from: Declaration | undefined, to: Declaration | undefined): string {
  if (from === undefined) return say`moved from the top of the plan to sector "${(to as Declaration).title}"`;
  if (to === undefined) return say`moved from sector "${from.title}" to the top of the plan`;
  return say`moved from sector "${from.title}" to sector "${to.title}"`;
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

/** Duties from above that somebody in the plan saw to in one version only; a mandate that is itself gone asks for nothing any more. */
function ofMandates(old: Scope, now: Scope, sides: Sides): Change[] {
  const doing = (scope: Scope): ReadonlyMap<string, { readonly mandate: Declaration; readonly tasks: readonly Declaration[] }> => {
    const found = new Map<string, { mandate: Declaration; tasks: Declaration[] }>();
    for (const task of scope.of('responsibility', 'measure'))
      for (const mandate of scope.findAll(task.refs('fulfils'))) {
        const entry = found.get(mandate.id) ?? { mandate, tasks: [] };
        found.set(mandate.id, entry);
        entry.tasks.push(task);
      }
    return found;
  };
  const exists = (scope: Scope, { id }: Declaration): boolean =>
    [scope, ...scope.ancestors].some((one) => one.declarations.some((other) => other.kind === 'mandate' && other.id === id));
  const [was, is] = [doing(old), doing(now)];
  const nodes = (tasks: readonly Declaration[]) => tasks.map((task) => factsOf(task, 'fulfils')[0]?.node ?? task.node);
  const titles = (tasks: readonly Declaration[]) => tasks.map(({ title }) => `"${title}"`).join(', ');
  const changes: Change[] = [];
  for (const [id, { mandate, tasks }] of was)
    if (!is.has(id) && exists(now, mandate)) {
      const message = say`no longer fulfilled: it was by ${titles(tasks)}`;
      changes.push({ weight: 'weakened', plan: now.id, about: aboutOf(mandate), message, ...standing(nodes(tasks), [], sides) });
    }
  for (const [id, { mandate, tasks }] of is)
    if (!was.has(id) && exists(old, mandate)) {
      const message = say`fulfilled now, by ${titles(tasks)}`;
      changes.push({ weight: 'strengthened', plan: now.id, about: aboutOf(mandate), message, ...standing([], nodes(tasks), sides) });
    }
  return changes;
}

function ofWaivers(old: Scope, now: Scope, sides: Sides): Change[] {
  const key = (waiver: Waiver) => [waiver.rule, ...(waiver.on.length === 0 ? [] : [waiver.on.map(({ name }) => name).join(', ')])].join(' ');
  const [was, is] = [new Map(old.waivers.map((one) => [key(one), one])), new Map(now.waivers.map((one) => [key(one), one]))];
  const about = { plan: now.id, about: { kind: 'waive', id: '', title: '' } };
  const changes: Change[] = [];
  for (const [name, waiver] of is) {
    const earlier = was.get(name);
    if (earlier === undefined) {
      const message = waiver.until === undefined ? say`a gap is accepted: ${name}` : say`a gap is accepted until ${waiver.until.text}: ${name}`;
      changes.push({ ...about, weight: 'weakened', message, ...standing([], [waiver.node], sides) });
    } else if (earlier.until?.text !== waiver.until?.text) {
      const longer = (waiver.until?.end ?? '9') > (earlier.until?.end ?? '9');
      const until = waiver.until?.text ?? '';
      const message =
        until === ''
          ? say`a gap is accepted without an end: ${name}`
          : longer
            ? say`a gap is accepted longer, until ${until}: ${name}`
            : say`a gap is accepted for less long, until ${until}: ${name}`;
      changes.push({ ...about, weight: longer ? 'weakened' : 'strengthened', message, ...standing([earlier.node], [waiver.node], sides) });
    }
  }
  for (const [name, waiver] of was)
    if (!is.has(name))
      changes.push({ ...about, weight: 'strengthened', message: say`a gap is accepted no more: ${name}`, ...standing([waiver.node], [], sides) });
  return changes;
}

/** Where something stood and stands. */
function standing(was: readonly Statement[], is: readonly Statement[], [old, now]: Sides): Pick<Change, 'before' | 'after'> {
  const [before, after] = [standOf(was, old), standOf(is, now)];
  return { ...(before && { before }), ...(after && { after }) };
}

function standOf(nodes: readonly Statement[], workspace: Workspace): Stand | undefined {
  const [node] = nodes;
  if (node === undefined) return undefined;
  const uri = uriOf(node.chunk);
  const end = node.values.at(-1)?.end ?? node.head.end;
  const range = workspace.files.get(uri)?.tree.rangeIn(node.chunk, { start: node.head.start, end });
  const text = nodes.map((one) => `${one.word} ${one.kind === undefined ? written(one) : one.values.map(({ image }) => image).join(' ')}`.trim()).join('; ');
  return range === undefined ? undefined : { uri, range, text };
}

/** Findings that came and those that went: told by the rule and what they are about, so that a moved line is the same finding. */
function findings(before: Version, after: Version, ids: ReadonlyMap<string, string>, wanted: (plan: string) => boolean) {
  const all = ({ workspace, problems }: Version, named: (id: string) => string) =>
    [...problems.values()]
      .flat()
      .filter((problem) => problem.waived === undefined)
      .map((problem) => {
        const plan = named(workspace.scopeOf(problem.uri)?.id ?? '');
        const about = problem.about?.kind === 'plan' ? 'the plan' : (problem.about?.id ?? problem.message);
        return { key: `${plan} ${problem.rule} ${about}`, plan, problem };
      })
      .filter(({ plan }) => wanted(plan));
  const only = (some: ReturnType<typeof all>, others: ReturnType<typeof all>): FindingChange[] => {
    const keys = new Set(others.map(({ key }) => key));
    return some
      .filter(({ key }) => !keys.has(key))
      .map(({ plan, problem: { rule, severity, message, uri, range } }) => ({ plan, rule, severity, message, at: { uri, range } }));
  };
  const [was, is] = [all(before, (id) => ids.get(id) ?? id), all(after, (id) => id)];
  return [only(is, was), only(was, is)] as const;
}
