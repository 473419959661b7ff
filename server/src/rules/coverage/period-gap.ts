import type { Period } from '../../language/dates.ts';
import { sectorTable } from '../../model/coverage.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { isOver } from './_plan.ts';

/** Nobody plans longer; a mistyped year must not make the rule count centuries. */
const MOST_YEARS = 60;

export default rule({
  id: 'coverage/period-gap',
  severity: 'information',
  absence: true,
  summary: 'In a year of the plan a sector has no measure.',
  why: 'A year without anything is usually not meant: a project ends, and what comes next was not written down. The people who arrive in that year fall into the gap.',
  grounding: [{ cite: nordic('chapter on Finland'), finding: 'Good projects had to stop when their money ended, and nothing was ready to follow.' }],
  gathered: 'have years without a measure',
  good: [
    'sector work "Work" {\n  measure cafe "Job café" { period 2025 to 2028 }\n}',
    '# A measure without a period of its own runs as long as the plan.\nsector work "Work" {\n  measure cafe "Job café"\n  measure fair "Job fair" { period 2026 }\n}',
    '# One after the other.\nsector work "Work" {\n  measure cafe "Job café" { period 2025 to 2026 }\n  measure fair "Job fair" { period from 2027 }\n}',
    '# A standing duty carries the sector through.\nsector work "Work" {\n  responsibility advise "Advise those who look for work"\n  measure fair "Job fair" { period 2026 }\n}',
  ],
  bad: ['sector work "Work" {\n       ^^^^ Sector "Work" has no measure in 2027 and 2028.\n  measure cafe "Job café" { period 2025 to 2026 }\n}'],
  check(plan, report) {
    const whole = plan.plan?.one('period')?.value;
    if (isOver(plan) || whole?.from === undefined || whole.to === undefined) return;
    const { from, to } = spanOf(whole, plan);
    const extended = plan.plan?.one('extended to')?.value?.to.end;
    const years = yearsOf(from as string, extended !== undefined && extended > (to as string) ? extended : (to as string));
    if (years.length > MOST_YEARS) return;
    for (const row of sectorTable(plan).values()) {
      if (row.measures.length === 0 || row.responsibilities.length > 0) continue;
      const periods = row.measures.map((measure) => measure.one('period')?.value);
      if (periods.includes(undefined)) continue;
      const spans = periods.map((period) => spanOf(period as Period, plan));
      const empty = years.filter(({ start, end }) => !spans.some((span) => (span.from ?? start) <= end && (span.to ?? end) >= start));
      if (empty.length === 0) continue;
      report({
        at: row.sector,
        message: say`${Called(row.sector)} has no measure in ${listed(empty.map(({ name }) => name))}.`,
        instead: say`Say what happens then, or that a measure goes on.`,
      });
    }
  },
});

const spanOf = (period: Period, plan: Scope): { from?: string; to?: string } => ({
  ...(period.from && { from: daysOf(period.from, plan).start }),
  ...(period.to && { to: daysOf(period.to, plan).end }),
});

/** The calendar years from one day to another; the first and the last may be cut short. */
function yearsOf(from: string, to: string): readonly { name: string; start: string; end: string }[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: Math.max(0, Math.min(last - first, MOST_YEARS) + 1) }, (_, i) => {
    const name = String(first + i);
    return { name, start: i === 0 ? from : `${name}-01-01`, end: first + i === last ? to : `${name}-12-31` };
  });
}
