import type { DataSource } from '../../language/forms.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import type { Indicator } from './_figures.ts';

export default rule({
  id: 'monitoring/concept-mixed',
  severity: 'warning',
  summary: 'Figures that tell people apart by citizenship are mixed with figures by birthplace or origin.',
  why: 'Foreign citizens, people born abroad and people of foreign origin are three different groups: whoever is naturalised leaves the first and stays in the others. Compared with one another, their rates move apart without anything having changed for anybody.',
  grounding: [
    {
      cite: 'Eurostat, migrant integration indicators',
      finding: 'Integration indicators are published for citizens of other countries and for people born abroad separately, each beside its own comparison.',
    },
  ],
  good: [
    'indicator employment "Employment of foreign-born" { unit percent; concept country-of-birth; source eurostat "lfsa_ergacob" "c_birth=NEU27_2020_FOR&sex=T"; compared with natives }\nindicator natives "Employment of native-born" { unit percent; concept country-of-birth }',
    'target jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent }',
  ],
  bad: [
    'indicator employment "Employment of foreign citizens" {\n  unit percent\n  concept citizenship\n  compared with natives\n                ^^^^^^^ Indicator "Employment of foreign citizens" goes by citizenship, "Employment of native-born" by country-of-birth.\n}\nindicator natives "Employment of native-born" { unit percent; concept country-of-birth }',
    'indicator employment "Employment of foreign citizens" {\n  unit percent\n  concept citizenship\n  source eurostat "lfsa_ergacob" "c_birth=NEU27_2020_FOR&sex=T"\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Indicator "Employment of foreign citizens" goes by citizenship, but its Eurostat data go by country-of-birth.\n}',
    'target jobs "More in work" {\n  measured by employment, wages\n                          ^^^^^ Target "More in work" is measured by citizenship with "Employment", and by country-of-birth with "Wages".\n  at least 60% by 2028\n}\nindicator employment "Employment" { unit percent; concept citizenship }\nindicator wages "Wages" { unit percent; concept country-of-birth }',
  ],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) {
      const concept = indicator.one('concept');
      if (concept?.value === undefined) continue;
      for (const fact of indicator.all('source')) {
        const data = conceptOfEurostat(fact.value as DataSource | undefined);
        if (data === undefined || data === concept.value) continue;
        report({
          at: fact,
          about: indicator,
          message: say`${Called(indicator)} goes by ${concept.value}, but its Eurostat data go by ${data}.`,
          instead: say`Choose the data set by ${concept.value}, or write "concept ${data}".`,
          related: [{ at: concept, message: say`What ${called(indicator)} says of itself.` }],
        });
      }
      for (const fact of indicator.all('compared with')) {
        for (const ref of fact.refs) {
          const other = plan.find(ref);
          const theirs = other?.is('indicator') ? (other as Indicator).one('concept') : undefined;
          if (other === undefined || theirs?.value === undefined || theirs.value === concept.value) continue;
          report({
            at: { ref, in: fact },
            about: indicator,
            message: say`${Called(indicator)} goes by ${concept.value}, "${other.title}" by ${theirs.value}.`,
            instead: say`Compare figures that tell people apart in the same way.`,
            related: [{ at: theirs, message: say`What ${called(other)} says of itself.` }],
          });
        }
      }
    }
    for (const target of plan.of('target')) {
      let first: Indicator | undefined;
      for (const fact of target.all('measured by')) {
        for (const ref of fact.refs) {
          const indicator = plan.find(ref) as Indicator | undefined;
          const concept = indicator?.kind === 'indicator' ? indicator.one('concept')?.value : undefined;
          if (indicator === undefined || concept === undefined) continue;
          const before = first?.one('concept')?.value;
          if (first === undefined) first = indicator;
          else if (before !== concept)
            report({
              at: { ref, in: fact },
              about: target,
              message: say`${Called(target)} is measured by ${before} with "${first.title}", and by ${concept} with "${indicator.title}".`,
              instead: say`Measure it by indicators that tell people apart in the same way.`,
            });
        }
      }
    }
  },
});

/** What a Eurostat filter tells people apart by. */
function conceptOfEurostat(source: DataSource | undefined): 'citizenship' | 'country-of-birth' | undefined {
  if (source?.kind !== 'eurostat' || source.filter === undefined) return undefined;
  if (/(?:^|&)c_birth=/.test(source.filter)) return 'country-of-birth';
  return /(?:^|&)citizen=/.test(source.filter) ? 'citizenship' : undefined;
}
