import { figuresFor, libraryOf } from '../../model/measuring.ts';
import { baselinesOf, valuesOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { promise } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { dated, isCounted, targetsByIndicator, yardsticks } from './_figures.ts';

export default rule({
  id: 'monitoring/indicator-without-baseline',
  severity: 'error',
  absence: true,
  summary: 'An indicator has no baseline, or one without a date.',
  why: 'Whether things got better can only be said by someone who knows how they were. A baseline that is looked up afterwards is easily chosen to fit; one that is written down at the start, with its date, is the point from which the way to the target is drawn.',
  grounding: [
    {
      cite: wholeComm('4.1.3'),
      finding: 'A local plan asked for "an increased percentage" without saying from where, so nobody could tell whether it was reached.',
    },
  ],
  gathered: 'have no baseline',
  good: [
    'indicator employment "Employment rate" { unit percent; baseline 48% on 2023-12-31 }',
    'indicator trust "What residents say of each other" { qualitative yes }',
    '# A monitor tells a series; its beginning is the first value.\nplan monitor "Integration monitor" { kind monitor; level national; period 2024 to 2026 }\nindicator employment "Employment rate" { unit percent; value 48% on 2023; value 49% on 2024 }',
    '# The figures of a library are those that the plan writes down for itself.\nplan town "Town" { level local; period 2025 to 2028 }\ntarget jobs "More in work" { measured by library.work; at least 60% by 2028 }\nindicator work "Employment rate" { defined by library.work; baseline 48% on 2024 }\n--- library.iplan\nframework library "Library" {\n  indicator work "Employment rate" { unit percent }\n}',
    '# A figure that others are compared with is not the plan\'s own.\nindicator employment "Employment of refugees" { unit percent; baseline 48% on 2023; compared with everybody }\nindicator everybody "Employment of all residents" { unit percent; value 79% on 2023 }',
  ],
  bad: [
    'indicator membership "Members of a club" {\n          ^^^^^^^^^^ Indicator "Members of a club" has no baseline.\n  unit percent\n  baseline tbd until 2027-03 "after the survey"\n}',
    'indicator employment "Employment rate" {\n          ^^^^^^^^^^ Indicator "Employment rate" has no baseline.\n  unit percent\n}',
    'indicator employment "Employment rate" {\n  unit percent\n  baseline 48%\n  ^^^^^^^^^^^^ The baseline of indicator "Employment rate" has no date.\n}',
    'plan town "Town" {\n  level local; period 2025 to 2028\n}\ntarget jobs "More in work" {\n  measured by library.work\n              ^^^^^^^^^^^^ Indicator "Employment rate" of "Library" has no baseline in this plan.\n  at least 60% by 2028\n}\n--- library.iplan\nframework library "Library" {\n  indicator work "Employment rate" { unit percent }\n}',
  ],
  check(plan, report, { today }) {
    const others = yardsticks(plan);
    const measured = targetsByIndicator(plan);
    for (const indicator of plan.of('indicator')) {
      if (!isCounted(indicator) || others.has(indicator)) continue;
      for (const { on, fact } of baselinesOf(indicator, plan)) {
        if (on === undefined && fact !== undefined)
          report({
            at: fact,
            about: indicator,
            message: say`The baseline of indicator "${indicator.title}" has no date.`,
            instead: say`Say when it was so: baseline 48% on 2023-12-31.`,
          });
      }
      if (indicator.has('baseline')) continue;
      const first = valuesOf(indicator, plan)[0];
      if (plan.planKind === 'monitor' && first !== undefined && !measured.has(indicator)) continue;
      const tbd = indicator.one('baseline')?.tbd;
      const known = first?.value === undefined || first.on === undefined ? undefined : dated(first, first.value, indicator);
      report({
        at: indicator,
        message: say`${Called(indicator)} has no baseline.`,
        instead:
          known === undefined && tbd?.until !== undefined
            ? say`It is promised until ${tbd.until.text}: write it as soon as it is known.`
            : known === undefined
              ? say`Write how it was at the start: baseline 48% on 2023-12-31, or "baseline tbd until" and a date.`
              : say`Write how it was at the start with "baseline"; its first value, ${known}, may be it.`,
        ...(tbd ? { tbd } : { fix: promise(indicator, 'baseline', today) }),
      });
    }
    for (const target of plan.of('target')) {
      for (const fact of target.all('measured by')) {
        for (const ref of fact.refs) {
          const named = plan.find(ref);
          const library = named && libraryOf(named);
          if (named === undefined || library === undefined || !figuresFor(named, plan).some((one) => one === named && isCounted(one))) continue;
          report({
            at: { ref, in: fact },
            about: target,
            message: say`${Called(named)} of "${library.title}" has no baseline in this plan.`,
            instead: say`Declare an indicator of the plan with "defined by ${library.id}.${named.id}" and a baseline, an owner and values of its own.`,
            related: [{ at: named, message: say`What the library says of it.` }],
          });
        }
      }
    }
  },
});
