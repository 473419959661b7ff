import { figuresFor } from '../../model/measuring.ts';
import { baselinesOf, type Observed, valuesOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import { type Indicator, standsAt } from './_figures.ts';

export default rule({
  id: 'monitoring/reference-years-differ',
  severity: 'information',
  summary: 'Figures that are compared with one another are from different years.',
  why: 'Between two years lies a crisis, a law or a new way of counting. Newcomers of 2019 beside residents of 2024 show the years as much as the people.',
  grounding: [
    {
      cite: 'Zaragoza indicators 2010, principles of selection',
      finding: 'Indicators of integration are to be comparable over time and between the groups that they set side by side.',
    },
  ],
  gathered: 'are compared with figures of other years',
  good: [
    'indicator employment "Employment of refugees" { unit percent; baseline 48% on 2024-12-31; compared with everybody }\nindicator everybody "Employment of all" { unit percent; value 78% on 2023; value 79% on 2024 }',
    'indicator employment "Employment of refugees" { unit percent; compared with everybody }\nindicator everybody "Employment of all" { unit percent; value 78% on 2023 }',
  ],
  bad: [
    'indicator employment "Employment of refugees" {\n  unit percent\n  baseline 48% on 2024\n  compared with everybody\n                ^^^^^^^^^ Indicator "Employment of refugees" has figures of 2024, "Employment of all" of 2019.\n}\nindicator everybody "Employment of all" { unit percent; value 78% on 2019 }',
    'target jobs "More in work" {\n  measured by employment, wages\n                          ^^^^^ Target "More in work" starts from 2024 with "Employment", and from 2021 with "Wages".\n  at least 60% by 2028\n}\nindicator employment "Employment" { unit percent; baseline 48% on 2024 }\nindicator wages "Wages" { unit percent; baseline 70% on 2021 }',
  ],
  check(plan, report, { today }) {
    for (const indicator of plan.of('indicator')) {
      for (const fact of indicator.all('compared with')) {
        for (const ref of fact.refs) {
          const other = plan.find(ref);
          if (other?.kind !== 'indicator' || other === indicator) continue;
          const [ours, theirs] = [observed(indicator, plan, today), observed(other as Indicator, plan, today)];
          const years = new Set(ours.map(yearOf));
          const [last, their] = [ours.at(-1), theirs.at(-1)];
          // One year in common is enough to set them side by side.
          if (last === undefined || their === undefined || theirs.some((o) => years.has(yearOf(o)))) continue;
          report({
            at: { ref, in: fact },
            about: indicator,
            message: say`${Called(indicator)} has figures of ${yearOf(last)}, "${other.title}" of ${yearOf(their)}.`,
            instead: say`Add a value of the same year to one of them.`,
            related: [{ at: standsAt(their, other as Indicator), message: say`The newest value of ${called(other)}.` }],
          });
        }
      }
    }
    for (const target of plan.of('target')) {
      let first: { readonly title: string; readonly year: string } | undefined;
      for (const fact of target.all('measured by')) {
        for (const ref of fact.refs) {
          const named = plan.find(ref);
          for (const indicator of named === undefined ? [] : figuresFor(named, plan)) {
            const base = baselinesOf(indicator, plan).find((o) => o.on !== undefined);
            if (base === undefined) continue;
            if (first === undefined) first = { title: indicator.title, year: yearOf(base) };
            else if (first.year !== yearOf(base))
              report({
                at: { ref, in: fact },
                about: target,
                message: say`${Called(target)} starts from ${first.year} with "${first.title}", and from ${yearOf(base)} with "${indicator.title}".`,
                instead: say`Give them baselines of the same year.`,
              });
          }
        }
      }
    }
  },
});

const yearOf = (observed: Observed): string => observed.end.slice(0, 4);

/** Everything that was observed, the newest last. */
const observed = (indicator: Indicator, plan: Scope, today: string): readonly Observed[] =>
  [...baselinesOf(indicator, plan), ...valuesOf(indicator, plan)].filter((o) => o.on !== undefined && o.start <= today);
