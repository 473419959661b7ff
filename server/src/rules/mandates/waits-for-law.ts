import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'mandates/waits-for-law',
  severity: 'warning',
  summary: 'A task rests on a law that is not in force yet, and nothing is done until then.',
  why: 'Laws come later than announced. Who plans for the new one and has stopped with the old leaves everybody who arrives in between to chance.',
  grounding: [
    { cite: wholeComm('4.1.2'), finding: 'An act that was announced for 2020 came into force in 2022; meanwhile municipalities were left in a vacuum.' },
  ],
  gathered: 'rest on a law that is not in force yet, and nothing is done until then',
  good: [
    '# today: 2026-03-01\nactor state "State" { type government }\nmandate direct "Direct integration" { from state; to local; basis "Integration Act" valid from 2025 }\nresponsibility steer "Direct integration" { fulfils direct }',
    '# Something else is done in the meantime.\n# today: 2026-03-01\nactor state "State" { type government }\nmandate direct "Direct integration" { from state; to local; basis "Integration Act" valid from 2027 }\nsector language "Language" {\n  field language\n  responsibility steer "Direct integration" { fulfils direct }\n  measure bridge "Courses until the act begins" { period 2026 }\n}',
  ],
  bad: [
    '# today: 2026-03-01\nactor state "State" { type government }\nmandate direct "Direct integration" { from state; to local; basis "Integration Act" valid from 2027 }\nresponsibility steer "Direct integration" { fulfils direct }\n               ^^^^^ Responsibility "Direct integration" waits for Integration Act, which is not in force before 2027, and nothing is done until then.',
  ],
  check(plan, report, { today }) {
    const tasks = openTasks(plan);
    const waiting = tasks.flatMap((task) => {
      const laws = plan.findAll(task.refs('fulfils')).flatMap((mandate) => {
        const basis = mandate.kind === 'mandate' ? (mandate as Declaration<'mandate'>).one('basis')?.value : undefined;
        const from = basis?.valid?.from;
        return basis === undefined || from === undefined || from.start <= today ? [] : [{ mandate, law: basis.text, from }];
      });
      // A task with another footing goes on whatever becomes of the law.
      return laws.length > 0 && laws.length === task.refs('fulfils').length ? [{ task, ...(laws[0] as (typeof laws)[number]) }] : [];
    });
    const idle = new Set(waiting.map(({ task }) => task));
    const bridged = new Set(tasks.filter((task) => !idle.has(task)).map((task) => plan.sectorOf(task)));
    for (const { task, mandate, law, from } of waiting) {
      if (bridged.has(plan.sectorOf(task))) continue;
      report({
        at: task,
        message: say`${Called(task)} waits for ${law}, which is not in force before ${from.text}, and nothing is done until then.`,
        instead: say`Plan what is done in the meantime: a measure of its own with a "period" that ends when the law begins.`,
        related: [{ at: mandate, message: say`The law it waits for stands here.` }],
      });
    }
  },
});
