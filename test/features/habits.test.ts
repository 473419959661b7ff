import assert from 'node:assert/strict';
import { quickFixes } from '../../server/src/features/fixes.ts';
import { asMeant } from '../../server/src/language/habits.ts';
import { edited } from './edited.ts';
import { judged, TODAY } from './judged.ts';

const PLAN = `plan town "Town" { level local; period 2025 to 2028; currency EUR }
actor refugee-office "Refugee office" { type department }
fund grant "Grant" { amount 1 EUR in 2025 }
`;

/** What the first mend makes of a line in a measure, or in an indicator where it is about a figure. */
function mended(line: string, inside = 'measure m "M"'): string | undefined {
  const { workspace, found } = judged({ 'plan.iplan': `${PLAN}${inside} {\n  ${line}\n}\n` });
  const [first] = found('file:///w/plan.iplan')
    .filter(({ range }) => range.start.line === 4)
    .flatMap((one) => quickFixes(workspace, [one], one.range, TODAY))
    .filter(({ title, preferred }) => preferred === true && /^(?:Write it as|Replace by) /.test(title));
  return first && edited(workspace, first.edits())['plan.iplan']?.split('\n')[4]?.trim();
}

describe('habits of letters and spreadsheets', () => {
  const lines: readonly (readonly [string, string, string?])[] = [
    ['about “In the evening”', 'about "In the evening"'],
    ['about „Am Abend“', 'about "Am Abend"'],
    ['about « Le soir »', 'about "Le soir"'],
    ['period 2025–2028', 'period 2025 to 2028'],
    ['period 2025-2028', 'period 2025 to 2028'],
    ['deadline by 31.12.2027', 'deadline by 2027-12-31'],
    ['deadline by 1/2/2027', 'deadline by 2027-02-01'],
    ['deadline by 12/31/2027', 'deadline by 2027-12-31'],
    ['deadline by Q4 2027', 'deadline by 2027-Q4'],
    ['budget 690 000 EUR from grant', 'budget 690000 EUR from grant'],
    ['budget 1.690.000,50 EUR from grant', 'budget 1690000.50 EUR from grant'],
    ['budget €690000 from grant', 'budget 690000 EUR from grant'],
    ['budget 690 000 € from grant', 'budget 690000 EUR from grant'],
    ['baseline 61,5 % on 31.12.2023', 'baseline 61.5% on 2023-12-31', 'indicator i "I"'],
    ['responsible "Refugee office"', 'responsible refugee-office'],
    ['responsible Refugee Office', 'responsible refugee-office'],
  ];
  for (const [line, meant, inside] of lines) it(`mends ${line}`, () => assert.equal(mended(line, inside), meant));

  it('leaves alone what cannot be told, and every text', () => {
    for (const line of ['deadline by 31.31.2027', 'responsible "Somebody else"', 'period soon']) assert.equal(mended(line), undefined, line);
    for (const line of ['  about "On 31.12.2027 – 61,5 % of 690 000 €"', '  number "3.2" # 31.12.2027']) assert.equal(asMeant(line), line);
  });
});
