import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { Called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { type Duty, isOver, type Mandate, validity } from './_duties.ts';

export default rule({
  id: 'mandates/expired-basis',
  severity: 'warning',
  summary: 'A duty rests on a law that holds no more.',
  why: 'Laws on integration move between levels every few years. A plan that still fulfils the last one may be paying for what it no longer owes, and be silent on what it owes now.',
  grounding: [{ cite: wholeComm('3.1'), finding: 'Law moved the task of integration down to municipalities, up to the state and down again.' }],
  gathered: 'rest on a law that holds no more',
  good: [
    `# today: 2026-06-30
plan town "Town" { level local; period 2025 to 2028; under land }
responsibility guiding "Guiding" { fulfils guide }
responsibility old "The old course" { fulfils teach; status completed }
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate guide "Guide refugees" { from state; to local; basis "Act of 2021" valid from 2022 }
mandate teach "Teach" { from state; to local }`,
    `# today: 2026-06-30
# A law that is over may keep its duties.
plan act "Act of 2013" { kind statute; level national; period 2013 to 2021; status superseded }
actor state "State" { type government }
mandate guide "Guide refugees" { from state; to local; basis "Act of 2013" valid 2013 to 2021 }`,
  ],
  bad: [
    `# today: 2026-06-30
plan town "Town" { level local; period 2025 to 2028; under land }
responsibility guiding "Guiding" { fulfils guide }
                                           ^^^^^ Responsibility "Guiding" fulfils "Guide refugees", which rests on a law that has ended: Act of 2013 (2021).
--- land/plan.iplan
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate guide "Guide refugees" { from state; to local; basis "Act of 2013" valid 2013 to 2021 }
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The duty "Guide refugees" rests on a law that has ended: Act of 2013 (2021).`,
    `# today: 2026-06-30
plan town "Town" { level local; period 2025 to 2028; under act-2013 }
responsibility guiding "Guiding" { fulfils guide }
                                           ^^^^^ Responsibility "Guiding" fulfils "Guide refugees", which rests on a law that has ended: Act of 2013. In its place: Act of 2021.
--- act/plan.iplan
plan act-2013 "Act of 2013" { kind statute; level national; period from 2013; status superseded; succeeded by "Act of 2021" }
actor state "State" { type government }
mandate guide "Guide refugees" { from state; to local }`,
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    for (const mandate of plan.of('mandate')) {
      const basis = mandate.one('basis');
      if (basis === undefined || validity({ mandate, giver: plan }, today) !== 'ended') continue;
      report({
        at: basis,
        about: mandate,
        message: say`The duty "${mandate.title}" rests on a law that has ended: ${lawOf({ mandate, giver: plan })}.`,
        instead: say`Name the law that holds now, or take the duty out.`,
      });
    }
    for (const task of openTasks(plan))
      for (const fact of task.all('fulfils'))
        for (const ref of fact.refs) {
          const found = plan.resolve(ref.name);
          if (found === undefined || found.declaration.kind !== 'mandate' || found.scope === plan) continue;
          const duty = { mandate: found.declaration as Mandate, giver: found.scope };
          if (validity(duty, today) !== 'ended') continue;
          const next = successors(duty, plan);
          report({
            at: { ref, in: fact },
            about: task,
            message:
              next === ''
                ? say`${Called(task)} fulfils "${duty.mandate.title}", which rests on a law that has ended: ${lawOf(duty)}.`
                : say`${Called(task)} fulfils "${duty.mandate.title}", which rests on a law that has ended: ${lawOf(duty)}. In its place: ${next}.`,
            instead: say`Name the duty of the law that holds now, or end the task.`,
            related: [{ at: duty.mandate, message: say`This is the duty.` }],
          });
        }
  },
});

/** The law by its name, and when it ended. */
function lawOf({ mandate, giver }: Duty): string {
  const basis = mandate.one('basis')?.value;
  return `${basis?.text ?? giver.title}${basis?.valid?.to === undefined ? '' : ` (${basis.valid.to.text})`}`;
}

function successors({ giver }: Duty, plan: Scope): string {
  const said = giver.plan?.all('succeeded by').flatMap((fact) => fact.value ?? []) ?? [];
  return listed(said.flatMap((one) => (typeof one === 'string' ? one : (plan.named(one.name)?.title ?? []))));
}
