// The rules that IATI 2.03 has for what we write: the order of elements in its schema, and its published ruleset.
import assert from 'node:assert/strict';
import { all, type Element, words } from './read.ts';

/** Elements in the order of the schema; `!` must be there, `*` may stand several times. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  'iati-activities': ['iati-activity!*'],
  'iati-activity': [
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
  result: ['title!', 'description', 'indicator!*'],
  indicator: ['title!', 'description', 'baseline*', 'period*'],
  baseline: ['dimension*', 'comment'],
  period: ['period-start!', 'period-end!', 'target*', 'actual*'],
  target: ['dimension*', 'comment'],
  actual: ['dimension*', 'comment'],
  title: ['narrative!*'],
  description: ['narrative!*'],
  comment: ['narrative!*'],
  'reporting-org': ['narrative!*'],
  'participating-org': ['narrative!*'],
};
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'iati-activities': ['version', 'generated-datetime'],
  'iati-activity': ['xml:lang', 'default-currency', 'last-updated-datetime'],
  'reporting-org': ['ref', 'type'],
  'participating-org': ['ref', 'type', 'role'],
  description: ['type'],
  'activity-status': ['code'],
  'activity-date': ['iso-date', 'type'],
  'recipient-country': ['code'],
  sector: ['vocabulary', 'code'],
  result: ['type'],
  indicator: ['measure', 'ascending'],
  baseline: ['year', 'iso-date', 'value'],
  target: ['value'],
  actual: ['value'],
  dimension: ['name', 'value'],
  'period-start': ['iso-date'],
  'period-end': ['iso-date'],
};
/** What an element may not be without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'iati-activities': ['version'],
  'reporting-org': ['ref', 'type'],
  'participating-org': ['role'],
  'activity-status': ['code'],
  'activity-date': ['iso-date', 'type'],
  'recipient-country': ['code'],
  sector: ['code'],
  result: ['type'],
  indicator: ['measure'],
  baseline: ['year'],
  'period-start': ['iso-date'],
  'period-end': ['iso-date'],
};
const CODES: Readonly<Record<string, RegExp>> = {
  'result type': /^[1239]$/,
  'indicator measure': /^[12345]$/,
  'indicator ascending': /^[01]$/,
  'activity-status code': /^[1-6]$/,
  'activity-date type': /^[1-4]$/,
  'reporting-org type': /^1[01]$/,
  'participating-org type': /^1[01]$/,
  'sector vocabulary': /^1$/,
  'participating-org role': /^[1-4]$/,
  'description type': /^[1-4]$/,
  'sector code': /^\d{5}$/,
  'iati-activity default-currency': /^[A-Z]{3}$/,
  'iati-activities version': /^2\.03$/,
  'baseline year': /^\d{4}$/,
  'recipient-country code': /^[A-Z]{2}$/,
  'iati-activity xml:lang': /^[a-z]{2}$/,
};

export function followsIati(root: Element, today: string): void {
  assert.equal(root.name, 'iati-activities');
  inOrder(root);
  for (const identifier of all(root, 'iati-identifier')) assert.match(words(identifier), /^[^\s/&|?]+$/u, '1.3.13');
  const [activity] = root.children as [Element];
  assert.ok(words(activity.children[0] as Element).startsWith(`${all(root, 'reporting-org')[0]?.attributes['ref']}-`), '1.1.21');
  assert.ok((activity.attributes['last-updated-datetime'] as string).slice(0, 10) <= today, '11.1.1');
  const dates = new Map(all(root, 'activity-date').map((date) => [date.attributes['type'], date.attributes['iso-date'] as string]));
  if (dates.has('1') && dates.has('3')) assert.ok((dates.get('1') as string) <= (dates.get('3') as string), '11.1.2');
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

function inOrder(element: Element): void {
  const order = ORDER[element.name] ?? [];
  const names = order.map((entry) => entry.replace(/[!*]/g, ''));
  let last = 0;
  for (const child of element.children) {
    const at = names.indexOf(child.name);
    if (element.name !== 'narrative') assert.ok(at >= last, `${child.name} does not stand there in ${element.name}`);
    last = at;
  }
  for (const entry of order) {
    const name = entry.replace(/[!*]/g, '');
    const count = element.children.filter((child) => child.name === name).length;
    if (entry.includes('!')) assert.ok(count >= 1, `${element.name} has no ${name}`);
    if (!entry.includes('*')) assert.ok(count <= 1, `${element.name} has ${count} ${name}`);
  }
  for (const name of REQUIRED[element.name] ?? []) assert.ok(element.attributes[name] !== undefined, `${element.name} needs ${name}`);
  for (const [name, value] of Object.entries(element.attributes)) {
    assert.ok(ATTRIBUTES[element.name]?.includes(name), `${element.name} has no attribute ${name}`);
    assert.match(value, CODES[`${element.name} ${name}`] ?? /./su, `${element.name} ${name}`);
    if (/date$/.test(name)) assert.match(value, /^\d{4}-\d\d-\d\d$/);
  }
  if (element.name === 'narrative') assert.notEqual(element.text.trim(), '', '4.3.1');
  for (const child of element.children) inOrder(child);
}
