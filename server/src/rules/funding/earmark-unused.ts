import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'funding/earmark-unused',
  severity: 'information',
  summary: 'A duty comes with money, and is not paid from it.',
  why: 'Money that is sent along with a duty is easily swallowed by the general budget. When the service is then poor, the state says that it has paid, and the municipality that it had too little.',
  grounding: [
    { cite: osce('3.4.2'), finding: 'Local authorities did not always spend the national money for anti-discrimination services on those services.' },
  ],
  gathered: 'fulfil a duty without being paid from the money that comes with it',
  good: [
    'actor state "State" { type government }\nfund grant "Settlement grant" { from state }\nmandate house "House refugees" { from state; to local; funding grant }\nresponsibility homes "House refugees" { fulfils house; budget 2370 EUR per person from grant }',
    '# The plan may keep it under a name of its own.\nactor state "State" { type government }\nfund grant "Settlement grant" { from state }\nfund ours "Money from the state" { from state }\nmandate house "House refugees" { from state; to local; funding grant }\nresponsibility homes "House refugees" { fulfils house; budget 2370 EUR per person from ours }',
    '# Where no costs are written at all, that is the finding.\nactor state "State" { type government }\nfund grant "Settlement grant" { from state }\nmandate house "House refugees" { from state; to local; funding grant }\nresponsibility homes "House refugees" { fulfils house }',
  ],
  bad: [
    'actor state "State" { type government }\nfund grant "Settlement grant" { from state }\nfund own "General budget"\nmandate house "House refugees" { from state; to local; funding grant }\nresponsibility homes "House refugees" { fulfils house; budget 2370 EUR per person from own }\n               ^^^^^ Responsibility "House refugees" fulfils "House refugees" and is not paid from the money that comes with it: fund "Settlement grant".',
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      // What could not be read may name the money.
      if (!task.has('budget') || task.all('budget').some(({ broken }) => broken === true)) continue;
      const paying = new Set(plan.findAll(task.refs('budget')));
      for (const ref of task.refs('fulfils')) {
        const mandate = plan.resolve(ref.name);
        if (mandate?.declaration.kind !== 'mandate') continue;
        const grants = mandate.scope.findAll(mandate.declaration.refs('funding' as never)).filter((one) => one.kind === 'fund');
        const [grant] = grants;
        if (grant === undefined || grants.some((one) => paying.has(one))) continue;
        // The plan may keep the money of the same payer under a name of its own.
        const payers = new Set(grants.flatMap((one) => mandate.scope.findAll(one.refs('from' as never))));
        if ([...paying].some((fund) => plan.findAll(fund.refs('from' as never)).some((payer) => payers.has(payer)))) continue;
        report({
          at: task,
          message: say`${Called(task)} fulfils "${mandate.declaration.title}" and is not paid from the money that comes with it: fund "${grant.title}".`,
          instead: say`Say how much of it is spent here: budget … from ${grant.id}.`,
          related: [{ at: mandate.declaration, message: say`The duty and its money stand here.` }],
        });
      }
    }
  },
});
