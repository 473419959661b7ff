import { Called, listed, rule } from '../rule.ts';
import { nordic } from '../sources.ts';

export default rule({
  id: 'coverage/period-gap',
  severity: 'information',
  summary: 'A year of the plan has no measure in a sector.',
  why: 'A year without anything is usually not meant: a project ends, and the next was not written down. The people of that year fall into the gap.',
  grounding: [{ cite: nordic('on projects'), finding: 'Projects ended and left nothing behind until the next began.' }],
  gathered: 'have years without a measure',
  good: [
    `sector work "Work" {
  measure cafe "Café" { period 2025 to 2028 }
}`,
    `sector work "Work" {
  measure cafe "Café" { status ongoing }
}`,
  ],
  bad: [
    `sector work "Work" {
       ^^^^ Sector "Work" has no measure in 2027 and 2028.
  measure cafe "Café" { period 2025 to 2026 }
}`,
  ],
  check(plan, report) {
    const period = plan.plan?.one('period')?.value;
    const [first, last] = [Number(period?.from?.start.slice(0, 4)), Number(period?.to?.end.slice(0, 4))];
    if (!Number.isFinite(first) || !Number.isFinite(last) || last - first > 60) return;
    for (const sector of plan.of('sector')) {
      const tasks = sector.childrenOf('measure');
      // A measure without a period of its own runs as long as the plan, and so does a standing duty.
      if (tasks.length === 0 || sector.childrenOf('responsibility').length > 0 || tasks.some((measure) => measure.one('period')?.value === undefined)) continue;
      const empty: string[] = [];
      for (let year = first; year <= last; year++) {
        const runs = tasks.some(
          (measure) =>
            (measure.one('period')?.value?.from?.start ?? '0000') <= `${year}-12-31` && (measure.one('period')?.value?.to?.end ?? '9999') >= `${year}-01-01`,
        );
        if (!runs) empty.push(String(year));
      }
      if (empty.length > 0)
        report({ at: sector, message: `${Called(sector)} has no measure in ${listed(empty)}.`, instead: 'Say what happens then, or that the measures go on.' });
    }
  },
});
