import { addMonths } from '../../language/dates.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { endOf, when } from '../funding/_time.ts';
import { Called, called, rule } from '../rule.ts';
import { penninx, wholeComm } from '../sources.ts';
import { lastAgreement, soleProvider } from './_partners.ts';

export default rule({
  id: 'partners/sole-provider-without-successor',
  severity: 'warning',
  summary: 'One partner alone provides a service, and its agreement ends before the service does.',
  why: 'A course or a service that one organisation gives on a contract is gone with the contract. The people in it do not start again elsewhere by themselves; they wait, and some do not come back. Who takes over belongs in the plan before the tender is decided.',
  grounding: [
    {
      cite: wholeComm('4.1.4'),
      finding: 'The local language school lost the tender that it would have needed to go on with the courses of civic integration.',
    },
    {
      cite: penninx('2.3'),
      finding: 'When courses had to be put out to tender, fruitful coalitions of municipalities and regional centres of education came to nothing.',
    },
  ],
  gathered: 'rest on one partner whose agreement ends',
  options: { months: { default: 12, doc: 'For a service without an end: how many months ahead an agreement must reach.' } },
  good: [
    `measure courses "Courses" { accountable town; responsible school; hands over to college when "the contract ends" }
actor town "Town" { type municipality }
partner college "College" { type adult-education }
partner school "Language school" {
  type school
  agreement "Contract" { kind tender; period 2024 to 2026 }
}`,
    `# Two share the work: one can carry on.
measure courses "Courses" { accountable town; responsible school, college }
actor town "Town" { type municipality }
partner college "College" { type adult-education }
partner school "Language school" {
  type school
  agreement "Contract" { kind tender; period 2024 to 2026 }
}`,
    `# The contract holds as long as the courses.
measure courses "Courses" { accountable town; responsible school; period 2025 to 2026 }
actor town "Town" { type municipality }
partner school "Language school" {
  type school
  agreement "Contract" { kind tender; period 2024 to 2026 }
}`,
    `# today: 2026-03-01
# It has ended: the rule on agreements that have ended speaks.
measure courses "Courses" { accountable town; responsible school; period 2024 to 2027 }
actor town "Town" { type municipality }
partner school "Language school" {
  type school
  agreement "Contract" { kind contract; period 2024 to 2025 }
}`,
  ],
  bad: [
    `measure courses "Courses" { accountable town; responsible school }
        ^^^^^^^ Measure "Courses" rests on partner "Language school" alone, whose agreement ends in 2026, and nobody is named to follow.
actor town "Town" { type municipality }
partner school "Language school" {
  type school
  agreement "Contract" { kind tender; period 2024 to 2026 }
}`,
  ],
  check(plan, report, { today, options }) {
    const ahead = addMonths(today, Number(options.months));
    for (const task of openTasks(plan)) {
      const provider = soleProvider(task, plan);
      const last = provider === undefined ? undefined : lastAgreement(provider, plan);
      if (provider === undefined || last === undefined || last.end < today || last.end >= (endOf(task, plan) ?? ahead)) continue;
      report({
        at: task,
        message: say`${Called(task)} rests on ${called(provider)} alone, whose agreement ends ${when(last.end)}, and nobody is named to follow.`,
        instead: say`Say who takes over with "hands over to", or how the agreement is renewed with "renewal".`,
        related: [{ at: last.agreement, message: say`This is the agreement.` }],
      });
    }
  },
});
