// Two hundred texts that mean something to some reader, in every text of a plan: whatever the format, they stay text.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { compare, type Version } from '../server/src/compare/compare.ts';
import { comparisonMarkdown } from '../server/src/reports/comparison.ts';
import { plain } from '../server/src/reports/escape.ts';
import { FORMATS } from '../server/src/reports/plan/all-formats.ts';
import { csv } from '../server/src/reports/plan/csv.ts';
import { iati } from '../server/src/reports/plan/iati.ts';
import { ics } from '../server/src/reports/plan/ics.ts';
import { json } from '../server/src/reports/plan/json.ts';
import { markdown } from '../server/src/reports/plan/markdown.ts';
import { dates, tablesOf } from '../server/src/views/tables.ts';
import { followsIati } from './reports/iati.ts';
import { all, dossierOf, excelOf, PLAN, readXml, sheetsOf, unzip, wordOf, words } from './reports/read.ts';

const CORES = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://evil.example","x")',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '%0A=1',
  '|calc',
  '=DDE("a";"b";"c")',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '</narrative></title><x/>',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '&e;',
  '&#0;',
  '&amp;',
  '</w:t></w:r>',
  '<w:fldSimple w:instr="DDEAUTO c:\\calc"/>',
  'DDEAUTO',
  '[x](javascript:alert(1))',
  '![x](http://evil.example/x.png)',
  '<http://evil.example>',
  'http://evil.example/',
  'www.evil.example',
  'evil@evil.example',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '```',
  '~~~',
  '| a | b |',
  '---',
  '===',
  '**bold**',
  '_x_',
  '`x`',
  '[^1]',
  '$x$',
  '\\',
  '\\\\',
  '"',
  "'",
  '""',
  ';',
  ',',
  ':',
  '\\n',
  '\\,',
  'END:VEVENT',
  'BEGIN:VALARM',
  'a;ATTACH=b:c',
  '%s%n',
  '#{x}',
  '{{x}}',
  '{=1}',
];
const ODD = [
  '\u0000',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\uffff',
  '\u007f',
  '\t',
  '\u00a0',
  '🧭',
  'é\u0301',
  '_x0000_',
  '_x000D_',
];
/** 200 payloads: the plain ones, the same after blanks, and with odd characters in them. */
const PAYLOADS = [
  ...CORES,
  ...CORES.map((core) => ` \t${core}`),
  ...ODD,
  ...CORES.map((core, i) => `${ODD[i % ODD.length]}${core}${ODD[(i + 7) % ODD.length]}`),
].slice(0, 200);

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** The plan with a payload in every text, and in the lines of its long text. */
function hostile(payload: (slot: number) => string): string {
  let slot = 0;
  return PLAN.replace(/"""[\s\S]*?"""|"[^"\n]*"/g, (text) =>
    text.startsWith('"""') ? `"""\n    ${payload(slot++).replace(/"/g, "'")}\n\n    - ${payload(slot++).replace(/"/g, "'")}\n    """` : quoted(payload(slot++)),
  );
}

describe('reports of a hostile plan', () => {
  it('has two hundred payloads, and a plan that is still one', () => {
    assert.equal(new Set(PAYLOADS).size, 200);
    const clean = dossierOf(PLAN);
    for (const payload of PAYLOADS) {
      const { scope } = dossierOf(hostile(() => payload));
      assert.equal(scope.declarations.length, clean.scope.declarations.length, JSON.stringify(payload));
    }
  });

  it('gets no live cell, broken line or invalid XML out of data', () => {
    for (const payload of PAYLOADS) {
      const dossier = dossierOf(hostile(() => payload));
      const tables = tablesOf(dossier);
      const files = csv(dossier);
      for (const table of tables) {
        const [, ...lines] = parse(files.get(`${table.id}.csv`) as string, { record_delimiter: '\r\n' }) as string[][];
        assert.equal(lines.length, table.rows.length, JSON.stringify(payload));
        for (const line of lines)
          for (const [i, cell] of line.entries()) {
            if (table.columns[i]?.type === 'text') assert.doesNotMatch(cell, /^\s*[=+\-@|%＝＋－＠]/u, JSON.stringify(payload));
            assert.doesNotMatch(cell, /[\u0000-\u001f\u2028\u2029]/);
          }
      }
      JSON.parse(files.get('datapackage.json') as string);
      JSON.parse(json(dossier));
      followsIati(readXml(iati(dossier)), dossier.today);
      const calendar = ics(dossier);
      for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n\u2028]/.test(line));
      const root = new ICAL.Component(ICAL.parse(calendar));
      assert.deepEqual(
        root.getAllSubcomponents().map((one) => one.name),
        dates.rows(dossier).map(() => 'vevent'),
      );
      assert.deepEqual(
        root.getAllSubcomponents().map((one) => one.getFirstPropertyValue('summary')),
        dates.rows(dossier).map((row) => plain(String(row.cells.title))),
      );
    }
  });

  it('gets nothing but words out of Markdown', () => {
    for (const payload of PAYLOADS) {
      const written = markdown(dossierOf(hostile(() => payload)));
      assert.doesNotMatch(written, /[<>]|(?<!\\)\]\(|!\[|(?<!\\):\/\/|\bwww\.|(?<!\\)@|(?<!\\)`|[\u0000-\u0008\u2028]/, JSON.stringify(payload));
      for (const line of written.split('\n')) assert.match(line, /^(?:#{1,3} |- |\||\*\*|\\?[^\s#>~=+|-]|$)/u, JSON.stringify([payload, line]));
      const columns = written
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replaceAll('\\\\', '').replaceAll('\\|', '').split('|').length);
      let wide = 0;
      for (const [i, line] of written
        .split('\n')
        .filter((one) => one.startsWith('|'))
        .entries()) {
        if (/^\| (?:---:?)/.test(line)) wide = columns[i - 1] as number;
        if (wide !== 0 && /^\| (?:---:?)/.test(line)) assert.equal(columns[i], wide);
      }
    }
  });

  it('gets nothing but words out of a comparison', () => {
    const version = ({ workspace, problems }: ReturnType<typeof dossierOf>): Version => ({ workspace, problems: Map.groupBy(problems, ({ uri }) => uri) });
    const clean = version(dossierOf(PLAN));
    for (const payload of PAYLOADS) {
      const written = comparisonMarkdown(compare(clean, version(dossierOf(hostile(() => payload)))), String);
      assert.ok(written.length > 1000, 'much has changed');
      assert.doesNotMatch(written, /[<>]|(?<!\\)\]\(|!\[|(?<!\\):\/\/|\bwww\.|[\u0000-\u0008\u2028]/, JSON.stringify(payload));
      for (const line of written.split('\n')) assert.match(line, /^(?:#{1,4} | *[-*] |\*\*|\\?[^\s#>~=+|-]|\||$)/u, JSON.stringify([payload, line]));
    }
  });

  it('gets no formula, field or link into Excel and Word', async () => {
    const clean = dossierOf(PLAN);
    const texts = new Set<string>();
    // Every text has every payload, a different one in each: the slots are turned on by one each time; by more where time is short.
    const step = Math.ceil(PAYLOADS.length / Number(process.env['IPLAN_RUNS'] ?? PAYLOADS.length));
    for (let turn = 0; turn < PAYLOADS.length; turn += step) {
      const dossier = dossierOf(hostile((slot) => PAYLOADS[(slot + turn) % PAYLOADS.length] as string));
      const sheets = await sheetsOf(await excelOf(dossier));
      for (const { xml, cells } of sheets) {
        assert.deepEqual([...all(xml, 'f'), ...all(xml, 'hyperlink')], []);
        for (const cell of cells) {
          if (cell.type === 'n') assert.match(cell.value, /^-?\d+(?:\.\d+)?$/);
          else {
            assert.ok(['s', 'inlineStr'].includes(cell.type) && cell.format === '@', `${cell.at} ${cell.type} ${cell.format}`);
            texts.add(cell.value);
          }
        }
      }
      const files = await unzip(await wordOf(dossier));
      for (const [name, text] of files) if (/\.(?:xml|rels)$/.test(name)) readXml(text);
      const body = readXml(files.get('word/document.xml') as string);
      for (const field of all(body, 'w:instrText')) assert.match(words(field), /^\s*(?:TOC|PAGEREF|PAGE)\b/);
      assert.deepEqual([...all(body, 'w:fldSimple'), ...all(body, 'w:object')], []);
      for (const [name, text] of files) if (name.endsWith('.rels')) assert.doesNotMatch(text, /TargetMode="External"/);
      assert.equal(all(body, 'w:tbl').length > 8, true);
    }
    assert.ok(PAYLOADS.filter((payload) => texts.has(plain(payload))).length > 190, 'the payloads are there, as text');
    assert.ok(clean.problems.length > 0);
  }).timeout(300_000);
});

describe('reports of a plan, once more', () => {
  it('are the same bytes, whenever and wherever they are written', () => {
    const script = path.join(import.meta.dirname, 'reports/everything.ts');
    const places = [
      { TZ: 'UTC', LC_ALL: 'en_US.UTF-8' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'sv_SE.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
    ];
    const told = places.map((place) => {
      const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
      const { stdout } = spawnSync(process.execPath, [...flags, script], { env: { ...process.env, ...place }, encoding: 'utf8' });
      return JSON.parse(stdout) as Record<string, string>;
    });
    for (const seen of ['zone', 'locale']) assert.equal(new Set(told.map((one) => one[seen])).size, places.length, `the places differ in their ${seen}`);
    for (const id of Object.keys(FORMATS)) assert.equal(new Set(told.map((one) => one[id])).size, 1, id);
  });
});
