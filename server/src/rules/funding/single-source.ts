import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { called, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { owesMoney, type Source, sourcesOf } from './_money.ts';

export default rule({
  id: 'funding/single-source',
  severity: 'information',
  summary: 'All the money of the plan comes from one payer outside of it.',
  why: 'Whoever pays for everything decides about everything: when the grant is cut or its purpose changes, the whole plan changes with it. A small part of own money keeps a core alive, and gives a say.',
  grounding: [
    { cite: wholeComm('4.1.2'), finding: 'Money from the state, and the power of the state to set the tasks, leave a municipality dependent.' },
    { cite: osce('3.4.4'), finding: 'Dutch municipalities depend on the national government for their money.' },
  ],
  options: { least: { default: 2, doc: 'How many tasks with money a plan must have to be judged.' } },
  good: [
    `# Own money beside that of the state.
plan town "Town" { level local; period 2025 to 2028 }
actor state "State" { type government; level national }
actor town-hall "Town hall" { type municipality; level local }
fund grant "Grant" { from state }
fund own "Own budget" { from town-hall }
measure a "A" { budget 1000 EUR from grant }
measure b "B" { budget 1000 EUR from own }`,
    `# A budget without a fund is own money.
plan town "Town" { level local; period 2025 to 2028 }
actor state "State" { type government; level national }
fund grant "Grant" { from state }
measure a "A" { budget 1000 EUR from grant }
measure b "B" { budget 1000 EUR }`,
    `# The state pays for its own plan.
plan state "State" { level national; period 2025 to 2028 }
actor government "Government" { type government; level national }
fund budget "Budget" { from government }
measure a "A" { budget 1000 EUR from budget }
measure b "B" { budget 1000 EUR from budget }`,
    `# Who pays leads the work.
plan sport "Sport for all" { level local; period 2025 to 2028 }
partner union "Sports union" { type sports-club }
fund support "Support of clubs" { from union }
measure a "A" { lead union; budget 1000 EUR from support }
measure b "B" { lead union; budget 1000 EUR from support }`,
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028 }
     ^^^^ All money of plan "Town" comes from actor "State".
actor state "State" { type government; level national }
fund grant "Grant" { from state }
fund addition "Addition" { from state }
measure a "A" { budget 1000 EUR from grant }
measure b "B" { budget 1000 EUR from addition }`,
  ],
  check(plan, report, { options }) {
    // A project is what one payer pays for; its plan says no more.
    if (plan.head === undefined || plan.planKind === 'project' || !owesMoney(plan)) return;
    const sources: Source[] = [];
    let paid = 0;
    for (const task of openTasks(plan)) {
      const own = sourcesOf(task, plan);
      if (task.all('budget').some((budget) => !own.some((source) => source.at === budget))) return;
      if (own.length > 0) paid++;
      sources.push(...own);
    }
    const payers = new Set(sources.flatMap(payersOf));
    const [payer] = payers;
    if (paid < Number(options.least) || payers.size !== 1 || payer === undefined || !isOutside(payer, plan)) return;
    report({
      at: plan.head,
      message: say`All money of plan "${plan.title}" comes from ${called(payer)}.`,
      instead: say`Say what the own budget bears, however small, or what is done when the money is cut.`,
      related: [...new Set(sources.map(({ fund }) => fund))].slice(0, 5).map((fund) => ({ at: fund, message: say`From this fund.` })),
    });
  },
});

/** Who pays into a fund; where nobody is named, it is not known. */
function payersOf({ fund, home }: Source): readonly (Declaration | undefined)[] {
  const payers = home.findAll(fund.refs('from'));
  return payers.length === 0 ? [undefined] : payers;
}

/** Whether a payer belongs to another level, or is a partner that leads nothing here. */
function isOutside(payer: Declaration, plan: Scope): boolean {
  if (payer.kind === 'partner') return !plan.of('sector', 'responsibility', 'measure').some((one) => plan.findAll(one.refs('lead')).includes(payer));
  const level = payer.facts.find((fact) => fact.word === 'level')?.value as string | undefined;
  return level === undefined ? plan.names.get(payer.id) !== payer : !plan.levels.includes(level);
}
