import { LEVELS } from '../../language/forms.ts';
import { listed } from '../../language/nouns.ts';
import type { Ref } from '../../language/shape.ts';
import type { Declaration } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import type { Scope } from '../../model/scope.ts';
import { type Task, tasksOf } from '../../model/tasks.ts';
import { told } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';

export { isOver };

export type Mandate = Declaration<'mandate'>;
export type Level = (typeof LEVELS)[number];

/** A mandate and the plan that gives it. */
export interface Duty {
  readonly mandate: Mandate;
  readonly giver: Scope;
}

/** How binding a mandate is; one that does not say so binds. */
export const forceOf = (mandate: Mandate): 'must' | 'should' | 'may' => mandate.one('force')?.value ?? 'must';

/** The level at which a kind of organisation stands by its nature. */
const LEVEL_OF_TYPE: Readonly<Record<string, Level>> = { municipality: 'local', region: 'regional', ministry: 'national', government: 'national' };
const isLevel = (word: unknown): word is Level => (LEVELS as readonly unknown[]).includes(word);

/** The level of a class of organisations: each of local, each of municipality, or a class said to be of a level. */
function levelOfClass(holder: Declaration): Level | undefined {
  if (!holder.is('actor', 'partner')) return undefined;
  const each: unknown = holder.one('each of')?.value;
  if (each === undefined) return undefined;
  if (isLevel(each)) return each;
  return LEVEL_OF_TYPE[each as string] ?? (holder.one('level')?.value as Level | undefined);
}

/** A name as the giver of a duty means it, looked up so that the plan that asks hears of every change. */
export const meant = (ref: Ref, giver: Scope, plan: Scope): Declaration | undefined => (ref.name.includes('.') ? plan : giver).find(ref);

/** Those whom a duty is given to: levels of government, and role holders one by one. */
export interface Addressees {
  readonly levels: ReadonlySet<Level>;
  readonly holders: ReadonlySet<Declaration>;
}

export function addresseesOf({ mandate, giver }: Duty, plan: Scope = giver): Addressees {
  const levels = new Set<Level>();
  const holders = new Set<Declaration>();
  for (const to of mandate.all('to').flatMap((fact) => (fact.value ?? []) as readonly unknown[])) if (isLevel(to)) levels.add(to);
  for (const ref of mandate.refs('to')) {
    const holder = meant(ref, giver, plan);
    if (holder === undefined) continue;
    holders.add(holder);
    const level = levelOfClass(holder);
    if (level !== undefined) levels.add(level);
  }
  return { levels, holders };
}

/** In how far a law holds on a day: before it comes into force, while it does, after its end. */
export function validity({ mandate, giver }: Duty, today: string): 'to come' | 'in force' | 'ended' {
  const valid = mandate.one('basis')?.value?.valid;
  if (valid?.from !== undefined && valid.from.start > today) return 'to come';
  if (valid?.to !== undefined && valid.to.end < today) return 'ended';
  if (isOver(giver)) return 'ended';
  return 'in force';
}

const rank = (level: string): number => LEVELS.indexOf(level as Level);

/** The levels below its own that a plan gives a duty to. */
function levelsBelow(duty: Duty): readonly Level[] {
  const own = Math.max(...duty.giver.levels.map(rank), -1);
  return own < 0 ? [] : [...addresseesOf(duty).levels].filter((level) => rank(level) > own);
}

export interface Given extends Duty {
  /** The levels below the giver's own that have to do it. */
  readonly levels: readonly Level[];
}

const given = perScope((_: Scope, giver: Scope): readonly Given[] => {
  if (isOver(giver)) return [];
  return giver.of('mandate').flatMap((mandate) => {
    const levels = levelsBelow({ mandate, giver });
    return levels.length === 0 ? [] : [{ mandate, giver, levels }];
  });
});

/** What a plan gives to the levels below it to do, of laws that hold on a day. */
export const givenDown = (giver: Scope, today: string): readonly Given[] => given(giver, giver).filter((duty) => validity(duty, today) !== 'ended');

/** Whether a duty brings money. */
export const isFunded = (mandate: Mandate): boolean => mandate.has('funding');

export type Discretion = 'content' | 'instruments' | 'evaluation';
export const discretionOf = (mandate: Mandate): readonly Discretion[] => mandate.one('discretion')?.value ?? [];

/**
 * What is moved down with a duty is not enough to carry it; the reason, or nothing. A free hand without money is told of as a duty
 * that nobody pays for; money and means without a say over the content is a form that works.
 */
export function partial(mandate: Mandate): 'nothing' | 'content only' | undefined {
  const may = discretionOf(mandate);
  const carried = may.includes('instruments') && isFunded(mandate);
  if (may.includes('content')) return carried ? undefined : 'content only';
  return may.includes('instruments') || isFunded(mandate) ? undefined : 'nothing';
}

/** How levels are spoken of: `municipalities`, `regions`. */
export const SPOKEN: Readonly<Record<Level, string>> = { eu: 'the Union', national: 'the state', regional: 'regions', local: 'municipalities' };
export const spoken = (levels: readonly Level[]): string => listed(levels.map((level) => told(SPOKEN[level])));

/** The tasks that take up each duty: in the plan, in those below it, and in those above it on behalf of all. */
const taken = perScope((_: Scope, plan: Scope): ReadonlyMap<Declaration, readonly Taken[]> => {
  const found = new Map<Declaration, Taken[]>();
  for (const home of [plan, ...plan.below, ...plan.ancestors])
    for (const task of tasksOf(home))
      for (const mandate of home.findAll(task.refs('fulfils')))
        if (found.get(mandate)?.push({ task, home }) === undefined) found.set(mandate, [{ task, home }]);
  return found;
});

/** A task that fulfils a duty, and the plan it stands in. */
export interface Taken {
  readonly task: Task;
  readonly home: Scope;
}
export const takenUp = (plan: Scope): ReadonlyMap<Declaration, readonly Taken[]> => taken(plan, plan);

/** Whether a plan is among those whom a duty is given to. */
export function isAddressed(duty: Duty, plan: Scope): boolean {
  const { levels, holders } = addresseesOf(duty, plan);
  if (plan.levels.some((level) => (levels as ReadonlySet<string>).has(level))) return true;
  // A duty of one named office is this plan's where that office has made the plan.
  return plan.plan !== undefined && [...plan.findAll(plan.plan.refs('published by', 'coordinator'))].some((holder) => holders.has(holder));
}
