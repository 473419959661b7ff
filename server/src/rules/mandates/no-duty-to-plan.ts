import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';

/** Words that show that a duty is about making a plan, in the languages that plans of Europe are most often written in. */
const PLANNING = /(?<!\p{L})(?:plan|program|strateg|policy|policies|beleid|ohjelma|konzept|leitbild)/iu;

export default rule({
  id: 'mandates/no-duty-to-plan',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'The levels below are given tasks, and nobody asks them for a plan.',
  why: 'What a town plans is its own affair; that it plans is not. Where nobody asks, the towns that were active before stay so, the others wait, and newcomers cannot choose in which of them they are settled.',
  grounding: [
    { cite: penninx('2.2'), finding: 'Whether there is a local policy at all has to remain under national control; what it contains need not.' },
    { cite: penninx('2.3'), finding: 'The inequality between cities with a policy and those without is the more harmful one.' },
    { cite: osce('2.1'), finding: 'Cities and regions of many states have few policies for integration, or none.' },
  ],
  good: [
    'plan state "State" { level national; period 2025 }\nactor ministry "Ministry" { type ministry }\nmandate house "House refugees" { from ministry; to local }\nmandate own "Adopt an integration plan" { from ministry; to local }',
    '# A framework that is for a level asks its plans for what is in it.\n--- law.iplan\nframework law "Law" { for local; item parts "What a plan holds" }\n--- state/plan.iplan\nplan state "State" { level national; period 2025; uses law }\nactor ministry "Ministry" { type ministry }\nmandate house "House refugees" { from ministry; to local }',
    '# A law is about one thing.\nplan act "Housing Act" { kind statute; level national; period from 2014 }\nactor ministry "Ministry" { type ministry }\nmandate house "House refugees" { from ministry; to local }',
  ],
  bad: [
    'plan state "State" { level national; period 2025 }\n     ^^^^^ Plan "State" gives tasks to the local level and asks nobody there for a plan.\nactor ministry "Ministry" { type ministry }\nmandate house "House refugees" { from ministry; to local }',
  ],
  check(plan, report) {
    if (plan.plan === undefined || plan.planKind === 'statute' || plan.planKind === 'project' || isOver(plan)) return;
    const down = plan.of('mandate').filter((mandate) => mandate.all('to').some((fact) => fact.value?.some((to) => to === 'local')));
    if (down.length === 0 || plan.levels.includes('local')) return;
    const asked = [plan, ...plan.ancestors]
      .flatMap((one) => one.of('mandate'))
      .some((mandate) => [mandate.title, ...mandate.all('duty').map((fact) => fact.value ?? '')].some((text) => PLANNING.test(text)));
    if (asked || plan.frameworks.some((framework) => framework.head?.one('for' as never)?.value === 'local')) return;
    report({
      at: plan.plan,
      message: say`Plan "${plan.title}" gives tasks to the local level and asks nobody there for a plan.`,
      instead: say`Add a mandate to adopt one, or say who keeps a list of the places that have one.`,
      related: down.slice(0, 3).map((mandate) => ({ at: mandate, message: say`A task that is given down.` })),
    });
  },
});
