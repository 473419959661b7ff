import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { parseConfig } from '../server/src/config/config.ts';
import { Configs } from '../server/src/config/configs.ts';
import { RULES } from '../server/src/rules/rules.ts';

const URI = 'file:///w/iplan.config.json';
const today = '2026-06-30';

/** What is said of a configuration, each with the text it stands at. */
const said = (text: string): string[] => {
  const lines = text.split('\n');
  return parseConfig(text, URI).problems.map(({ message, instead, range: { start, end } }) => {
    const at = start.line === end.line ? (lines[start.line] ?? '').slice(start.character, end.character) : '…';
    return `${at} → ${message} ${instead}`;
  });
};

describe('configuration', () => {
  it('says every mistake at its place', () => {
    const cases: [text: string, ...says: string[]][] = [
      ['{ "profil": "thorough" }', '"profil" → There is no setting "profil". Did you mean "profile"?'],
      ['{ "zzz": 1 }', '"zzz" → There is no setting "zzz". Remove it; what may stand here: profile, asOf, jurisdiction, rules, exclude, frameworks, baseline.'],
      ['{ "profile": "strict" }', '"strict" → "strict" is no profile. Write one of "essential", "recommended", "thorough".'],
      ['{ "asOf": "2027" }', '"2027" → "asOf" is a day, and "2027" is none. Write it as "2027-12-31".'],
      ['{ "asOf": "2027-02-30" }', '"2027-02-30" → "asOf" is a day, and "2027-02-30" is none. Write it as "2027-12-31".'],
      [
        '{ "jurisdiction": "UK" }',
        '"UK" → "jurisdiction" is a country, and "UK" is no code of one. Write the two capital letters of ISO 3166, such as "NO" or "SE".',
      ],
      [
        '{ "jurisdiction": ["NO"] }',
        '["NO"] → "jurisdiction" is a country, and null is no code of one. Write the two capital letters of ISO 3166, such as "NO" or "SE".',
      ],
      ['{ "exclude": "old" }', '"old" → "exclude" is a list of texts. Write it as ["archive/**"].'],
      ['{ "exclude": ["old", 7] }', '7 → "exclude" holds something that is no text of at most 256 characters. Write it as ["archive/**"].'],
      ['{ "rules": [] }', '[] → "rules" is an object: a rule and its severity each. Write it as { "coverage/orphan-measure": "off" }.'],
      ['{ "rules": { "__proto__": "off" } }', '"__proto__" → There is no rule "__proto__". Remove it.'],
      ['{ "rules": { "constructor": { "severity": "off" } } }', '"constructor" → There is no rule "constructor". Remove it.'],
      ['{ "rules": { "structure/bad-value": 3 } }', '3 → 3 is no severity. Write one of "off", "information", "warning", "error".'],
      [
        '{ "rules": { "structure/bad-value": { "limit": 3 } } }',
        '"limit" → There is no option "limit" of "structure/bad-value". Remove it; what may stand here: severity.',
      ],
      ['{ "profile": "thorough", "profile": "essential" }', '"profile" → "profile" stands twice. Keep one of them; the first counts.'],
      ['[]', '[] → A configuration is an object in braces. Write { "profile": "recommended" }.'],
      ['', ' → This is not JSON: value expected. Comments are allowed; texts and names stand in double quotes.'],
    ];
    for (const [text, ...says] of cases) assert.deepEqual(said(text), says, text);
    for (const path of ['/etc', '../x', 'a/../../b', 'C:/x', '..\\x', 'file:///x', '~/x'])
      assert.match(said(`{ "frameworks": [${JSON.stringify(path)}] }`)[0] ?? '', /lies outside of the configuration's own folder/, path);
  });

  it('takes comments, a trailing comma, a byte-order mark, and what is right beside a mistake', () => {
    const { config, problems } = parseConfig(
      '\uFEFF// ours\n{ "profile": "thorough", "asOf": "tomorrow", "rules": { "structure/bad-value": "warning", "x/y": "off", }, }',
      URI,
    );
    assert.deepEqual(
      problems.map((problem) => problem.range.start.line),
      [1, 1],
    );
    assert.deepEqual(
      [config.profile, config.asOf, [...config.rules]],
      ['thorough', undefined, [['structure/bad-value', { severity: 'warning', options: {} }]]],
    );
    assert.deepEqual(said('{ "$schema": "./schemas/config.schema.json" }'), []);
  });

  it('is not brought down by size or depth', () => {
    assert.match(said(`{ "exclude": ["${'x'.repeat(300_000)}"] }`)[0] ?? '', /larger than 256 KB/);
    assert.match(said('['.repeat(100_000))[0] ?? '', /nested too deeply/);
  });

  it('never throws, and never says more than the text can hold', () => {
    const json = fc.json({ maxDepth: 4 });
    const broken = fc
      .tuple(json, fc.nat(), fc.constantFrom('"', '{', '}', ',', '[', '\\', '\u0000', '/*', '//'))
      .map(([t, i, c]) => t.slice(0, i % (t.length + 1)) + c + t.slice(i % (t.length + 1)));
    fc.assert(
      fc.property(fc.oneof(json, broken, fc.string()), (text) => {
        for (const problem of parseConfig(text, URI).problems) assert.ok(problem.range.start.line <= text.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 2000 },
    );
    assert.equal(({} as { severity?: string }).severity, undefined);
  });

  it('takes what the schema takes that editors complete from, and refuses what it refuses', () => {
    const schema = JSON.parse(readFileSync(new URL('../schemas/config.schema.json', import.meta.url), 'utf8')) as object;
    const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    const option = RULES.find((rule) => rule.options !== undefined);
    const [name, { default: value }] = Object.entries(option?.options ?? {})[0] ?? assert.fail();
    const id = option?.id as string;
    const good = [
      {},
      { profile: 'thorough', asOf: '2027-12-31', jurisdiction: 'NO' },
      { rules: { [id]: 'off' } },
      { rules: { [id]: { severity: 'error', [name]: value } } },
      { exclude: ['a/**'], frameworks: ['b'] },
    ];
    const bad = [
      { profil: 1 },
      { profile: 'x' },
      { asOf: '27' },
      { jurisdiction: 'no' },
      { rules: { x: 'off' } },
      { rules: { [id]: 'loud' } },
      { rules: { [id]: { [name]: [] } } },
      { rules: { [id]: { more: 1 } } },
      { exclude: 'a' },
      [],
    ];
    for (const config of [...good, ...bad]) {
      const right = good.includes(config as object);
      assert.equal(fits(config), right, JSON.stringify(config));
      assert.equal(said(JSON.stringify(config)).length === 0, right, JSON.stringify(config));
    }
  });

  it('holds for the files below it, the nearest one; the same settings each time', () => {
    const configs = new Configs(
      new Map([
        ['file:///w/iplan.config.json', '{ "asOf": "2027-01-01", "exclude": ["old/**", "*.draft.iplan"], "frameworks": ["lib/more works"] }'],
        ['file:///w/town/iplan.config.json', '{ "asOf": "2028-01-01" }'],
      ]),
      { today },
    );
    const dates = ['file:///w/a.iplan', 'file:///w/town/deep/a.iplan', 'file:///w/township/a.iplan', 'file:///else/a.iplan'].map(
      (uri) => configs.settingsOf(uri).today,
    );
    assert.deepEqual(dates, ['2027-01-01', '2028-01-01', '2027-01-01', today]);
    assert.equal(configs.settingsOf('file:///w/a.iplan'), configs.settingsOf('file:///w/b/c.iplan'));
    assert.equal(configs.settingsOf('file:///else/a.iplan'), configs.settingsOf('file:///other/b.iplan'));
    const excluded = ['file:///w/old/a.iplan', 'file:///w/x.draft.iplan', 'file:///w/a.iplan', 'file:///w/town/old/a.iplan'].map((uri) =>
      configs.excluded(uri),
    );
    assert.deepEqual(excluded, [true, true, false, false]);
    assert.deepEqual(configs.frameworkFolders, ['file:///w/lib/more%20works']);
    assert.equal(configs.configOf('file:///w/town/deep/a.iplan'), 'file:///w/town/iplan.config.json');
  });

  it('gives way to what was said outside of it', () => {
    const files = new Map([[URI, '{ "asOf": "2027-01-01", "profile": "essential" }']]);
    const of = (configs: Configs) => [
      configs.settingsOf('file:///w/a.iplan').today,
      configs.settingsOf('file:///w/a.iplan').rules.get('structure/missing-title')?.severity,
    ];
    assert.deepEqual(of(new Configs(files, { today })), ['2027-01-01', 'off']);
    assert.deepEqual(of(new Configs(files, { today, asOf: '2030-01-01', profile: 'recommended' })), ['2030-01-01', 'information']);
    assert.deepEqual(of(new Configs(files, { today, config: { uri: 'file:///elsewhere/c.json', text: '{ "asOf": "2031-01-01" }' } })), [
      '2031-01-01',
      'information',
    ]);
  });
});
