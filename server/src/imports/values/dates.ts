import { parseDate } from '../../language/dates.ts';
import { say } from '../../text/say.ts';
import type { Language } from '../../words/languages.ts';
import { folded } from '../../words/languages.ts';
import { BY, BY_AFTER, END, FIRST, FROM, FROM_AFTER, HALF, MIDDLE, MONTHS, ONGOING, QUARTER, TO, UNITS, WITHIN } from '../../words/times.ts';
import { isShort, type Reading } from './reading.ts';

/** A date as the language writes it; the first and the last day of half a year are two. */
interface Read {
  readonly date: string;
  readonly from?: string;
  readonly guessed?: string | undefined;
}

const pad = (n: number | string): string => String(n).padStart(2, '0');

/** `31.12.2027`, `Q4 2026`, `desember 2027`, `31/12/2027`: a date of the languages, or nothing where it could be two. */
export function dateOf(text: string, language: Language): Read | undefined {
  if (!isShort(text)) return undefined;
  const plain = folded(text).replace(/^(?:den|der|le|the|el|i|in|im|en|op|année|år|year|jahr|vuosi|jaar)\s+(?=\S)/, '');
  if (/^\d{4}$/.test(plain)) return checked(plain);
  if (/^\d{4}\/(?:\d{4}|[1-9][3-9]|[2-9]\d)$/.test(plain)) return checked(plain);
  const iso = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(plain);
  if (iso !== null) return checked(`${iso[1]}-${pad(iso[2] as string)}${iso[3] === undefined ? '' : `-${pad(iso[3])}`}`);
  if (/^\d{4}-q[1-4]$/.test(plain)) return checked(plain.toUpperCase());
  return numeric(plain, language) ?? named(plain) ?? partOfYear(plain);
}

const checked = (date: string, guessed?: string): Read | undefined => (parseDate(date) === undefined ? undefined : { date, guessed });

function numeric(plain: string, language: Language): Read | undefined {
  const month = /^(\d{1,2})[./-](\d{4})$/.exec(plain);
  if (month !== null && Number(month[1]) <= 12) return checked(`${month[2]}-${pad(month[1] as string)}`);
  const day = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})$/.exec(plain);
  if (day === null) return undefined;
  const [, first, mark, second, written] = day as unknown as [string, string, string, string, string];
  const year = written.length === 2 ? `20${written}` : written;
  const guessed = written.length === 2 ? say`The year "${written}" is read as ${year}.` : undefined;
  const [a, b] = [Number(first), Number(second)];
  // Points stand between day and month everywhere. With other marks English turns them around in some countries.
  if (mark === '.' || language !== 'en' || a > 12 || a === b) return checked(`${year}-${pad(b)}-${pad(a)}`, guessed);
  return b > 12 ? checked(`${year}-${pad(a)}-${pad(b)}`, guessed) : undefined;
}

const monthOf = (word: string): number => MONTHS.findIndex((pattern) => pattern.test(word.replace(/\.$/, ''))) + 1;

function named(plain: string): Read | undefined {
  const words = plain
    .replace(/,/g, ' ')
    .split(/[\s/]+|(?<=\p{L})[-.](?=\d)/u)
    .filter((word) => word !== '' && word !== 'of' && word !== 'de');
  const month = words.findIndex((word) => monthOf(word) > 0);
  const year = words.findIndex((word) => /^\d{4}$/.test(word));
  const short = year < 0 && words.length === 2 && month === 0 && /^'?\d{2}$/.test(words[1] as string) ? `20${(words[1] as string).slice(-2)}` : undefined;
  if (month < 0 || (year < 0 && short === undefined)) return undefined;
  const date = short ?? (words[year] as string);
  const rest = words.filter((_, i) => i !== month && i !== (short === undefined ? year : 1));
  const number = pad(monthOf(words[month] as string));
  const guessed = short === undefined ? undefined : say`"${plain}" is read as a month of the year ${short}.`;
  if (rest.length === 0) return checked(`${date}-${number}`, guessed);
  const day = rest.length === 1 ? /^(\d{1,2})(?:\.|st|nd|rd|th|er|e|:?[ae])?$/.exec(rest[0] as string) : null;
  return day === null ? undefined : checked(`${date}-${number}-${pad(day[1] as string)}`);
}

/** Quarters, halves and the middle of a year. */
function partOfYear(plain: string): Read | undefined {
  const middle = MIDDLE.exec(plain);
  if (middle !== null) {
    const year = plain.slice(middle[0].length).trim();
    return /^\d{4}$/.test(year) ? checked(`${year}-06`, say`"${plain}" is read as June ${year}.`) : undefined;
  }
  const words = plain
    .replace(/(?<=^|[\s/-])([qkth])\.?\s?([1-4])(?=$|[\s/-])/, '$1 $2 ')
    .split(/[\s/-]+/)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => word !== '' && !/^(?:of|in|i|av|af|van|de|du|des|im|vuoden|året|the)$/.test(word));
  if (words.length < 2 || words.length > 3) return undefined;
  const year = words.find((word) => /^\d{4}$/.test(word));
  const others = words.filter((word) => word !== year);
  const nth = FIRST.findIndex((pattern) => others.some((word) => pattern.test(word))) + 1;
  if (year === undefined || nth === 0) return undefined;
  const [unit] = others.filter((word) => !(FIRST[nth - 1] as RegExp).test(word));
  if (unit === undefined) return others.length === 1 && /^i{1,3}$|^iv$/.test(others[0] as string) ? checked(`${year}-Q${nth}`) : undefined;
  if (QUARTER.test(unit)) return checked(`${year}-Q${nth}`);
  if (!HALF.test(unit) || nth > 2) return undefined;
  return { date: nth === 1 ? `${year}-06` : `${year}-12`, from: nth === 1 ? `${year}-01` : `${year}-07` };
}

/** When something is due or runs: `innen 31.12.2027`, `2025–2027`, `løpende`, `Q4 2026`, several dates one after the other. */
export function whenOf(text: string, language: Language): Reading | undefined {
  const plain = folded(text);
  if (ONGOING.test(plain)) return { says: ['deadline ongoing'] };
  const within = withinOf(plain);
  if (within !== undefined) return { says: [`deadline within ${within}`] };
  const span = spanOf(plain, language);
  if (span !== undefined) return span;
  const one = dueOf(plain, language);
  if (one !== undefined) return one;
  const several = text.split(/[;\n\r]|,(?!\d)| \/ | og | och | and | und | et | en | ja | & /).filter((piece) => piece.trim() !== '');
  if (several.length < 2) return undefined;
  const all = several.map((piece) => dueOf(folded(piece), language));
  if (!all.every((reading): reading is Reading => reading?.says[0]?.startsWith('deadline') === true)) return undefined;
  return { says: [...new Set(all.flatMap(({ says }) => says))], guessed: all.find(({ guessed }) => guessed !== undefined)?.guessed };
}

/** When something begins. */
export function startOf(text: string, language: Language): string | undefined {
  const plain = folded(text).replace(FROM, '').replace(FROM_AFTER, '');
  const read = dateOf(plain, language);
  return read?.from ?? read?.date;
}

function dueOf(plain: string, language: Language): Reading | undefined {
  const from = FROM.test(plain) || FROM_AFTER.test(plain);
  if (from) {
    const start = startOf(plain, language);
    return start === undefined ? undefined : { says: [`period from ${start}`] };
  }
  const bare = plain.replace(BY, '').replace(END, '').replace(BY_AFTER, '').replace(END, '');
  const read = dateOf(bare, language);
  return read === undefined ? undefined : { says: [`deadline by ${read.date}`], guessed: read.guessed };
}

function spanOf(plain: string, language: Language): Reading | undefined {
  const years = /^(\d{4})\s*[-–—/]\s*(\d{4})$/.exec(plain);
  if (years !== null && Number(years[2]) > Number(years[1])) return { says: [`period ${years[1]} to ${years[2]}`] };
  const short = /^(\d{4})\s*[-–—]\s*(\d{2})$/.exec(plain);
  if (short !== null && Number(short[2]) > 12 && Number(`20${short[2]}`) > Number(short[1])) return { says: [`period ${short[1]} to 20${short[2]}`] };
  const parts = plain.replace(/(?<=\d)\s*[–—]\s*(?=[\d\p{L}])/gu, ' – ').split(TO);
  if (parts.length !== 2) return undefined;
  const [first, last] = parts.map((part) => part.trim()) as [string, string];
  if (first === '' || last === '') return undefined;
  const to = dateOf(last.replace(END, ''), language);
  const year = to === undefined ? undefined : /^\d{4}/.exec(to.date)?.[0];
  // `januar – mars 2026`: the year stands once.
  const bare = first.replace(FROM, '').replace(/^(?:between|mellom|mellan|zwischen|entre|tussen|du|de|from|fra|von|van)\s+/, '');
  const from = dateOf(bare, language) ?? (year === undefined ? undefined : dateOf(`${bare} ${year}`, language));
  if (from === undefined || to === undefined) return undefined;
  const [start, end] = [from.from ?? from.date, to.date];
  if ((parseDate(start)?.start ?? '') > (parseDate(end)?.end ?? '')) return undefined;
  return { says: [`period ${start} to ${end}`], guessed: from.guessed ?? to.guessed };
}

/** `innen 3 måneder`: a span of time. */
function withinOf(plain: string): string | undefined {
  const match = WITHIN.exec(plain);
  const rest = match === null ? null : /^(\d{1,3})\s+(\p{L}+)$/u.exec(plain.slice(match[0].length));
  const unit = rest === null ? undefined : UNITS.find(([, pattern]) => pattern.test(rest[2] as string))?.[0];
  return rest === null || unit === undefined ? undefined : `${Number(rest[1])} ${unit}s`;
}

/** The year, month or day that a heading speaks of: `Baseline (2023)`, `Mål 31.12.2027`. */
export function dateIn(heading: string, language: Language): string | undefined {
  if (!isShort(heading)) return undefined;
  const whole = dateOf(heading, language);
  if (whole !== undefined) return whole.date;
  const found = heading.match(/\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}-\d{2}(?:-\d{2})?|(?:Q[1-4]\s?[/ ]?)?\b(?:19|20)\d{2}\b/gi) ?? [];
  return found.length === 1 ? dateOf(found[0] as string, language)?.date : undefined;
}

/** A day of a spreadsheet, as exact as its cell shows it. */
export function shownDay(date: Date, format: string | undefined): string {
  const day = `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  const marks = (format ?? 'd').toLowerCase().replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/d/.test(marks) || !/[my]/.test(marks)) return day;
  return /m/.test(marks) ? day.slice(0, 7) : day.slice(0, 4);
}
