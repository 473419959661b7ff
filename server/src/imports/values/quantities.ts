import { say } from '../../text/say.ts';
import { folded, type Language } from '../../words/languages.ts';
import { dateOf } from './dates.ts';
import { DIGITS, figureOf } from './numbers.ts';
import { isShort } from './reading.ts';

/** A value of an indicator as a cell says it. */
export interface Measured {
  /** `71%`, `320`, `5 points`. */
  readonly written: string;
  /** What is counted: `percent`, or the word behind the number. */
  readonly unit?: string | undefined;
  readonly on?: string | undefined;
  readonly form?: 'at least' | 'at most' | 'below' | 'above' | 'increase by' | 'decrease by' | undefined;
  readonly guessed?: string | undefined;
}

const FORMS: readonly (readonly [form: NonNullable<Measured['form']>, word: RegExp])[] = [
  ['at least', /^(?:at least|min\.?(?:imum)?|minimum|minst|mindst|vähintään|minstens|ten minste|mindestens|au moins|≥|>=)(?!\p{L})\s*/u],
  ['at most', /^(?:at most|no more than|max\.?(?:imum)?|maks\.?|høyst|högst|højst|enintään|hoogstens|maximaal|höchstens|maximal|au plus|≤|<=)(?!\p{L})\s*/u],
  ['above', /^(?:above|more than|over|mer enn|mer än|mere end|yli|meer dan|mehr als|über|plus de|>)(?!\p{L})\s*/u],
  ['below', /^(?:below|less than|under|færre enn|mindre enn|mindre än|mindre end|alle|minder dan|weniger als|unter|moins de|<)(?!\p{L})\s*/u],
  [
    'increase by',
    /^(?:increase (?:by|of)|økning på|øke med|öka med|ökning med|stigning på|kasvu|toename van|steigerung um|erhöhung um|augmentation de)(?!\p{L})\s*/u,
  ],
  [
    'decrease by',
    /^(?:decrease (?:by|of)|reduction of|reduksjon på|redusere med|minska med|minskning med|fald på|reduktion på|vähennys|daling van|afname van|senkung um|reduzierung um|diminution de|réduction de)(?!\p{L})\s*/u,
  ],
];

const PERCENT = /^(?:%|percent|per cent|prosent|procent|prosenttia|prosentti|prozent|pour ?cent|pst\.?|pct\.?|proc\.?|v\.h\.)$/;
const POINTS =
  /^(?:points?|percentage points?|p\.?p\.?|prosentpoeng|procentenheter|procentpoint|prosenttiyksikköä|procentpunten?|prozentpunkte?|points? de pourcentage|%-?points?)$/;
const VALUE = new RegExp(String.raw`^(?<digits>-?(?:${DIGITS}))\s*(?<unit>%|\p{L}[\p{L}.\s-]{0,40})?$`, 'u');

/** `71,5 %`, `minst 90 prosent innen 2028`, `320 personer (2024)`: a value, what it counts, when and in which form. */
export function measuredOf(text: string, language: Language): Measured | undefined {
  if (!isShort(text)) return undefined;
  let plain = folded(text.replace(/^\s*[–—-]\s+/, '').replace(/^\s*([≥≤<>+−-])/, '$1'));
  if (/^\s*[−–-]\d/.test(text)) plain = `-${plain}`;
  let on: string | undefined;
  const dated =
    /^(.*?\S)\s*(?:\((?:in |i |im |en |per |pr\.? |vuonna |by |innen |bis )?([^()]+)\)|(?:,|\s)\s*(?:in|i|im|en|by|innen|senest|senast|bis|vuonna|d'ici|tegen|inden|on|per|pr\.?|am|den)\s+(\d[^()]*|q\d[^()]*))$/.exec(
      plain,
    );
  const date = dated === null ? undefined : dateOf((dated[2] ?? dated[3]) as string, language);
  if (dated !== null && date !== undefined) {
    plain = dated[1] as string;
    on = date.date;
  }
  const form = FORMS.find(([, word]) => word.test(plain));
  const match = VALUE.exec((form === undefined ? plain : plain.replace(form[1], '')).trim());
  if (match?.groups === undefined) return undefined;
  const { digits, unit: words } = match.groups as { digits: string; unit?: string };
  const figure = figureOf(digits, language);
  if (figure === undefined) return undefined;
  const unit = words?.trim();
  const guessed = figure.doubtful ? say`"${digits}" is read as ${figure.written}.` : date?.guessed;
  const said = { on, form: form?.[0], guessed };
  if (unit === undefined) return { written: figure.written, ...said };
  if (PERCENT.test(unit)) return { written: `${figure.written}%`, unit: 'percent', ...said };
  if (POINTS.test(unit)) return { written: `${figure.written} points`, unit: 'percent', ...said };
  return /^\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?$/u.test(unit) ? { written: figure.written, unit, ...said } : undefined;
}
