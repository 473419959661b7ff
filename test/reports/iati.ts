// The rules that IATI 2.03 has for what we write: what its schema asks of each element, and its published ruleset.
import assert from 'node:assert/strict';
import { daysInMonth } from '../../server/src/language/dates.ts';
import { all, type Element, words } from './read.ts';

/** What an attribute may hold: a type of the schema, or the codes of its list. */
type Holds = RegExp | ((value: string) => boolean);

/** What the schema says of an element. */
interface Rule {
  /** Its children in their order; `!` must be there, `*` may stand several times. An element that has none holds no children. */
  readonly holds?: readonly string[];
  /** Whether it holds words; without it there is nothing in it but its children. */
  readonly words?: true;
  /** `!` must be there. */
  readonly attributes?: Readonly<Record<string, Holds>>;
}

const text = /./u;
const date: Holds = (value) => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)?.map(Number) ?? [];
  return year !== undefined && month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
};
const moment: Holds = (value) => date(value.slice(0, 10)) && /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value.slice(10));
const boolean = /^(?:0|1|true|false)$/;
/** Government and local government. */
const organisation = /^1[01]$/;
const narrated: Rule = { holds: ['narrative!*'] };
const point: Rule = { holds: ['dimension*', 'comment'], attributes: { value: text } };

/** Elements by name, and by `parent/name` where the schema asks something else of them there. */
const SCHEMA: Readonly<Record<string, Rule>> = {
  'iati-activities': { holds: ['iati-activity!*'], attributes: { 'version!': /^2\.03$/, 'generated-datetime': moment } },
  'iati-activity': {
    holds: [
      'iati-identifier!',
      'reporting-org!',
      'title!',
      'description!*',
      'participating-org!*',
      'activity-status!',
      'activity-date!*',
      'recipient-country*',
      'sector!*',
      'result*',
    ],
    attributes: { 'xml:lang!': /^[a-z]{2,3}$/, 'default-currency': /^[A-Z]{3}$/, 'last-updated-datetime': moment },
  },
  'iati-identifier': { words: true },
  'reporting-org': { ...narrated, attributes: { 'ref!': text, 'type!': organisation } },
  'participating-org': { ...narrated, attributes: { ref: text, type: organisation, 'role!': /^[1-4]$/ } },
  'iati-activity/description': { ...narrated, attributes: { type: /^[1-4]$/ } },
  'activity-status': { attributes: { 'code!': /^[1-6]$/ } },
  'activity-date': { attributes: { 'iso-date!': date, 'type!': /^[1-4]$/ } },
  'recipient-country': { attributes: { 'code!': /^[A-Z]{2}$/ } },
  sector: { attributes: { vocabulary: /^1$/, 'code!': /^\d{5}$/ } },
  result: { holds: ['title!', 'description', 'indicator!*'], attributes: { 'type!': /^[1239]$/ } },
  indicator: { holds: ['title!', 'description', 'baseline*', 'period*'], attributes: { 'measure!': /^[1-5]$/, ascending: boolean } },
  baseline: { ...point, attributes: { ...point.attributes, 'year!': /^[1-9]\d{3}$/, 'iso-date': date } },
  period: { holds: ['period-start!', 'period-end!', 'target*', 'actual*'] },
  'period-start': { attributes: { 'iso-date!': date } },
  'period-end': { attributes: { 'iso-date!': date } },
  target: point,
  actual: point,
  dimension: { attributes: { name: text, value: text } },
  title: narrated,
  description: narrated,
  comment: narrated,
  narrative: { words: true, attributes: { 'xml:lang': /^[a-z]{2,3}$/ } },
};

export function followsIati(root: Element, today: string): void {
  assert.equal(root.name, 'iati-activities');
  followsSchema(root);
  for (const identifier of all(root, 'iati-identifier')) assert.match(words(identifier), /^[^\s/&|?]+$/u, '1.3.13');
  const [activity] = root.children as [Element];
  assert.ok(words(activity.children[0] as Element).startsWith(`${all(root, 'reporting-org')[0]?.attributes['ref']}-`), '1.1.21');
  assert.ok((activity.attributes['last-updated-datetime'] as string).slice(0, 10) <= today, '11.1.1');
  const dates = new Map(all(root, 'activity-date').map((date) => [date.attributes['type'], date.attributes['iso-date'] as string]));
  assert.ok(dates.has('1') || dates.has('2'), '11.1.4: it says when it starts');
  if (dates.has('1') && dates.has('3')) assert.ok((dates.get('1') as string) <= (dates.get('3') as string), '11.1.2');
  for (const type of ['2', '4']) if (dates.has(type)) assert.ok((dates.get(type) as string) <= today, '11.1.3');
  for (const period of all(root, 'period')) {
    const [start, end] = period.children.map((child) => child.attributes['iso-date'] as string) as [string, string];
    assert.ok(start <= end, `8.6.1: ${start} ${end}`);
  }
  for (const indicator of all(root, 'indicator'))
    for (const name of ['baseline', 'target', 'actual'])
      for (const { attributes } of all(indicator, name)) {
        if (indicator.attributes['measure'] === '5') assert.equal(attributes['value'], undefined, `8.8.3 ${name}`);
        else assert.ok(Number.isFinite(Number(attributes['value'] || 'none')), `8.8.1 ${name} ${attributes['value']}`);
      }
}

/** Throws where an element is not as the schema has it there: its children and their order, how many there are, its attributes, its words. */
function followsSchema(element: Element, parent = ''): void {
  const { name } = element;
  const rule = SCHEMA[`${parent}/${name}`] ?? SCHEMA[name];
  assert.ok(rule, `${name} is not known`);
  const order = (rule.holds ?? []).map((entry) => ({ name: entry.replace(/[!*]/g, ''), must: entry.includes('!'), many: entry.includes('*') }));
  let last = 0;
  for (const child of element.children) {
    const at = order.findIndex((one) => one.name === child.name);
    assert.ok(at >= last, `${child.name} does not stand there in ${name}`);
    last = at;
  }
  for (const one of order) {
    const count = element.children.filter((child) => child.name === one.name).length;
    assert.ok(count >= (one.must ? 1 : 0) && (one.many || count <= 1), `${name} has ${count} ${one.name}`);
  }
  if (rule.words !== true) assert.equal(element.text.trim(), '', `${name} holds no words`);
  const holds = new Map(Object.entries(rule.attributes ?? {}).map(([key, value]) => [key.replace('!', ''), { value, must: key.endsWith('!') }]));
  for (const [key, { must }] of holds) assert.ok(!must || element.attributes[key] !== undefined, `${name} needs ${key}`);
  for (const [key, value] of Object.entries(element.attributes)) {
    const allowed = holds.get(key)?.value;
    assert.ok(allowed, `${name} has no attribute ${key}`);
    assert.ok(allowed instanceof RegExp ? allowed.test(value) : allowed(value), `${name} ${key} ${value}`);
  }
  if (name === 'narrative') assert.notEqual(element.text.trim(), '', '4.3.1');
  for (const child of element.children) followsSchema(child, name);
}

/** What the schema of IATI 2.03 objects to, as changes of a report: each was also given to a validator with the published schema. */
export const SPOILED: Readonly<Record<string, readonly [RegExp | string, string]>> = {
  'no version': [' version="2.03"', ''],
  'a moment without a time': [/generated-datetime="([^T]*)T[^"]*"/, 'generated-datetime="$1"'],
  'no identifier': [/<iati-identifier>.*<\/iati-identifier>/, ''],
  'children in an identifier': [/<iati-identifier>(.*)<\/iati-identifier>/, '<iati-identifier><narrative>$1</narrative></iati-identifier>'],
  'nobody who reports': [/<reporting-org.*<\/reporting-org>/, ''],
  'nobody who takes part': [/<participating-org.*<\/participating-org>/, ''],
  'a part without a role': [/ role="2"/, ''],
  'a title without words': [/(<title>)<narrative>.*<\/narrative>/, '$1'],
  'a title in words of its own': [/(<title>)<narrative>(.*)<\/narrative>/, '$1$2'],
  'an element in a narrative': [/(<title><narrative>)(.*)(<\/narrative>)/, '$1<b>$2</b>$3'],
  'a language that is none': ['<title><narrative>', '<title><narrative xml:lang="in Norwegian">'],
  'two titles': [/(<title>.*<\/title>)/, '$1$1'],
  'the description before the title': [/(<title>.*<\/title>)(\s*)(<description.*<\/description>)/, '$3$2$1'],
  'no description': [/<description type.*<\/description>/, ''],
  'two states': [/(<activity-status.*\/>)/, '$1$1'],
  'a date that no month has': [/(<activity-date iso-date=")[^"]*/, '$12025-02-30'],
  'a date in words': [/(<activity-date iso-date=")[^"]*/, '$11 March 2025'],
  'no dates': [/<activity-date.*\/>\s*/g, ''],
  'dates before the state': [/(<activity-status.*\/>)(\s*)(<activity-date.*\/>)/, '$3$2$1'],
  'a country after the field': [/(<recipient-country.*\/>)(\s*)(<sector.*\/>)/, '$3$2$1'],
  'a country without a code': [/<recipient-country code="[^"]*"/, '<recipient-country'],
  'a result without a type': [/<result type="\d"/, '<result'],
  'a result without indicators': [/<indicator[\s\S]*?<\/indicator>(?=\s*<\/result>)/, ''],
  'a kind of description that only the whole has': [/<description>/, '<description type="1">'],
  'an indicator without a measure': [/<indicator measure="\d"/, '<indicator'],
  'neither up nor down': [/ascending="\d"/, 'ascending="up"'],
  'a baseline after the periods': [/(<baseline[\s\S]*?<\/baseline>|<baseline[^>]*\/>)([\s\S]*?)(\s*<\/indicator>)/, '$2$1$3'],
  'a baseline without a year': [/<baseline year="\d+"/, '<baseline'],
  'a year before all years': [/<baseline year="\d+"/, '<baseline year="0"'],
  'a period without an end': [/<period-end.*\/>/, ''],
  'an end before its start': [/(<period-start.*\/>)(\s*)(<period-end.*\/>)/, '$3$2$1'],
  'what is reached before what is wanted': [/(<period-end.*\/>)([\s\S]*?)(<\/period>)/, '$1<actual value="1"/>$2<target value="1"/>$3'],
  'a remark before the dimension': [/(<dimension[^>]*\/>)(\s*)(<comment>.*<\/comment>)/, '$3$2$1'],
  'a remark without words': [/<comment>.*<\/comment>/, '<comment/>'],
  'words between elements': ['<period>', '<period>in this year'],
  'an attribute of no schema': ['<period>', '<period year="2025">'],
  'an element of no schema': ['<period>', '<period><note/>'],
};
