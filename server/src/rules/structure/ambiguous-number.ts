import { say } from '../../text/say.ts';
import { type Fix, replace } from '../mend.ts';
import { rule } from '../rule.ts';
import { type Doubtful, doubtfulIn } from './_numbers.ts';

export default rule({
  id: 'structure/ambiguous-number',
  severity: 'error',
  summary: 'A number may mean a thousand times what is read.',
  why: 'In much of Europe a point groups thousands: 690.000 is six hundred and ninety thousand. In iplan, as in most data, it begins the decimals, so the same words are read as 690. Money has two decimals and people have none, so three digits behind a point are hardly ever meant as decimals there; every sum and share that rests on the amount is wrong by a thousand.',
  grounding: [
    {
      cite: 'BIPM 2019, The International System of Units, 9th edition, section 5.4.4',
      finding:
        'Long numbers are grouped in threes by a thin space. Neither a point nor a comma stands between the groups, since each marks the decimals somewhere.',
    },
  ],
  good: [
    'measure cafe "Job café" { budget 690000 EUR; output 12.5 hours }',
    'measure cafe "Job café" { budget 690_000 EUR }\nfund grant "Grant" { amount 2.375 million EUR in 2026; amount 690.25 EUR in 2027 }',
    'group women "Women" { size 320000 persons on 2024-12-31 }\nindicator rate "Rate" { unit deaths per 1000; value 5.125 on 2024 }',
  ],
  bad: [
    'measure cafe "Job café" {\n  budget 690.000 EUR\n         ^^^^^^^ "690.000" is read as 690 EUR.\n}',
    'fund grant "Grant" {\n  amount 1.200.000 EUR\n         ^^^^^^^^^ "1.200.000" is no number.\n}',
    'group women "Women" {\n  size 320.000 persons on 2024-12-31\n       ^^^^^^^ "320.000" is read as 320 persons.\n}',
  ],
  checkChunk(chunk, report) {
    for (const doubtful of doubtfulIn(chunk)) {
      const { node, token, unit } = doubtful;
      const read = Number(token.image);
      const said = `${read}${unit === '' ? '' : ` ${unit}`}`;
      report({
        at: { node, span: token },
        message: Number.isNaN(read) ? say`"${token.image}" is no number.` : say`"${token.image}" is read as ${said}.`,
        instead: say`A point begins the decimals. Write thousands without it: ${whole(doubtful)}.`,
        fix: fixes(doubtful),
      });
    }
  },
});

const withUnit = (number: string, { unit }: Doubtful): string => (unit === '' ? number : `${number} ${unit}`);
const whole = (doubtful: Doubtful): string => withUnit(doubtful.token.image.replaceAll('.', ''), doubtful);

/** Both that it can mean, neither of which is safe; of people there are no decimals. */
function fixes(doubtful: Doubtful): readonly Fix[] {
  const { node, token, of } = doubtful;
  const { image } = token;
  const thousands = replace(node, token, image.replaceAll('.', ''), say`Write ${whole(doubtful)}`);
  if (of === 'people' || Number.isNaN(Number(image))) return [thousands];
  // Two decimals say the same where the third is none; otherwise a fourth does.
  const decimals = image.endsWith('0') ? image.slice(0, -1) : `${image}0`;
  return [thousands, replace(node, token, decimals, say`Write ${withUnit(decimals, doubtful)}`)];
}
