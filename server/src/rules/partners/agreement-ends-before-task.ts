import { say } from '../../text/say.ts';
import { placeOf } from '../coverage/_plan.ts';
import { endOf, until, when } from '../funding/_time.ts';
import { Called, called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { lastAgreement, soleProvider, takingPartIn } from './_partners.ts';

export default rule({
  id: 'partners/agreement-ends-before-task',
  severity: 'warning',
  summary: 'The agreement with a partner ends before what it does in the plan.',
  why: 'For the last part of its time the task has a partner only on paper. Talks on the next agreement take months, and a partner that does not know whether it will be needed lets its people go in time.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'After a change at the head of an organisation its cooperation with the others did not simply go on.' },
    { cite: nordic('chapter on Norway'), finding: 'Organisations depend on projects of short duration, which limits what they can keep up.' },
  ],
  gathered: 'end before what they are for',
  good: [
    `measure cafe "Language café" { accountable office; responsible office, cross; period 2025 to 2026 }
actor office "Office" { type department }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2025 to 2026 }
}`,
    `# How it is renewed is said.
measure cafe "Language café" { accountable office; responsible office, cross }
actor office "Office" { type department }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2025 to 2026; renewal "Talks begin a year before the end" }
}`,
    `# Somebody takes over.
measure cafe "Language café" { accountable office; responsible office, cross; hands over to library when "the agreement ends" }
actor office "Office" { type department }
actor library "Library" { type library }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2025 to 2026 }
}`,
    `# A plan without an end, and a duty that goes on.
plan a "A" { level local; period from 2025 }
responsibility advice "Advice" { accountable office; responsible office, cross }
actor office "Office" { type department }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2025 to 2027 }
}`,
  ],
  bad: [
    `measure cafe "Language café" { accountable office; responsible office, cross }
actor office "Office" { type department }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" {
    period 2025 to 2026
    ^^^^^^^^^^^^^^^^^^^ Agreement "Cooperation" with partner "Red Cross" ends in 2026, but measure "Language café" runs to 2028.
  }
}`,
  ],
  check(plan, report, { today }) {
    const own = new Set(plan.of('agreement'));
    for (const [partner, { tasks, place }] of takingPartIn(plan)) {
      const last = lastAgreement(partner, plan);
      if (last === undefined || last.end < today) continue;
      // Where nobody else does it, the rule on sole providers speaks.
      const late = tasks.filter((task) => (endOf(task, plan) ?? '') > last.end && !task.has('hands over to') && soleProvider(task, plan) !== partner);
      const [first] = late;
      if (first === undefined) continue;
      report({
        at: own.has(last.agreement) ? (last.agreement.one('period') ?? last.agreement) : placeOf(place),
        about: last.agreement,
        message: say`${Called(last.agreement)} with ${called(partner)} ends ${when(last.end)}, but ${called(first)} runs to ${until(endOf(first, plan) as string)}.`,
        instead: say`Say how it is renewed with "renewal", who takes over with "hands over to", or end the task with it.`,
        related: late.slice(0, 5).map((task) => ({ at: task, message: say`This runs longer.` })),
      });
    }
  },
});
