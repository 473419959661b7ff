import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../server/src/rules/rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Finding {
  readonly id: number;
  readonly where: string;
  readonly finding: string;
  readonly rules?: readonly string[];
  readonly if?: string;
  readonly why?: string;
}
interface Publication {
  readonly author: string;
  readonly year?: number;
  readonly title: string;
  readonly about: string;
  readonly findings: readonly Finding[];
}

/** How many findings were counted in each publication. */
const COUNTS = { 'whole-comm': 144, busengdal: 26, osce: 76, penninx: 42, nordic: 90 } as const;
const KEYS = Object.keys(COUNTS) as readonly (keyof typeof COUNTS)[];
const publications = new Map(KEYS.map((key) => [key, JSON.parse(read(`docs/research/${key}.json`)) as Publication]));
const findings = [...publications].flatMap(([key, publication]) => publication.findings.map((finding) => ({ key, ...finding })));

/** Rules that answer no finding of the five publications, and what they rest on instead. */
const OTHER_GROUNDS: Readonly<Record<string, string>> = {
  'monitoring/alarm-crossed': 'what the plan itself has promised',
  'monitoring/cohort-mixed': 'how figures are read',
  'monitoring/data-file': 'how figures are read',
  'monitoring/defined-otherwise': 'the definitions of the libraries of indicators',
  'monitoring/indicator-without-target': 'the practice of monitoring; the publications speak of goals without figures, not of figures without aims',
  'monitoring/indicator-without-unit': 'the IATI standard',
  'monitoring/moving-away': 'how figures are read',
  'monitoring/no-direction': 'the IATI standard',
  'monitoring/parts-do-not-add-up': 'the IATI standard',
  'monitoring/reference-years-differ': 'the Zaragoza indicators',
  'monitoring/target-contradicts-baseline': 'the IATI standard and published logframes',
  'monitoring/target-outside-plan': 'the IATI standard',
  'monitoring/target-weakened-without-reason': 'what changes between two versions of a plan',
  'monitoring/unit-mismatch': 'the IATI standard',
  'monitoring/unused-indicator': 'the checks of DHIS2',
  'funding/currency-mixed': 'how money is read',
  'mandates/fulfilled-twice': 'how duties are read from one level to the next',
  'mandates/deadline-after-mandate': 'how duties are read from one level to the next',
  'mandates/limit-exceeded': 'the limits that laws and pacts set',
  'mandates/composition-not-met': 'the limits that laws and pacts set',
  'mandates/required-part-missing': 'what laws demand of a plan',
  'adoption/adopted-after-start': 'the dates of the plan itself',
  'adoption/expired': 'the dates of the plan itself',
};

/** Families that judge how a plan is written and what was accepted in it, whatever the research says. */
const TECHNICAL = ['structure', 'names', 'waivers'];
const rules = new Set<string>(RULES.map((rule) => rule.id));

describe('the research', () => {
  it('has all findings of each publication, numbered from 1', () => {
    assert.deepEqual(readdirSync(path.join(root, 'docs/research')).sort(), KEYS.map((key) => `${key}.json`).sort());
    for (const [key, publication] of publications) {
      const ids = publication.findings.map((finding) => finding.id);
      assert.deepEqual(
        ids,
        Array.from({ length: COUNTS[key] }, (_, i) => i + 1),
        key,
      );
    }
  });

  it('says of each finding what it is and where it stands, and either which rules find it or why none can', () => {
    for (const { key, id, where, finding, rules: named, why, if: condition } of findings) {
      const place = `${key} ${id}`;
      assert.match(finding, /^\p{Lu}[^|]{15,120}\.$/u, `${place} is one short sentence`);
      assert.match(where, /^(?:\d(?:\.\w+)*|\p{Lu}[^|]+)$/u, `${place} names its section`);
      assert.ok((named === undefined) !== (why === undefined), `${place} names rules or says why not`);
      if (named !== undefined) assert.ok(named.length > 0 && new Set(named).size === named.length, `${place} names each rule once`);
      if (why !== undefined) assert.match(why, /^\p{Lu}[^|]{20,120}\.$/u, `${place} says why in a sentence`);
      assert.ok(condition === undefined || (named !== undefined && !/[.|]$/.test(condition)), `${place} has a condition of its rules`);
    }
  });

  it('tells no two findings of a publication in the same words', () => {
    for (const [key, publication] of publications) {
      const sentences = publication.findings.map((finding) => finding.finding);
      assert.equal(new Set(sentences).size, sentences.length, key);
    }
  });

  it('names rules that there are', () => {
    const unknown = findings.flatMap(({ key, id, rules: named }) => (named ?? []).filter((rule) => !rules.has(rule)).map((rule) => `${key} ${id}: ${rule}`));
    assert.deepEqual(unknown, []);
  });

  it('gives every rule a finding, or other grounds', () => {
    const named = new Set(findings.flatMap((finding) => finding.rules ?? []));
    const alone = [...rules].filter((rule) => !named.has(rule) && OTHER_GROUNDS[rule] === undefined && !TECHNICAL.includes(rule.split('/')[0] as string));
    assert.deepEqual(alone, []);
    assert.deepEqual(
      Object.keys(OTHER_GROUNDS).filter((rule) => named.has(rule) || !rules.has(rule)),
      [],
      'the list of other grounds holds only rules that need it',
    );
  });

  it('is found by rules for the greater part', () => {
    const found = findings.filter((finding) => finding.rules !== undefined);
    assert.ok(found.length / findings.length >= 0.85, `${found.length} of ${findings.length}`);
  });

  it('agrees with what the examples show', () => {
    const BY_PREFIX: Readonly<Record<string, string>> = { F: 'whole-comm', 'F-BUS-': 'busengdal', 'F-OSCE-': 'osce', 'F-PEN-': 'penninx', 'F-NOR-': 'nordic' };
    let shown = 0;
    for (const country of ['netherlands', 'norway']) {
      const places = JSON.parse(read(`test/expected/${country}.json`)) as Record<string, readonly { entry: string; rule: string | null }[]>;
      for (const { entry, rule } of Object.values(places).flat()) {
        const [, prefix, number] = /^(F(?:-[A-Z]+-)?)(\d+)$/.exec(entry) ?? assert.fail(entry);
        const finding = findings.find((one) => one.key === BY_PREFIX[prefix as string] && one.id === Number(number));
        assert.ok(finding !== undefined, entry);
        if (rule === null) continue;
        shown++;
        assert.ok(finding.rules?.includes(rule), `${entry} is shown by ${rule}`);
      }
    }
    assert.ok(shown > 40, 'the examples show some of it');
  });
});
