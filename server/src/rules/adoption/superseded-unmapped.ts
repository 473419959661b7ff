import { counted } from '../../language/nouns.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { successorsOf } from './_decision.ts';

export default rule({
  id: 'adoption/superseded-unmapped',
  severity: 'warning',
  summary: 'A plan was replaced, and its goals have no place in what followed.',
  why: 'New plans are written from the front. What the old one had promised is then neither kept nor given up; it is lost, with the people who were promised it. One line for each goal says whether it goes on, under which name, or not.',
  grounding: [
    {
      cite: wholeComm('4.1.2'),
      finding: 'A programme on integration that was to run for five years was absorbed by a social agenda before its end.',
    },
  ],
  good: [
    '# The goal goes on under its name.\nplan old "Old" { level local; period 2016 to 2020; status superseded; succeeded by next }\ngoal work "Refugees find work"\n--- next/plan.iplan\nplan next "Next" { level local; period 2019 to 2024 }\ngoal work "Refugees find work"',
    '# It became a part of a wider one.\nplan old "Old" { level local; period 2016 to 2020; status superseded }\ngoal jobs "Refugees find work" { part of next.taking-part }\n--- next/plan.iplan\nplan next "Next" { level local; period 2019 to 2024; supersedes old }\ngoal taking-part "Everybody takes part"',
    '# What is done in the new plan serves it still.\nplan old "Old" { level local; period 2016 to 2020; status superseded; succeeded by next }\ngoal jobs "Refugees find work"\n--- next/plan.iplan\nplan next "Next" { level local; period 2019 to 2024 }\nmeasure course "Course" { serves old.jobs }',
    '# It was given up, and that is said.\nplan old "Old" { level local; period 2016 to 2020; status superseded; succeeded by next }\ngoal jobs "Refugees find work"\n--- next/plan.iplan\nplan next "Next" { level local; period 2019 to 2024; excludes "Refugees find work" because "The county has taken it over" }',
    '# What followed lies outside the workspace.\nplan old "Old" { level local; period 2016 to 2020; status superseded; succeeded by "Social agenda 2019" }\ngoal jobs "Refugees find work"',
  ],
  bad: [
    'plan old "Old" {\n  level local\n  period 2016 to 2020\n  status superseded\n  ^^^^^^^^^^^^^^^^^ 2 goals of plan "Old" have no place in plan "Next", which replaced it: "Refugees find work" and "Refugees find homes".\n  succeeded by next\n}\ngoal jobs "Refugees find work"\ngoal homes "Refugees find homes"\n--- next/plan.iplan\nplan next "Next" { level local; period 2019 to 2024 }\ngoal taking-part "Everybody takes part"',
    'plan old "Old" {\n  level local\n  period 2016 to 2020\n  status superseded\n  ^^^^^^^^^^^^^^^^^ Plan "Old" is superseded, and nothing says by what.\n}',
  ],
  check(plan, report) {
    const { plan: head } = plan;
    const status = head?.one('status');
    if (head === undefined || status?.value !== 'superseded') return;
    const successors = successorsOf(plan);
    if (successors.length === 0) {
      if (head.has('succeeded by')) return;
      report({
        at: status,
        about: head,
        message: say`Plan "${plan.title}" is superseded, and nothing says by what.`,
        instead: say`Name what replaced it: succeeded by ….`,
      });
      return;
    }
    const goals = plan.of('goal');
    // A plan without goals had promised its targets.
    const promised: readonly Declaration[] = goals.length > 0 ? goals : plan.of('target');
    const heirs = successors.map((next) => heirsIn(next));
    const lost = promised.filter((one) => !heirs.some((heir) => goesOn(one, plan, heir)));
    if (lost.length === 0) return;
    const where = listed(successors.map((next) => called(next.head as Declaration)));
    const what = counted(lost.length, lost[0]?.kind ?? 'goal');
    const names = listed(lost.map((one) => `"${one.title}"`));
    report({
      at: status,
      about: head,
      message:
        lost.length === 1
          ? say`${what} of plan "${plan.title}" has no place in ${where}, which replaced it: ${names}.`
          : say`${what} of plan "${plan.title}" have no place in ${where}, which replaced it: ${names}.`,
      instead: say`Say at each of them what it became: part of …; or say in the new plan what is given up: excludes "…" because ….`,
      related: lost.slice(0, 10).map((at) => ({ at, message: say`This leads nowhere.` })),
    });
  },
});

/** What a plan has taken over from others. */
interface Heirs {
  readonly scope: Scope;
  readonly names: ReadonlySet<string>;
  /** The goals and targets that something in it serves. */
  readonly served: ReadonlySet<Declaration>;
  /** What it leaves out on purpose. */
  readonly excluded: string;
}

function heirsIn(scope: Scope): Heirs {
  const aims = scope.of('goal', 'target');
  const serving: readonly Declaration[] = scope.of('measure', 'target', 'goal', 'indicator');
  const excluded = scope.plan?.all('excludes').map((fact) => fact.value?.text ?? '') ?? [];
  return {
    scope,
    names: new Set(aims.flatMap((aim) => [`${aim.kind} ${aim.id}`, `${aim.kind} ${aim.title}`])),
    served: new Set(serving.flatMap((one) => scope.findAll(one.refs('serves', 'part of')))),
    excluded: excluded.join('\n').toLowerCase(),
  };
}

/** Whether a goal lives on: by its name, as a part of another, served from there, or given up with a reason. */
const goesOn = (one: Declaration, plan: Scope, { scope, names, served, excluded }: Heirs): boolean =>
  names.has(`${one.kind} ${one.id}`) ||
  names.has(`${one.kind} ${one.title}`) ||
  served.has(one) ||
  excluded.includes(one.title.toLowerCase()) ||
  one.refs('part of', 'serves').some((ref) => plan.resolve(ref.name)?.scope === scope);
