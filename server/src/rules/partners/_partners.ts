import type { Day } from '../../language/dates.ts';
import { counted } from '../../language/nouns.ts';
import type { Declaration } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import { daysOf } from '../../model/observations.ts';
import type { Use } from '../../model/reach.ts';
import type { Scope } from '../../model/scope.ts';
import { agreementsOf, openTasks, type Task, wholeOf } from '../accountability/_tasks.ts';
import { called } from '../rule.ts';

export type Partner = Declaration<'partner'>;
export type Agreement = Declaration<'agreement'>;

/** What a partner does in a plan, and where the plan would mend what is said of it: its declaration, or its first use of one from above. */
export interface Work {
  readonly tasks: readonly Task[];
  readonly place: Partner | Use;
}

const named = (words: readonly ('lead' | 'responsible' | 'with' | 'supported by')[]) =>
  perScope((_: Scope, plan: Scope): ReadonlyMap<Partner, Work> => {
    const own = new Set<Declaration>(plan.of('partner'));
    const found = new Map<Partner, { tasks: Task[]; place: Partner | Use }>();
    for (const task of openTasks(plan))
      for (const fact of task.facts.filter((one) => (words as readonly string[]).includes(one.word)))
        for (const ref of fact.refs) {
          const partner = plan.find(ref) as Partner | undefined;
          if (partner?.kind !== 'partner') continue;
          const known = found.get(partner);
          if (known === undefined) found.set(partner, { tasks: [task], place: own.has(partner) ? partner : { ref, in: fact } });
          else if (known.tasks.at(-1) !== task) known.tasks.push(task);
        }
    return found;
  });
const carried = named(['lead', 'responsible']);
const shared = named(['lead', 'responsible', 'with', 'supported by']);

/** The partners that carry out something that is not done yet. */
export const carryingOut = (plan: Scope): ReadonlyMap<Partner, Work> => carried(plan, plan);

/** The partners that have some part in what is not done yet. */
export const takingPartIn = (plan: Scope): ReadonlyMap<Partner, Work> => shared(plan, plan);

/** `measure "Language café"`, or how many tasks. */
export const theTasks = (tasks: readonly Task[]): string => (tasks.length === 1 ? called(tasks[0] as Task) : counted(tasks.length, 'task'));

export const isInformal = (partner: Declaration): boolean => partner.is('partner') && partner.one('role')?.value === 'informal';

/** The agreements that bind a partner, or the organisation that it is a part of. */
export function agreementsWith(partner: Partner, plan: Scope): readonly Agreement[] {
  const whole = wholeOf(partner, plan);
  return [...agreementsOf(partner, plan), ...(whole === undefined ? [] : agreementsOf(whole, plan))];
}

/** The agreement that binds a partner longest, and its last day; none where one has no end or is renewed. */
export function lastAgreement(partner: Partner, plan: Scope): { readonly agreement: Agreement; readonly end: Day } | undefined {
  let last: { agreement: Agreement; end: Day } | undefined;
  for (const agreement of agreementsWith(partner, plan)) {
    const to = agreement.one('period')?.value?.to;
    if (to === undefined || agreement.has('renewal')) return undefined;
    const { end } = daysOf(to, plan);
    if (last === undefined || end > last.end) last = { agreement, end };
  }
  return last;
}

/** The one partner that provides a task, where nobody else takes part in doing it and nobody is named to take over. */
export function soleProvider(task: Task, plan: Scope): Partner | undefined {
  const doers = new Set(plan.findAll(task.refs('lead', 'responsible')));
  if (task.is('measure')) for (const other of plan.findAll((task as Declaration<'measure'>).refs('with'))) doers.add(other);
  const [only] = doers;
  if (doers.size !== 1 || only?.kind !== 'partner' || isInformal(only) || task.has('hands over to', 'deputy') || only.has('deputy')) return undefined;
  return only as Partner;
}
