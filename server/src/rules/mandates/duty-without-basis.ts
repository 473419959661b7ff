import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'mandates/duty-without-basis',
  severity: 'information',
  absence: true,
  summary: 'One level binds another, and nothing says by what right.',
  why: 'A duty that rests on a law or on an agreement can be looked up, argued about and changed. One that rests on nothing but a sentence in a plan is a wish with the word "must" in it, and is treated like one.',
  grounding: [{ cite: osce('3.2'), finding: 'Levels that govern well together come to agreements, and do not impose their solutions on each other.' }],
  gathered: 'bind another level without saying by what right',
  good: [
    'actor state "State" { type government }\nmandate house "House refugees" { from state; to local; force must; basis "Housing Act 2014" }',
    '# A statute is itself the basis.\nplan act "Housing Act" { kind statute; level national; period from 2014 }\nactor state "State" { type government }\nmandate house "House refugees" { from state; to local; force must }',
    '# What is only asked for needs no law.\nactor state "State" { type government }\nmandate invite "Invite residents" { from state; to local; force should }',
  ],
  bad: [
    'actor state "State" { type government }\nmandate house "House refugees" { from state; to local; force must }\n        ^^^^^ Mandate "House refugees" binds another level and does not say on what law or agreement it rests.',
  ],
  check(plan, report) {
    if (plan.planKind === 'statute' || plan.planKind === 'pact' || isOver(plan)) return;
    for (const mandate of plan.of('mandate')) {
      if (mandate.one('force')?.value !== 'must' || mandate.has('basis', 'source')) continue;
      const tbd = mandate.one('basis')?.tbd;
      report({
        at: mandate,
        message: say`${Called(mandate)} binds another level and does not say on what law or agreement it rests.`,
        instead: say`Name it with "basis", or write force should.`,
        ...(tbd === undefined ? { fix: addStatement(mandate, `basis "${say`TODO: the law or decision`}"`) } : { tbd }),
      });
    }
  },
});
