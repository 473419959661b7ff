import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { Called, called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'partners/competing-for-one-fund',
  severity: 'information',
  summary: 'Several partners draw on one fund in one sector, and nothing divides it.',
  why: 'Partners that live on the same money do not tell each other everything. What looks like a quarrel about roles is then one about next year’s budget, and it was built into the plan. Shares that are known beforehand, or an amount for each task, take it out again.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'A library and a welfare organisation were seen to overlap in their roles and to compete for money.' },
    { cite: wholeComm('4.3.C.2'), finding: 'Competition for money and divided responsibilities are among the structural causes of conflict.' },
  ],
  good: [
    `# Each task has its own amount.
fund pot "Language money" { amount 300000 EUR per year }
sector language "Language" {
  measure a "Courses" { lead library; budget 100000 EUR per year from pot }
  measure b "Café" { lead welfare; budget 50000 EUR per year from pot }
}
partner library "Library" { type library }
partner welfare "Welfare organisation" { type ngo }`,
    `# The shares are known.
fund pot "Language money" { to library, welfare; share 60% library, 40% welfare }
partner library "Library" { type library }
partner welfare "Welfare organisation" { type ngo }`,
    `# They do it together.
fund pot "Language money" { amount 300000 EUR per year }
sector language "Language" {
  measure a "Courses" { accountable library; responsible library, welfare; budget tbd from pot }
}
partner library "Library" { type library }
partner welfare "Welfare organisation" { type ngo }`,
    `# Different fields.
fund pot "Money for integration" { amount 300000 EUR per year }
sector language "Language" {
  measure a "Courses" { lead library; budget tbd from pot }
}
sector work "Work" {
  measure b "Job café" { lead welfare; budget tbd from pot }
}
partner library "Library" { type library }
partner welfare "Welfare organisation" { type ngo }`,
  ],
  bad: [
    `fund pot "Language money" { amount 300000 EUR per year }
     ^^^ Partners Library and Welfare organisation draw on fund "Language money" in sector "Language", and nothing divides it.
sector language "Language" {
  measure a "Courses" { lead library; budget tbd from pot }
  measure b "Café" { lead welfare; budget tbd from pot }
}
partner library "Library" { type library }
partner welfare "Welfare organisation" { type ngo }`,
    `fund pot "Language money" {
  to library, welfare
  ^^^^^^^^^^^^^^^^^^^ Partners Library and Welfare organisation both receive fund "Language money", and nothing divides it.
}
partner library "Library" { type library }
partner welfare "Welfare organisation" { type ngo }`,
  ],
  check(plan, report) {
    const own = new Set<Declaration>(plan.of('fund'));
    const spent = new Set(openTasks(plan).flatMap((task) => plan.findAll(task.all('budget').flatMap((fact) => fact.refs))));
    for (const fund of plan.of('fund')) {
      const to = fund.one('to');
      const receivers = plan.findAll(fund.refs('to')).filter((one) => one.kind === 'partner');
      // Tasks with amounts of their own divide it as well.
      if (to === undefined || receivers.length < 2 || fund.has('share') || spent.has(fund)) continue;
      report({
        at: to,
        about: fund,
        message:
          receivers.length === 2
            ? say`Partners ${listed(receivers.map((one) => one.title))} both receive ${called(fund)}, and nothing divides it.`
            : say`Partners ${listed(receivers.map((one) => one.title))} all receive ${called(fund)}, and nothing divides it.`,
        instead: say`Say who gets which part with "share".`,
      });
    }
    for (const [fund, sectors] of drawnOn(plan))
      for (const [sector, partners] of sectors) {
        if (partners.size < 2) continue;
        const [first] = partners.values();
        report({
          at: own.has(fund) || first === undefined ? fund : first,
          about: fund,
          message: say`Partners ${listed([...partners.keys()].map((one) => one.title))} draw on ${called(fund)} in ${called(sector)}, and nothing divides it.`,
          instead: say`Give each task its own amount with "budget", or divide the fund with "share".`,
          related: [...partners].slice(0, 5).map(([partner, at]) => ({ at, message: say`${Called(partner)} draws on it here.` })),
        });
      }
  },
});

/** By fund and sector: the partners that draw on the fund without an amount, each alone, and where they do. */
function drawnOn(plan: Scope): ReadonlyMap<Declaration, ReadonlyMap<Declaration, ReadonlyMap<Declaration, Fact>>> {
  const found = new Map<Declaration, Map<Declaration, Map<Declaration, Fact>>>();
  for (const task of openTasks(plan)) {
    const sector = plan.sectorOf(task);
    const doers = plan.findAll(task.refs('lead', 'responsible')).filter((one) => one.kind === 'partner');
    const [only] = doers;
    if (sector === undefined || only === undefined || doers.length > 1) continue;
    for (const fact of task.all('budget'))
      for (const fund of plan.findAll(fact.refs)) {
        if (!fund.is('fund') || fact.value !== undefined || fund.has('share')) continue;
        let sectors = found.get(fund);
        if (sectors === undefined) found.set(fund, (sectors = new Map()));
        let partners = sectors.get(sector);
        if (partners === undefined) sectors.set(sector, (partners = new Map()));
        if (!partners.has(only)) partners.set(only, fact);
      }
  }
  return found;
}
