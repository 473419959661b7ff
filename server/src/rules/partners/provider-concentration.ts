import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { doing, openTasks } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'partners/provider-concentration',
  severity: 'information',
  summary: 'One partner carries out most of what the plan does.',
  why: 'A partner that does everything knows everybody, which is good for those who need help. It is also hard to replace, hard to contradict, and smaller ones stop trying. If it is so on purpose, the plan can say it.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'One provider had come close to a monopoly, and smaller organisations found it hard to be involved.' },
    { cite: wholeComm('4.1.1'), finding: 'The same provider bundled all tasks under one roof, which those concerned valued.' },
  ],
  options: { share: { default: 50, doc: 'Up to this share of the tasks, in percent, one partner may carry out.' } },
  good: [
    'partner a "A" { type ngo }\npartner b "B" { type ngo }\nmeasure one "One" { responsible a }\nmeasure two "Two" { responsible a }\nmeasure three "Three" { responsible b }\nmeasure four "Four" { responsible b }',
    '# All under one roof, on purpose.\npartner a "A" { type ngo }\nmeasure one "One" { responsible a; delivery bundled }\nmeasure two "Two" { responsible a; delivery bundled }\nmeasure three "Three" { responsible a; delivery bundled }\nmeasure four "Four" { responsible a; delivery bundled }',
    '# A plan of three measures has room for one partner.\npartner a "A" { type ngo }\nmeasure one "One" { responsible a }\nmeasure two "Two" { responsible a }\nmeasure three "Three" { responsible a }',
  ],
  bad: [
    'partner a "Refugee council" { type ngo }\n        ^ Partner "Refugee council" carries out 4 of 5 tasks of the plan.\npartner b "B" { type ngo }\nmeasure one "One" { responsible a }\nmeasure two "Two" { responsible a }\nmeasure three "Three" { responsible a }\nmeasure four "Four" { responsible a }\nmeasure five "Five" { responsible b }',
  ],
  check(plan, report, { options }) {
    const tasks = openTasks(plan).filter((task) => task.one('delivery')?.value !== 'bundled' && doing(task, plan).length > 0);
    const carried = new Map<Declaration, number>();
    for (const task of tasks) for (const doer of doing(task, plan)) if (doer.kind === 'partner') carried.set(doer, (carried.get(doer) ?? 0) + 1);
    for (const [partner, count] of carried) {
      if (count < 4 || (count / tasks.length) * 100 <= Number(options.share)) continue;
      report({
        at: plan.names.get(partner.id) === partner ? partner : (plan.head ?? partner),
        about: partner,
        message: say`${Called(partner)} carries out ${count} of ${tasks.length} tasks of the plan.`,
        instead: say`Give others a part, or say that the tasks are bundled on purpose: delivery bundled.`,
      });
    }
  },
});
