// What RFC 5545 asks of a calendar like ours: its lines, what a component holds and how often, and what a value looks like.
import assert from 'node:assert/strict';
import { daysInMonth } from '../../server/src/language/dates.ts';

interface Component {
  readonly name: string;
  readonly properties: { readonly name: string; readonly parameters: string; readonly value: string }[];
  readonly parts: Component[];
}

type Holds = (value: string) => boolean;

/** A text: what would divide it is marked, and a mark stands only before what needs one. */
const text: Holds = (value) => /^(?:[^\\;,]|\\[\\;,nN])*$/.test(value);
const texts: Holds = (value) => /^(?:[^\\;]|\\[\\;,nN])+$/.test(value);
const one = (...words: readonly string[]): Holds => words.includes.bind(words);
const date: Holds = (value) => {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value)?.map(Number) ?? [];
  return year !== undefined && month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};
const moment: Holds = (value) => date(value.slice(0, 8)) && /^T(?:[01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(value.slice(8));
const offset: Holds = (value) => /^[+-]\d{4}$/.test(value);

/** Properties by component, `!` where one must be there; none stands twice. Those of days say so in a parameter. */
const PROPERTIES: Readonly<Record<string, Readonly<Record<string, Holds>>>> = {
  VCALENDAR: { 'PRODID!': text, 'VERSION!': one('2.0'), CALSCALE: one('GREGORIAN'), 'X-WR-CALNAME': text },
  VEVENT: {
    'UID!': text,
    'DTSTAMP!': (value) => value.endsWith('Z') && moment(value.slice(0, -1)),
    'DTSTART;VALUE=DATE!': date,
    'DTEND;VALUE=DATE': date,
    SUMMARY: text,
    DESCRIPTION: text,
    CATEGORIES: texts,
    TRANSP: one('OPAQUE', 'TRANSPARENT'),
  },
  VTIMEZONE: { 'TZID!': text },
  STANDARD: { 'DTSTART!': moment, 'TZOFFSETFROM!': offset, 'TZOFFSETTO!': offset },
};
const PARTS: Readonly<Record<string, readonly string[]>> = { VCALENDAR: ['VEVENT', 'VTIMEZONE'], VTIMEZONE: ['STANDARD'] };

/** Throws where a calendar is not as RFC 5545 has it. */
export function followsICalendar(written: string): void {
  assert.ok(written.endsWith('\r\n'), 'every line ends');
  assert.doesNotMatch(written.replaceAll('\r\n', ''), /[\u0000-\u0008\u000a-\u001f\u007f]/, 'no other line ends, no control characters');
  for (const line of written.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const calendar = componentOf(
    written
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n')
      .slice(0, -1),
  );
  assert.equal(calendar.name, 'VCALENDAR');
  follows(calendar);
  const uids = calendar.parts.flatMap((part) => part.properties.filter(({ name }) => name === 'UID').map(({ value }) => value));
  assert.equal(new Set(uids).size, uids.length, 'every mark stands once');
}

function componentOf(lines: readonly string[]): Component {
  const open: Component[] = [{ name: '', properties: [], parts: [] }];
  for (const line of lines) {
    const [, name, parameters, value] = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^";:,]+)*):(.*)$/s.exec(line) ?? assert.fail(`${line} says nothing`);
    const inner = open.at(-1) as Component;
    if (name === 'BEGIN') {
      const component = { name: value as string, properties: [], parts: [] };
      inner.parts.push(component);
      open.push(component);
    } else if (name === 'END') assert.equal(open.pop()?.name, value);
    else inner.properties.push({ name: name as string, parameters: parameters as string, value: value as string });
  }
  assert.ok(open.length === 1 && open[0]?.properties.length === 0 && open[0].parts.length === 1, 'one calendar, and it is closed');
  return open[0].parts[0] as Component;
}

function follows({ name, properties, parts }: Component): void {
  const rules = new Map(Object.entries(PROPERTIES[name] ?? {}).map(([key, holds]) => [key.replace('!', ''), { holds, must: key.endsWith('!') }]));
  const found = properties.map((property) => `${property.name}${property.parameters}`);
  for (const [key, { must }] of rules) {
    const count = found.filter((one) => one === key).length;
    assert.ok(count <= 1 && (!must || count === 1), `${name} has ${count} ${key}`);
  }
  for (const [i, property] of properties.entries()) {
    const rule = rules.get(found[i] as string) ?? assert.fail(`${name} has no ${found[i]}`);
    assert.ok(rule.holds(property.value), `${property.name}: ${property.value}`);
  }
  const [start, end] = ['DTSTART', 'DTEND'].map((word) => properties.find((property) => property.name === word)?.value);
  if (start !== undefined && end !== undefined) assert.ok(start < end, `${start} is before ${end}`);
  const allowed = PARTS[name] ?? [];
  assert.ok(parts.length >= (allowed.length === 0 ? 0 : 1), `${name} holds something`);
  for (const part of parts) {
    assert.ok(allowed.includes(part.name), `${part.name} in ${name}`);
    follows(part);
  }
}

/** What RFC 5545 does not take, as changes of a calendar. */
export const SPOILED_CALENDARS: Readonly<Record<string, readonly [RegExp | string, string]>> = {
  'no version': ['VERSION:2.0\r\n', ''],
  'nobody who made it': [/PRODID.*\r\n/, ''],
  'two scales': [/(CALSCALE.*\r\n)/, '$1$1'],
  'nothing in it': [/BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/, ''],
  'an entry that is not closed': ['END:VEVENT\r\n', ''],
  'no mark': [/UID:.*\r\n/, ''],
  'the same mark twice': [/(BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n)/, '$1$1'],
  'no stamp': [/DTSTAMP:.*\r\n/, ''],
  'a stamp of no zone': [/(DTSTAMP:.*)Z/, '$1'],
  'no day': [/DTSTART.*\r\n/, ''],
  'a day that no month has': [/(DTSTART;VALUE=DATE:\d{4})\d{4}/, '$10230'],
  'a day with a time': ['DTSTART;VALUE=DATE:', 'DTSTART:'],
  'an end on its own day': [/(DTSTART;VALUE=DATE:)(\d+)(\r\nDTEND;VALUE=DATE:)\d+/, '$1$2$3$2'],
  'two titles': [/(SUMMARY:.*\r\n)/, '$1$1'],
  'a comma that divides': [/SUMMARY:/, 'SUMMARY:Housing, work '],
  'a mark before nothing': [/SUMMARY:/, 'SUMMARY:\\x'],
  'a long line': [/SUMMARY:/, `SUMMARY:${'a'.repeat(80)}`],
  'a line that ends otherwise': ['\r\nSUMMARY', '\nSUMMARY'],
  'a line that says nothing': ['TRANSP:', 'TRANSPARENT'],
  'neither free nor busy': ['TRANSP:TRANSPARENT', 'TRANSP:FREE'],
};
