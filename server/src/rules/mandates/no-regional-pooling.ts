import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { isReceiving } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { openTasks, takingPart } from '../accountability/_tasks.ts';
import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isOver } from './_duties.ts';

export default rule({
  id: 'mandates/no-regional-pooling',
  severity: 'information',
  absence: true,
  summary: 'A small municipality does everything alone for a small number of people.',
  why: 'A class needs a dozen pupils who are equally far, an interpreter needs more than one family, a specialist more than one case. Where few people come, neighbours can do together what none of them can do well alone.',
  grounding: [
    {
      cite: wholeComm('4.2.2'),
      finding: 'Where few refugees come, officials find it hard to justify that the municipality sets ambitions and spends time on them.',
    },
    { cite: wholeComm('5.1'), finding: 'Small municipalities often lack the people, the means and the knowledge to deal with newly assigned tasks alone.' },
    { cite: wholeComm('4.3.C'), finding: 'Neighbouring municipalities hired the same providers of language courses together.' },
  ],
  options: { smallNumber: { default: 100, doc: 'Up to so many newcomers, a municipality is taken as one that needs neighbours.' } },
  good: [
    `plan town "Town" { level local; period 2025 to 2028 }
group refugees "Refugees" { size 25 persons on 2024 }
measure course "Language course" { lead office; delivery pooled }
measure homes "Homes" { lead office }
measure cafe "Café" { lead office }
actor office "Office" { type department }`,
    `plan town "Town" { level local; period 2025 to 2028 }
group refugees "Refugees" { size 25 persons on 2024 }
measure course "Language course" { lead office }
measure homes "Homes" { lead office }
measure cafe "Café" { lead office }
actor office "Office" { type department }
body neighbours "Neighbours' table" { kind inter-municipal; meets quarterly }`,
    `# Many people, or a plan that has hardly begun.
plan town "Town" { level local; period 2025 to 2028 }
group refugees "Refugees" { size 900 persons on 2024 }
group minors "Minors" { size 12 persons on 2024 }
measure course "Language course"
measure homes "Homes"
measure cafe "Café"`,
  ],
  bad: [
    `plan town "Town" { level local; period 2025 to 2028 }
     ^^^^ Plan "Town" is for 25 newcomers, and nothing in it is done together with other municipalities or the region.
group refugees "Refugees" { size 25 persons on 2024 }
measure course "Language course" { lead office }
measure homes "Homes" { lead office }
measure cafe "Café" { lead office }
actor office "Office" { type department }`,
  ],
  check(plan, report, { options }) {
    if (plan.head === undefined || isOver(plan) || plan.planKind === 'project' || plan.planKind === 'pact') return;
    if (!plan.levels.includes('local') || plan.levels.length > 1 || openTasks(plan).length < 3) return;
    const sizes = plan
      .of('group')
      .filter((group) => !isReceiving(group))
      .flatMap(sizeOf);
    const most = Math.max(...sizes);
    if (sizes.length === 0 || most > Number(options.smallNumber) || poolsAnything(plan)) return;
    report({
      at: plan.head,
      message: say`Plan "${plan.title}" is for ${most} newcomers, and nothing in it is done together with other municipalities or the region.`,
      instead: say`Write "delivery pooled" and "with" where neighbours do something together, or declare the inter-municipal body they meet in.`,
    });
  },
});

/** The newest size of a group; the largest group stands for all, since groups may overlap. */
const sizeOf = (group: Declaration<'group'>): readonly number[] =>
  group
    .all('size')
    .flatMap((fact) => fact.value?.quantity.number ?? [])
    .slice(-1);

const REGIONAL: ReadonlySet<unknown> = new Set(['region', 'association-of-municipalities']);

function poolsAnything(plan: Scope): boolean {
  if (plan.of('body').some((body) => body.one('kind')?.value === 'inter-municipal')) return true;
  const known = plan.of('actor', 'partner').flatMap((holder) => plan.findAll(holder.refs('works with')));
  const part = openTasks(plan).flatMap((task) => takingPart(task, plan));
  if (openTasks(plan).some((task) => task.one('delivery')?.value === 'pooled')) return true;
  return [...known, ...part].some(
    (holder) => holder.is('actor', 'partner') && (REGIONAL.has(holder.one('type')?.value) || holder.one('level')?.value === 'regional'),
  );
}
