import { CURRENCIES } from '../../language/currencies.ts';
import { say } from '../../text/say.ts';
import { folded, type Language } from '../../words/languages.ts';
import { dateOf } from './dates.ts';
import { DIGITS, figureOf } from './numbers.ts';
import { type Around, isShort, type Reading } from './reading.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: 'USD',
  '₺': 'TRY',
  '₴': 'UAH',
  zł: 'PLN',
  kč: 'CZK',
  euro: 'EUR',
  euros: 'EUR',
  euroa: 'EUR',
  kroner: 'kr',
  kronor: 'kr',
  kr: 'kr',
  fr: 'CHF',
  'fr.': 'CHF',
};
/** The crowns of a country, by the language of its tables. */
const CROWNS: Partial<Record<Language, string>> = { no: 'NOK', sv: 'SEK', da: 'DKK' };

const SCALES: readonly (readonly [scale: string, word: RegExp])[] = [
  ['thousand', /^(?:thousand|k|tusen|tusind|tuhat|tuhatta|duizend|tausend|tsd\.?|mille|t(?=kr|eur|nok|sek|dkk))$/],
  ['million', /^(?:millions?|mill\.?|m|mn|mio\.?|mln\.?|milj\.?|miljoner|miljon|millioner|miljoonaa?|miljoen|millionen?|m(?=nkr|kr)|mn)$/],
  ['billion', /^(?:billions?|bn|mrd\.?|milliarder?|miljarder?|miljardia?|miljard|milliarden?|milliards?)$/],
];
const PER: readonly (readonly [unit: string, word: RegExp])[] = [
  ['year', /^(?:year|annum|a|yearly|annually|år|året|årlig|årligt|vuosi|vuodessa|jaar|jaarlijks|jahr|jährlich|an|année|par an|annuel)$/],
  ['month', /^(?:month|måned|månad|kuukausi|kuukaudessa|kk|maand|monat|mois|monthly|monatlich|månedlig)$/],
  ['person', /^(?:person|persons|head|capita|henkilö|hlö|persoon|personne|deltaker|deltagare|participant|teilnehmer(?:in)?)$/],
  ['household', /^(?:household|husstand|husholdning|hushåll|kotitalous|huishouden|haushalt|ménage)$/],
];
const ABOUT = /^(?:about|approx\.?(?:imately)?|ca\.?|circa|c\.|rund|etwa|omkring|ungefär|cirka|noin|n\.|ongeveer|environ|around|~|≈|om lag)(?!\p{L})\s*/u;
const MOST =
  /^(?:up to|max\.?(?:imum)?|at most|inntil|maks\.?|opp til|upp till|högst|op til|højst|enintään|tot|maximaal|bis zu|höchstens|maximal|jusqu'à|au plus|≤)(?!\p{L})\s*/u;
const LEAST = /^(?:at least|min\.?(?:imum)?|minst|mindst|vähintään|minstens|ten minste|mindestens|au moins|≥)(?!\p{L})\s*/u;

const PIECE = new RegExp(
  String.raw`^(?<before>[a-z]{3}|kr\.?|[€£$₺₴]|fr\.?|t(?:kr|eur|nok|sek|dkk|€))?\s*(?<digits>${DIGITS})(?:,-+|\.-|:-)?\s*(?<rest>.*)$`,
  'u',
);

/** `1 200 000 kr`, `€ 20,000 per year`, `1,2 Mio. € jährlich`, `200 tkr`, `100 000 (2025); 200 000 (2026)`: a budget each. */
export function moneyOf(text: string, around: Around): Reading | undefined {
  const whole = amountOf(text, around);
  if (whole !== undefined) return { says: [`budget ${whole.written}`], guessed: whole.guessed };
  const pieces = text.split(/[;\n\r]|,\s/).filter((piece) => piece.trim() !== '');
  if (pieces.length < 2) return undefined;
  const all = pieces.map((piece) => amountOf(piece, around));
  if (!all.every((one) => one !== undefined && / in \d{4}/.test(one.written))) return undefined;
  return { says: all.map((one) => `budget ${one?.written}`), guessed: all.find((one) => one?.guessed !== undefined)?.guessed };
}

/** Budgets below a heading that says what they are counted in: its scale is said of figures that stand alone. */
export function budgetsOf(text: string, around: Around, scale: ReturnType<typeof scaleIn>): Reading | undefined {
  const read = moneyOf(text, around);
  if (read === undefined || scale === undefined || !/^[\d\s.,'’]+$/.test(text)) return read;
  return { ...read, says: read.says.map((one) => one.replace(/^(budget \S+)/, `$1 ${scale}`)) };
}

export function amountOf(text: string, { language, currency }: Around): { written: string; guessed?: string | undefined } | undefined {
  if (!isShort(text)) return undefined;
  let plain = folded(text.replace(/^[\s–—-]+/, '')).replace(/\s+/g, ' ');
  let year: string | undefined;
  const dated = /^(.*\S)\s*\((?:in |i |im |en |vuonna )?(\d{4})\)$|^(?:in |i |im |en )?(\d{4})\s*:\s*(.+)$/.exec(plain);
  if (dated !== null) {
    plain = (dated[1] ?? dated[4]) as string;
    year = dateOf((dated[2] ?? dated[3]) as string, language)?.date;
  }
  let bound = '';
  for (const [word, pattern] of [
    ['about', ABOUT],
    ['at most', MOST],
    ['at least', LEAST],
  ] as const) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    bound = word;
    plain = plain.slice(match[0].length);
    break;
  }
  const match = PIECE.exec(plain);
  if (match?.groups === undefined) return undefined;
  const { before, digits, rest } = match.groups as { before?: string; digits: string; rest: string };
  const figure = figureOf(digits, language);
  if (figure === undefined) return undefined;
  const [scaled, tail] = leading(rest, (word) => SCALES.find(([, pattern]) => pattern.test(word))?.[0]);
  const [behind, end] =
    before === undefined
      ? leading(tail, (word) => (/^t?kr\.?$/.test(word) || codeOf(word, language, currency) !== undefined ? word : undefined))
      : [undefined, tail];
  const thousands = /^t(kr|eur|nok|sek|dkk|€)$/.exec(behind ?? before ?? '');
  const scale = thousands === null ? scaled : 'thousand';
  const sign = thousands?.[1] ?? behind ?? before;
  const code = sign === undefined ? currency : codeOf(sign, language, currency);
  if (sign !== undefined && code === undefined && !/^kr\.?$/.test(sign)) return undefined;
  const per = perOf(end);
  if (per === undefined) return undefined;
  // A mark before three digits groups them: nobody plans with tenths of a crown.
  const number = figure.doubtful ? digits.replace(/[.,]/g, '') : figure.written;
  const words = [bound, scale !== undefined && figure.doubtful ? figure.written : number, scale, code, per, year && `in ${year}`];
  const guessed =
    sign !== undefined && /^kr\.?$/.test(sign) && code === undefined ? say`"${sign}" names no country: the currency of the plan is meant.` : undefined;
  return { written: words.filter((word) => word !== undefined && word !== '').join(' '), guessed };
}

/** The first word of what follows the digits, where it means something, and what follows that. */
function leading(rest: string, means: (word: string) => string | undefined): readonly [meant: string | undefined, rest: string] {
  const word = /^(?:\p{L}+\.?|[€£$₺₴])(?:,-+)?/u.exec(rest)?.[0] ?? '';
  const meant = word === '' ? undefined : means(word.replace(/,-+$/, ''));
  return meant === undefined ? [undefined, rest] : [meant, rest.slice(word.length).trim()];
}

function codeOf(sign: string, language: Language, currency: string | undefined): string | undefined {
  const plain = sign.replace(/\.$/, '');
  const code = SIGNS[plain] ?? plain.toUpperCase();
  if (code === 'kr') return currency ?? CROWNS[language];
  return CURRENCIES.has(code) ? code : undefined;
}

/** What the amount is paid per; nothing where other words follow. */
function perOf(rest: string): string | undefined {
  const plain = rest.replace(/^[\s,]+|[\s,.]+$/g, '');
  if (plain === '') return '';
  const units = plain
    .split(/\s*(?:\bper\b|\bpro\b|\bpar\b|\/|\bp\.)\s*|\s+(?=(?:per|pro|par)\b)/)
    .filter((word) => word !== undefined && word !== '')
    .map((word) => PER.find(([, pattern]) => pattern.test(word.trim()))?.[0]);
  return units.every((unit) => unit !== undefined) ? units.map((unit) => `per ${unit}`).join(' ') : undefined;
}

/** The currency that a heading names: `Budget (NOK)`, `Kosten in €`, `Budsjett i 1000 kr`. */
export function currencyIn(heading: string, language: Language): string | undefined {
  const code = heading.match(/\b[A-Z]{3}\b/g)?.find((word) => CURRENCIES.has(word));
  if (code !== undefined) return code;
  const sign = /[€£₺₴]|\bkr\b|\bkč\b|\bzł\b|\beuro\b/iu.exec(heading)?.[0].toLowerCase();
  return sign === undefined ? undefined : codeOf(sign, language, undefined);
}

/** `(1000 kr)`, `in T€`, `i tusen kroner`: what the figures below a heading are counted in. */
export const scaleIn = (heading: string): 'thousand' | 'million' | undefined => {
  const plain = folded(heading);
  if (/\bt€|\btkr\b|\bteur\b|\b1[ .,]?000\s?(?:kr|eur|€|nok|sek|dkk)|\btusen|\btusind|\btausend|\bthousand|\btuhat|\bduizend|milliers/.test(plain))
    return 'thousand';
  return /\bmill?\.?\s?(?:kr|eur|€|nok)|\bmio\b|\bmeur\b|\bmillion|miljoon|miljoen|miljon/.test(plain) ? 'million' : undefined;
};
