import type { Declaration } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import type { Scope } from '../../model/scope.ts';
import { tasksOf } from '../../model/tasks.ts';
import { agreementsWith, isInformal, type Partner } from './_partners.ts';

const ROLES = new Set(['lead', 'accountable', 'responsible', 'with', 'supported by', 'consulted', 'supervised by', 'hands over to']);

/** Whether somebody belongs to the formal side: an office, a body, or a partner that is not informal. */
const isFormal = (holder: Declaration): boolean => holder.is('actor', 'body', 'partner') && !isInformal(holder);

/** The informal partners that something ties to the formal side, in this plan or in one below it. */
const tied = perScope((_: Scope, plan: Scope): ReadonlySet<Declaration> => {
  const found = new Set<Declaration>();
  const tie = (holders: readonly Declaration[], formal = holders.some(isFormal)) => {
    if (formal) for (const holder of holders) found.add(holder);
  };
  for (const scope of [plan, ...plan.below]) {
    // A task, a body and a fund bring those together who stand in it; who hears somebody has met them.
    for (const task of tasksOf(scope)) tie(scope.findAll(task.facts.filter((fact) => ROLES.has(fact.word)).flatMap((fact) => fact.refs)));
    for (const body of scope.of('body')) tie(scope.findAll(body.refs('members', 'chair')));
    for (const fund of scope.of('fund')) tie(scope.findAll(fund.refs('from', 'to')));
    for (const consultation of scope.of('consultation')) tie(scope.findAll(consultation.refs('with')), true);
    for (const holder of scope.of('actor', 'partner')) {
      const met = scope.findAll(holder.refs('works with', 'part of'));
      tie([holder, ...met.filter(isFormal)]);
      if (isFormal(holder)) tie(met, true);
    }
  }
  return found;
});

/** Whether an informal partner has to do with anybody on the formal side. */
export const isTied = (partner: Partner, plan: Scope): boolean => tied(plan, plan).has(partner) || agreementsWith(partner, plan).length > 0;
