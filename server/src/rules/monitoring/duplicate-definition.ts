import type { DataSource } from '../../language/forms.ts';
import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import type { Indicator } from './_figures.ts';

export default rule({
  id: 'monitoring/duplicate-definition',
  severity: 'warning',
  summary: 'Two indicators are the same, or one title stands for two definitions.',
  why: 'Two names for one figure are kept up twice and drift apart; one name for two figures lets two levels of government argue for years about a difference that is only in the counting.',
  grounding: [
    {
      cite: osce('3.4.5'),
      finding: 'Many monitors with their own ways of counting grew up on the different levels of one country, only loosely tied together.',
    },
    {
      cite: 'DHIS2 documentation, metadata integrity checks',
      finding: 'Indicators that are calculated in exactly the same way are reported as duplicates.',
    },
  ],
  good: [
    'indicator women "Employment of women" { unit percent; definition "Women aged 20 to 64 in work, of all women of that age" }\nindicator men "Employment of men" { unit percent; definition "Men aged 20 to 64 in work, of all men of that age" }',
    '# The same thing as a number and as a share is two figures.\nindicator number "In work" { unit persons; definition "Refugees in paid work" }\nindicator share "In work, share" { unit percent; definition "Refugees in paid work" }',
  ],
  bad: [
    'indicator a "Employment" { unit percent; numerator "Refugees in paid work"; denominator "Refugees aged 20 to 64" }\nindicator b "Job rate" { unit percent; numerator "refugees in paid work"; denominator "Refugees aged 20 to 64." }\n          ^ Indicator "Job rate" is calculated like "Employment".',
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 to 2028 }\nindicator work "Employment rate" { unit percent; definition "In work for one hour a week or more" }\n--- town/plan.iplan\nplan town "Town" { level local; under state; period 2025 to 2028 }\nindicator jobs "Employment rate" { unit percent; definition "In work for twenty hours a week or more" }\n          ^^^^ Indicator "Employment rate" is defined otherwise in plan "State".',
  ],
  check(plan, report) {
    const bySame = new Map<string, Indicator>();
    const byTitle = new Map<string, readonly [Indicator, Declaration | undefined]>();
    for (const above of [...plan.ancestors, ...plan.frameworks]) {
      for (const indicator of above.of('indicator'))
        if (definitionOf(indicator) !== '' && !byTitle.has(plain(indicator.title))) byTitle.set(plain(indicator.title), [indicator, above.head]);
    }
    for (const indicator of plan.of('indicator')) {
      const keys = keysOf(indicator);
      const like = keys.map((key) => bySame.get(key)).find((other) => other !== undefined);
      if (like !== undefined) {
        report({
          at: indicator,
          message: say`${Called(indicator)} is calculated like "${like.title}".`,
          instead: say`Keep one of them, or say in what they differ.`,
          related: [{ at: like, message: say`The other: ${called(like)}.` }],
        });
      }
      for (const key of keys) if (!bySame.has(key)) bySame.set(key, indicator);
      const [other, home] = byTitle.get(plain(indicator.title)) ?? [];
      const own = definitionOf(indicator);
      if (other !== undefined && own !== '' && definitionOf(other) !== own) {
        report({
          at: indicator,
          message:
            home === undefined
              ? say`${Called(indicator)} is defined otherwise a second time in this plan.`
              : say`${Called(indicator)} is defined otherwise in ${called(home)}.`,
          instead: say`Count as the other does, or give it another title.`,
          related: [{ at: other, message: say`The other definition.` }],
        });
      } else if (other === undefined && own !== '') byTitle.set(plain(indicator.title), [indicator, undefined]);
    }
  },
});

const plain = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[\s.;,:]+/g, ' ')
        .trim()
    : '';
const definitionOf = (indicator: Indicator): string => plain(indicator.one('definition')?.value);

/** Whatever, said twice, means the same figure twice. */
function keysOf(indicator: Indicator): readonly string[] {
  const [above, below] = [plain(indicator.one('numerator')?.value), plain(indicator.one('denominator')?.value)];
  const definition = definitionOf(indicator);
  const eurostat = indicator
    .all('source')
    .map((fact) => fact.value as DataSource | undefined)
    .find((source) => source?.kind === 'eurostat' && source.filter !== undefined);
  const rest = [plain(indicator.one('unit')?.value), plain(indicator.one('concept')?.value), JSON.stringify(indicator.one('at')?.value ?? '')];
  return [
    ...(above !== '' && below !== '' ? [['fraction', above, below]] : definition !== '' ? [['definition', definition]] : []),
    ...(eurostat === undefined ? [] : [['eurostat', plain(eurostat.text), plain(eurostat.filter)]]),
  ].map((key) => JSON.stringify([...key, ...rest]));
}
