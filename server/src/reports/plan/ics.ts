import { addDays, type Day } from '../../language/dates.ts';
import { say } from '../../text/say.ts';
import type { Row } from '../../views/table.ts';
import { dates } from '../../views/tables.ts';
import { icalText } from '../escape.ts';
import type { Dossier } from './format.ts';

/** Octets of a line, its end not counted. */
const WIDTH = 75;

/** A calendar holds something; one without dates says in which time it would. */
const NOTHING = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** iCalendar (RFC 5545): an entry of a whole day for every deadline, step, review and end. */
export function ics(dossier: Dossier): string {
  const { scope, version } = dossier;
  const events = dates.rows(dossier).flatMap((row) => event(row, dossier));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//iplan//iplan ${version}//EN`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${icalText(scope.title)}`,
    ...(events.length === 0 ? NOTHING : events),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function event({ cells }: Row, { scope, today }: Dossier): string[] {
  const said = [cells['note'], cells['who'] && say`Who: ${cells['who']}`, cells['sector'] && say`Sector: ${cells['sector']}`].filter(
    (line) => line !== undefined && line !== '',
  );
  return [
    'BEGIN:VEVENT',
    `UID:${uid(String(cells['key']), scope.id, scope.plan?.one('territory')?.value?.code)}`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(cells['day'] as Day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(cells['day'] as Day, 1))}`,
    `SUMMARY:${icalText(String(cells['title']))}`,
    ...(said.length === 0 ? [] : [`DESCRIPTION:${said.map((line) => icalText(String(line))).join('\\n')}`]),
    `CATEGORIES:${icalText(String(cells['what']))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** The same thing has the same mark in the next version of the plan, also when its day has changed. */
const uid = (key: string, plan: string, territory: string | undefined): string => {
  const marked = (part: string) => encodeURIComponent(part.toWellFormed()).replace(/'/g, '%27');
  return `${marked(key)}@${[plan, territory, 'iplan'].flatMap((part) => (part === undefined || part === '' ? [] : [marked(part)])).join('.')}`;
};

/** How many octets a character has in UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

const compact = (day: Day): string => day.replaceAll('-', '');

/** Long lines go on in the next, which begins with a space; no character is cut in two. */
function folded(line: string): string {
  const out: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > WIDTH) {
      out.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...out, piece].join('\r\n');
}
