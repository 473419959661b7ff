// Every text that people read, as the keys of the bundles in l10n/: what the sources say with say`…`, and what stands in tables.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLISHERS, SECTORS } from '../../server/src/features/new-plan.ts';
import { LEVEL_NAMES } from '../../server/src/features/plan-tree.ts';
import { capital, NOUN_TEXTS } from '../../server/src/language/nouns.ts';
import { KINDS, kindRow, VOCABULARY } from '../../server/src/language/vocabulary.ts';
import { HEADINGS } from '../../server/src/reports/comparison.ts';
import { COLUMNS } from '../../server/src/reports/html/funding.ts';
import { FORCES } from '../../server/src/reports/html/mandates.ts';
import { SEVERITIES } from '../../server/src/reports/html/parts.ts';
import { VIEWS } from '../../server/src/reports/html/views.ts';
import { ACCEPTED } from '../../server/src/rules/accepting.ts';
import { HELPS } from '../../server/src/rules/coverage/_words.ts';
import { SPOKEN } from '../../server/src/rules/mandates/_duties.ts';
import { WRONG } from '../../server/src/rules/mandates/partial-decentralisation.ts';
import { SEVERITY } from '../../server/src/rules/page.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { LANGUAGES as TONGUES } from '../../server/src/text/languages.ts';
import { keyOf } from '../../server/src/text/say.ts';
import { BAND_TITLES, TIE_WORDS } from '../../server/src/views/actors.ts';
import { BETTER } from '../../server/src/views/indicators.ts';
import { LABELS, SAYS } from '../../server/src/views/overview.ts';
import { LETTERS } from '../../server/src/views/responsibilities.ts';
import { STATES } from '../../server/src/views/standing.ts';
import { HOLDS } from '../../server/src/views/tables/gaps.ts';
import { STANDING } from '../../server/src/views/tables/results.ts';
import { TABLES } from '../../server/src/views/tables.ts';
import { KINDS as LISTED } from '../../server/src/views/text.ts';
import { SAYS as COLUMNS_SAY } from '../../server/src/words/headings.ts';
import { root } from './node.mjs';

export const LANGUAGES = Object.keys(TONGUES);

const ROOMS = ['server/src', 'client/src', 'playground/src'];

/** Every text, in the order in which it is best translated: with what stands beside it. */
export function texts() {
  const found = new Set();
  for (const one of [...fixed(), ...ROOMS.flatMap((room) => spoken(room))]) if (/\p{L}/u.test(one.replace(/\{\d+\}/g, ''))) found.add(one);
  return [...found];
}

function* fixed() {
  yield* Object.values(JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')));
  yield* NOUN_TEXTS;
  for (const kind of KINDS) {
    yield VOCABULARY[kind].doc;
    for (const row of Object.values(kindRow(kind).rows)) yield row.doc;
  }
  yield* EXPECTED;
  yield* words();
  for (const { title, question } of [...VIEWS, ...Object.values(SECTORS)]) yield* [title, question];
  for (const { title, about, columns } of TABLES) {
    yield* [title, about];
    for (const column of Object.values(columns)) yield* [column.title, column.about];
  }
  for (const table of [
    HEADINGS,
    FORCES,
    SEVERITY,
    SPOKEN,
    WRONG,
    BAND_TITLES,
    TIE_WORDS,
    BETTER,
    LABELS,
    LETTERS,
    STATES,
    STANDING,
    HOLDS,
    LEVEL_NAMES,
    COLUMNS_SAY,
  ])
    yield* Object.values(table);
  yield* [...COLUMNS, ...Object.keys(HELPS), ...SAYS.filter((word) => LABELS[word] === undefined).map(capital)];
  for (const [, title] of [...LISTED, ...Object.values(PUBLISHERS)]) yield title;
  for (const { word } of Object.values(SEVERITIES)) yield word;
  yield* Object.values(ACCEPTED);
  for (const rule of RULES) {
    yield rule.summary;
    yield rule.why;
    if (rule.accept !== undefined) yield rule.accept;
    if (rule.gathered !== undefined) yield rule.gathered;
    for (const { finding } of rule.grounding) yield finding;
    for (const { doc } of Object.values(rule.options ?? {})) yield doc;
  }
}

/** What the shapes of the language would take, as they say it. */
const EXPECTED = sources('server/src/language').flatMap((source) => [...source.matchAll(/(?:says: |openWord\(\s*)'([^']+)'/g)].map(([, says]) => says));

/** The words of the language that reports show as people write them: statements, and what they may say. */
function words() {
  const lists = sources('server/src/language').flatMap((source) => [...source.matchAll(/\b(?:word|openWord)\(([^()]*)\)|= \[([^\]]*)\] as const/g)]);
  const values = lists.flatMap(([, called, listed]) => [...(called ?? listed).matchAll(/'([a-z][a-z-]*(?: [a-z]+)*)'/g)].map(([, word]) => word));
  return [...new Set([...KINDS.flatMap((kind) => Object.keys(kindRow(kind).rows)), ...values])].map((word) => word.replaceAll('-', ' '));
}

function spoken(room) {
  return sources(room).flatMap(tagged);
}

function sources(room) {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .sort()
    .map((path) => readFileSync(join(root, room, path), 'utf8'));
}

/** The keys of all templates with the tag `say` in a source, those inside of others among them. */
export function tagged(source) {
  const keys = [];
  for (const { index } of source.matchAll(/(?<![\w.])say`/g)) keys.push(templateAt(source, index + 4).key);
  return keys;
}

/** The template that begins after a backtick: its key, and where it ends. */
function templateAt(source, start) {
  const parts = [''];
  let at = start;
  for (;;) {
    const c = source[at];
    if (c === undefined) throw new Error('A template has no end.');
    if (c === '`') return { key: keyOf(parts), end: at + 1 };
    if (c === '\\') {
      parts[parts.length - 1] += cooked(source[at + 1]);
      at += 2;
    } else if (c === '$' && source[at + 1] === '{') {
      at = afterHole(source, at + 2);
      parts.push('');
    } else {
      parts[parts.length - 1] += c;
      at++;
    }
  }
}

const cooked = (c) => ({ n: '\n', t: '\t' })[c] ?? c;

/** Where a gap of a template ends: braces, texts and templates in it are passed over. */
function afterHole(source, start) {
  let deep = 0;
  for (let at = start; ; at++) {
    const c = source[at];
    if (c === '{') deep++;
    else if (c === '}' && deep-- === 0) return at + 1;
    else if (c === '`') at = templateAt(source, at + 1).end - 1;
    else if (c === "'" || c === '"') {
      for (at++; source[at] !== c; at++) if (source[at] === '\\') at++;
    } else if (c === '/' && /[(,=:[!&|?{;\s]/.test(source[at - 1] ?? '') && source[at + 1] !== '/' && source[at + 1] !== ' ') {
      for (at++; source[at] !== '/'; at++) if (source[at] === '\\') at++;
    }
  }
}
