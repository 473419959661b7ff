import type { Fact } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';

/** What may not differ, and how it is said. Texts may: a plan says a definition in its own words, for its own place. */
const FIXED = {
  unit: (theirs: string, ours: string) => say`counts in ${ours}, where the other counts in ${theirs}`,
  concept: (theirs: string, ours: string) => say`tells people apart by ${ours}, where the other goes by ${theirs}`,
  direction: (theirs: string, ours: string) => say`wants to ${ours}, where the other wants to ${theirs}`,
} as const;

export default rule({
  id: 'monitoring/defined-otherwise',
  severity: 'warning',
  summary: 'An indicator says otherwise than the one that it is defined by.',
  why: 'A town takes a figure from a library or from its state so that the two can be set side by side. As soon as it counts by citizenship where the other counts by country of birth, the same name stands for two figures, and every comparison is a mistake that nobody sees.',
  grounding: [
    {
      cite: 'Eurostat, migrant integration indicators',
      finding: 'The same rates are published for citizens of other countries and for people born abroad, as two series with a comparison each.',
    },
    {
      cite: 'DHIS2 documentation, metadata integrity checks',
      finding: 'One name for things that are calculated differently is reported as a fault of the configuration.',
    },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028 }\nindicator work "Residents in work" { defined by library.work; definition "Residents of the town in paid work"; baseline 48% on 2024 }\n--- library.iplan\nframework library "Library" {\n  indicator work "Employment rate" { unit percent; concept country-of-birth; direction increase }\n}',
    '# What is only watched may get a direction from the plan that aims at it.\nplan town "Town" { level local; period 2025 to 2028 }\nindicator arrivals "Arrivals" { defined by library.arrivals; direction increase }\n--- library.iplan\nframework library "Library" {\n  indicator arrivals "Arrivals" { unit persons }\n}',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\nindicator work "Residents in work" {\n  defined by library.work\n  unit persons\n  ^^^^^^^^^^^^ Indicator "Residents in work" counts in persons, where the other counts in percent.\n  concept citizenship\n  ^^^^^^^^^^^^^^^^^^^ Indicator "Residents in work" tells people apart by citizenship, where the other goes by country-of-birth.\n}\n--- library.iplan\nframework library "Library" {\n  indicator work "Employment rate" { unit percent; concept country-of-birth; direction increase }\n}',
  ],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) {
      const [model] = plan.findAll(indicator.refs('defined by'));
      if (!model?.is('indicator')) continue;
      for (const [word, says] of Object.entries(FIXED)) {
        const [ours, theirs] = [indicator, model].map((one) => one.facts.find((fact) => fact.word === word)) as (Fact<string> | undefined)[];
        if (ours?.value === undefined || theirs?.value === undefined || ours.value === theirs.value) continue;
        report({
          at: ours,
          about: indicator,
          message: `${Called(indicator)} ${says(theirs.value, ours.value)}.`,
          instead: say`Leave the line out, so that it is as the other says; or leave out "defined by", and count in another way.`,
          related: [{ at: theirs, message: say`What ${called(model)} says.` }],
        });
      }
    }
  },
});
