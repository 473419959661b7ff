// What people write in letters and spreadsheets, as the language has it: quotation marks of Word, 31.12.2027, 61,5 %, 690 000 EUR,
// €690000, 690 000 kr, 690 000,-, 2025–2028, Q4 2027.

const QUOTED = /[“”„‟«»]([^“”„‟«»"]*)[“”‟«»]/g;
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD' };
/** Numbers as they are grouped by spaces, narrow ones among them. */
const GROUPED = /(?<![\w.,-])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)/g;
const DOTTED = /(?<![\w.,-])\d{1,3}(?:\.\d{3})+(?=,\d|\s+[A-Z]{3}\b)/g;

/** Day first, unless only the other way round it is a date. */
function isoDate(all: string, first: string, second: string, year: string): string {
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  return Number(month) > 12 || Number(day) > 31 ? all : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A stretch of a line that is no text in quotes. */
const outsideTexts = (part: string): string =>
  part
    .replace(/(?<![\w.,/-])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\w/-])/g, isoDate)
    .replace(/\bQ([1-4])[ /-](\d{4})\b/g, '$2-Q$1')
    .replace(/\b(\d{4})\s?[–—-]\s?(\d{4})\b/g, '$1 to $2')
    .replace(GROUPED, (number) => number.replace(/\D/g, ''))
    .replace(DOTTED, (number) => number.replaceAll('.', ''))
    .replace(/(?<![\w.-])(\d+),(\d+)(?=\s*%|\s|$)/g, '$1.$2')
    .replace(/([€£$])\s?(\d[\d.]*)/g, (_, sign: string, number: string) => `${number} ${SIGNS[sign]}`)
    .replace(/(\d)\s?([€£$])/g, (_, digit: string, sign: string) => `${digit} ${SIGNS[sign]}`)
    // Crowns are those of the plan, as is every amount without a currency.
    .replace(/(?<![\p{L}\d.-])kr\.?\s?(?=\d)/giu, '')
    .replace(/(?<=\d),[-–—](?=\s|$)/g, '')
    .replace(/(?<=\d|\b(?:thousand|million|billion))\s?(?:kr|kroner|kronor)\b\.?/gi, '')
    .replace(/(\d)\s+%/g, '$1%')
    .replace(/\bend of (?=\d{4}\b)/g, '');

/** A line as it was probably meant. Of plain words there is nothing to tell. */
export const asMeant = (line: string): string => (/^[a-z\s_-]*$/i.test(line) ? line : inFull(line));

const inFull = (line: string): string =>
  line
    .replace(QUOTED, (_, text: string) => `"${text.trim()}"`)
    .split(/("(?:\\.|[^"\\])*"|#.*)/)
    .map((part, i) => (i % 2 === 0 ? outsideTexts(part) : part))
    .join('');
