import type { DataSource } from '../../language/forms.ts';
import { libraryOf, measuring } from '../../model/measuring.ts';
import type { Scope } from '../../model/scope.ts';
import { say, told } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';
import type { Indicator } from './_figures.ts';

const HEIGHT = ['local', 'regional', 'national', 'eu'];

export default rule({
  id: 'monitoring/only-national-indicators',
  severity: 'warning',
  summary: 'A local or regional plan measures itself by national figures only.',
  why: 'What a municipality does disappears in a national average: the figure rises and falls whatever happens in town. A plan can only answer for figures of its own place, and only those show what worked there.',
  grounding: [
    {
      cite: penninx('2.2'),
      finding: 'Local authorities can answer for their policy only if it is evaluated against local priorities, aims and means.',
    },
    { cite: penninx('1.3'), finding: 'Monitoring is effective when it measures impact at the local level.' },
    {
      cite: osce('3.3'),
      finding: 'International indices of integration policy hold very few indicators of what local policy does.',
    },
  ],
  good: [
    'indicator employment "Employment rate" { unit percent; available at national }\nindicator places "Course places" { unit places; available at local, national }',
    '# Nothing is said about where the data exist.\nindicator employment "Employment rate" { unit percent }',
    'plan state "State plan" { level national; period 2025 to 2028 }\nindicator employment "Employment rate" { unit percent; available at national }',
  ],
  bad: [
    'plan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ The plan is local, but none of its 2 indicators is known below the national level.\nindicator employment "Employment rate" { unit percent; available at national, eu }\nindicator poverty "At risk of poverty" { unit percent; source eurostat "ilc_li32" }',
  ],
  check(plan, report) {
    const own = Math.max(...plan.levels.map((level) => HEIGHT.indexOf(level)));
    if (plan.head === undefined || own < 0 || own > HEIGHT.indexOf('regional')) return;
    const indicators = [...new Set<Indicator>([...plan.of('indicator'), ...plan.of('target').flatMap((target) => measuring(target, plan))])].filter(
      (indicator) => libraryOf(indicator) === undefined,
    );
    if (indicators.length === 0 || indicators.some((indicator) => lowest(indicator, plan) <= own)) return;
    report({
      at: plan.head,
      message:
        indicators.length === 1
          ? say`The plan is ${told(HEIGHT[own] ?? '')}, but its one indicator is not known below the national level.`
          : say`The plan is ${told(HEIGHT[own] ?? '')}, but none of its ${indicators.length} indicators is known below the national level.`,
      instead: say`Add figures of the place itself, or say with "available at ${HEIGHT[own]}" where they exist.`,
      related: indicators.slice(0, 5).map((indicator) => ({
        at: indicator.one('available at') ?? indicator,
        message: say`"${indicator.title}" is a figure of a level above.`,
      })),
    });
  },
});

/** The lowest level for which an indicator's data are known to exist; as long as nothing is said, those of the plan that declares it. */
function lowest(indicator: Indicator, plan: Scope): number {
  const said = indicator.all('available at').flatMap((fact) => fact.value ?? []);
  if (said.length > 0) return Math.min(...said.map((level) => HEIGHT.indexOf(level)));
  if (indicator.all('source').some((fact) => (fact.value as DataSource | undefined)?.kind === 'eurostat')) return HEIGHT.indexOf('national');
  const home = plan.ancestors.find((above) => above.declarations.includes(indicator));
  return home === undefined ? 0 : Math.min(...home.levels.map((level) => HEIGHT.indexOf(level)), HEIGHT.length);
}
