import { say } from '../../text/say.ts';
import { placeOf } from '../coverage/_plan.ts';
import { endOf, when } from '../funding/_time.ts';
import { Called, called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { lastAgreement, takingPartIn, theTasks } from './_partners.ts';

export default rule({
  id: 'partners/agreement-ended',
  severity: 'error',
  summary: 'The agreement with a partner has ended, and its task goes on.',
  why: 'An agreement that nobody has renewed still looks like one in the plan. Whoever relies on it finds out on the day of the first dispute, or when the bill is not paid, that there has been none for months.',
  grounding: [
    {
      cite: wholeComm('4.1.4'),
      finding: 'A language school that had given the courses could not go on, since a tender under the new law had gone to others.',
    },
    { cite: nordic('on pop-up activism and mentorship'), finding: 'A project that worked came to its end when its term was over.' },
  ],
  gathered: 'have ended while the work goes on',
  good: [
    `# today: 2026-03-01
measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2025 to 2028 }
}`,
    `# today: 2026-03-01
# It is renewed.
measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2024 to 2025; renewal "Goes on for a year unless one side ends it" }
}`,
    `# today: 2026-03-01
# A new one follows the old.
measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
  type ngo
  agreement first "First years" { period 2023 to 2025 }
  agreement second "Next years" { period 2026 to 2028 }
}`,
    `# today: 2026-03-01
# What it was for is done.
measure cafe "Language café" { lead cross; status completed }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { period 2024 to 2025 }
}`,
  ],
  bad: [
    `# today: 2026-03-01
measure cafe "Language café" { lead cross }
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" {
    period 2024 to 2025
    ^^^^^^^^^^^^^^^^^^^ Agreement "Cooperation" with partner "Red Cross" ended in 2025, and measure "Language café" goes on.
  }
}`,
  ],
  check(plan, report, { today }) {
    const own = new Set(plan.of('agreement'));
    for (const [partner, { tasks, place }] of takingPartIn(plan)) {
      const last = lastAgreement(partner, plan);
      if (last === undefined || last.end >= today) continue;
      const left = tasks.filter((task) => (endOf(task, plan) ?? today) > last.end);
      if (left.length === 0) continue;
      report({
        at: own.has(last.agreement) ? (last.agreement.one('period') ?? last.agreement) : placeOf(place),
        about: last.agreement,
        message:
          left.length === 1
            ? say`${Called(last.agreement)} with ${called(partner)} ended ${when(last.end)}, and ${theTasks(left)} goes on.`
            : say`${Called(last.agreement)} with ${called(partner)} ended ${when(last.end)}, and ${theTasks(left)} go on.`,
        instead: say`Write the agreement that holds now, say how it is renewed with "renewal", or name who does it today.`,
        related: left.slice(0, 5).map((task) => ({ at: task, message: say`This goes on.` })),
      });
    }
  },
});
