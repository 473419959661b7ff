// The model plan is whole: nothing is found in it. Whatever is taken out of it is missed by the rule that is there for it, or is
// listed in test/gaps.ts as something that a plan may do without.
import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../server/src/config/settings.ts';
import { load } from '../server/src/host/load.ts';
import { KINDS, kindRow } from '../server/src/language/vocabulary.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import type { Declaration } from '../server/src/model/declaration.ts';
import type { Scope } from '../server/src/model/scope.ts';
import { parseFile, type Workspace } from '../server/src/model/workspace.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { format } from '../server/src/syntax/format.ts';
import type { Statement } from '../server/src/syntax/tree.ts';
import { ELSEWHERE, LEFT_OUT, MISSED, NONE_LEFT, OPTIONAL, SOMETIMES, TOGETHER, WHOLE } from './gaps.ts';
import { judged, tryAll } from './mending.ts';
import { cutOf, type Placed, statementsOf, withMentions, without } from './mutants.ts';

const root = fileURLToPath(new URL('../examples/model-municipality', import.meta.url));
const { workspace, configs, unread } = load([root], { today: '2040-01-01' });
const town = planOf('elvebyen-2025');
const act = planOf('elveland');
const { today } = configs.settingsOf(town.files[0]!.uri);
const settings = defaultSettings(today, 'thorough');
const linter = new Linter((rule, error) => assert.fail(`${rule}: ${error}`));
const findings = (changed: Workspace): readonly Diagnosis[] => judged(changed, settings, linter);

function planOf(id: string): Scope {
  return workspace.scopes.byId.get(id) ?? assert.fail(`no plan ${id}`);
}

const required = Object.fromEntries(
  KINDS.flatMap((kind) =>
    Object.entries(kindRow(kind).rows).flatMap(([word, row]) => (row.required ? [[`${kind}.${word}`, ['structure/required-missing']]] : [])),
  ),
);
const missed: Readonly<Record<string, readonly string[]>> = { ...required, ...MISSED };
/** What the municipality writes, and what its state asks of it; the rest of an act is for its own plan to be judged by. */
const statements = [
  ...town.files.flatMap(statementsOf),
  ...act.files.flatMap(statementsOf).filter(({ key }) => key.startsWith('mandate.') || (key in required && key !== 'plan.level' && key !== 'plan.period')),
];
const written = Map.groupBy(statements, ({ key }) => key);
const rulesOf = (found: readonly Diagnosis[]) => [...new Set(found.map((d) => d.rule))];
const tells = (found: readonly Diagnosis[], rules: readonly string[]) => found.some((d) => rules.includes(d.rule));
const lineOf = ({ file, statement }: Placed) =>
  `${path.basename(file.uri)}:${file.tree.positionAt(cutOf({ file, statement }).start).line + 1} ${statement.word} ${statement.values.map((v) => v.image).join(' ')}`;

const known = new Map<Statement, readonly Diagnosis[]>();
/** What is found when one statement is gone; asked again, it is remembered. */
function foundWithout(one: Pick<Placed, 'file' | 'statement'>): readonly Diagnosis[] {
  const found = known.get(one.statement) ?? findings(without(workspace, [cutOf(one)]));
  known.set(one.statement, found);
  return found;
}

describe('the model plan of a municipality', () => {
  it('has nothing to find fault with, in any profile', () => {
    assert.deepEqual(unread, []);
    for (const judge of [(uri: string) => configs.settingsOf(uri), () => settings])
      assert.deepEqual(
        [...linter.diagnoseAll(workspace, judge).values()].flat().map((d) => `${d.rule}: ${d.message}`),
        [],
      );
  });

  it('is long enough to be copied from, and written as the formatter would', () => {
    const own = [...town.files, ...act.files];
    assert.ok(own.reduce((lines, file) => lines + file.tree.text.split('\n').length, 0) > 600);
    for (const file of own) assert.equal(format(file.tree), file.tree.text, file.uri);
  });

  it('is told of in the same words after it was laid out anew, whatever is wrong with it', () => {
    for (const { words } of TOGETHER) {
      const broken = without(
        workspace,
        words.flatMap((word) => (written.get(word) ?? []).map(cutOf)),
      );
      const laidOut = broken.with(town.files.map(({ uri }) => [uri, parseFile(uri, format(broken.files.get(uri)!.tree))]));
      const said = (changed: Workspace) => findings(changed).map((d) => `${d.rule}: ${d.message}`);
      assert.deepEqual(said(laidOut).sort(), said(broken).sort());
    }
  });

  describe('without one statement', () => {
    for (const [key, rules] of Object.entries(missed).filter(([word]) => written.has(word))) {
      it(`${key} is missed everywhere by ${rules.join(' or ')}`, () => {
        for (const one of written.get(key) ?? []) {
          const found = foundWithout(one).filter((d) => rules.includes(d.rule));
          assert.ok(
            found.some((d) => namesAny(d, one)),
            `${lineOf(one)}: ${found.map((d) => d.message)}`,
          );
        }
      });
    }

    for (const [key, { rules, else: why }] of Object.entries(SOMETIMES)) {
      it(`${key} is missed in some places by ${rules.join(' or ')}: ${why}`, () => {
        const places = written.get(key) ?? [];
        const told = places.filter((one) => tells(foundWithout(one), rules)).length;
        assert.ok(told > 0, 'it is missed nowhere');
        assert.ok(told < places.length || places.length === 1, 'it is missed everywhere');
      });
    }
  });

  describe('without any statement of a sort', () => {
    for (const { words, rules } of TOGETHER) {
      it(`${words.join(', ')} is missed by ${rules.join(' and ')}`, () => {
        const cuts = words.flatMap((word) => (written.get(word) ?? assert.fail(`the plan has no ${word}`)).map(cutOf));
        const found = rulesOf(findings(without(workspace, cuts)));
        assert.deepEqual(
          rules.filter((rule) => !found.includes(rule)),
          [],
          found.join(', '),
        );
      });
    }

    const optional = OPTIONAL.flatMap(({ words }) => words);
    for (const [key, places] of written) {
      if (!matches(optional, key) || key in missed || key in SOMETIMES || TOGETHER.some(({ words }) => words.includes(key))) continue;
      it(`${key} is missed by nobody`, () => {
        const found = findings(
          without(
            workspace,
            places.map((one) => cutOf(one)),
          ),
        );
        // An office that was named nowhere else is noticed, which is not about what was said of it.
        assert.deepEqual(
          found.filter((d) => d.rule !== 'names/unused-declaration').map((d) => `${d.rule}: ${d.message}`),
          [],
        );
      });
    }
  });

  describe('without something that it declares', () => {
    const leftOut = new Set(LEFT_OUT.flatMap(({ names }) => names));
    const declared = [town, act].flatMap((plan) => plan.declarations.filter(({ kind }) => kind !== 'plan'));
    const rulesWithout = (one: Declaration) => rulesOf(foundWithout({ file: fileOf(one), statement: one.node }));
    const serving = (aim: Declaration) => town.of('measure').filter((measure) => town.findAll(measure.refs('serves')).includes(aim));
    /** A measure whose aims have others. */
    const isSpare = (one: Declaration) => one.is('measure') && town.findAll(one.refs('serves')).every((aim) => serving(aim).length > 1);

    for (const one of declared.filter((other) => !leftOut.has(other.id) && !isSpare(other)))
      it(`${one.kind} ${one.id} is missed`, () => assert.notDeepEqual(rulesWithout(one), []));

    it('is as whole as before where that is listed', () => {
      for (const id of leftOut) assert.deepEqual(rulesWithout(declared.find((one) => one.id === id) ?? assert.fail(id)), [], id);
    });

    for (const [kind, { rules, but = {} }] of Object.entries(WHOLE)) {
      it(`every ${kind} is missed with every mention of it`, () => {
        const unmissed = town.of(kind as 'sector').filter((one) => !tells(findings(without(workspace, withMentions(town, [one]))), rules));
        assert.deepEqual(
          unmissed.map(({ id }) => id),
          Object.keys(but),
        );
      });
    }

    for (const [kind, rules] of Object.entries(NONE_LEFT)) {
      it(`no ${kind} at all is told of by ${rules.join(' and ')}`, () => {
        const found = rulesOf(findings(without(workspace, withMentions(town, town.of(kind as 'sector')))));
        assert.deepEqual(
          rules.filter((rule) => !found.includes(rule)),
          [],
          found.join(', '),
        );
        assert.ok(!found.some((rule) => rule.startsWith('structure/') && rule !== 'structure/required-missing'), 'what is left is well written');
      });
    }
  });

  it('has one finding where a word is misspelt: what it says is not missing', () => {
    const found = [...written].flatMap(([key, [first]]) => {
      const { file, statement } = first!;
      if (statement.row === undefined) return [];
      const at = (file.tree.startOf(statement.chunk) as number) + statement.head.start;
      const { text } = file.tree;
      // The second letter of the word is written twice.
      const misspelt = `${text.slice(0, at + 2)}${text.slice(at + 1)}`;
      const rules = findings(workspace.with([[file.uri, parseFile(file.uri, misspelt)]])).map((d) => d.rule);
      return rules.join() === 'structure/unknown-statement' ? [] : [`${key}: ${rules}`];
    });
    assert.deepEqual(found, []);
  });

  it('is mended by what is offered where something is missing', () => {
    const sometimes = Object.entries(SOMETIMES).map(([key, { rules }]) => [key, rules] as const);
    const mended = [...Object.entries(missed), ...sometimes].filter(([key, rules]) => {
      const offers = (d: Diagnosis) => rules.includes(d.rule) && (d.fixes?.length ?? 0) > 0;
      const first = written.get(key)?.find((one) => foundWithout(one).some(offers));
      return first !== undefined && tryAll(without(workspace, [cutOf(first)]), settings, offers, linter) > 0;
    });
    assert.ok(mended.length > 20, `${mended.map(([key]) => key)}`);
  });

  it('is judged by every word of the language: each is missed, or may be left out for a reason', () => {
    const all = new Set<string>(RULES.map((rule) => rule.id));
    const named = [
      ...Object.values(missed),
      ...Object.values(SOMETIMES).map((one) => one.rules),
      ...TOGETHER.map((one) => one.rules),
      ...Object.values(NONE_LEFT),
    ];
    assert.deepEqual(
      named.flat().filter((rule) => !all.has(rule)),
      [],
    );
    const optional = OPTIONAL.flatMap(({ words }) => words);
    const together = TOGETHER.flatMap(({ words }) => words);
    const words = KINDS.filter((kind) => !ELSEWHERE.includes(kind)).flatMap((kind) => Object.keys(kindRow(kind).rows).map((word) => `${kind}.${word}`));
    assert.deepEqual(
      words.filter((key) => !(key in missed || key in SOMETIMES || together.includes(key) || matches(optional, key))),
      [],
      'nothing says whether it may be left out',
    );
    const real = new Set(words);
    assert.deepEqual(
      [...Object.keys(MISSED), ...Object.keys(SOMETIMES), ...together, ...optional].filter(
        (key) => !key.startsWith('*.') && key.includes('.') && !real.has(key),
      ),
      [],
      'there is no such statement',
    );
    assert.deepEqual(
      [...Object.keys(MISSED), ...Object.keys(SOMETIMES)].filter((key) => !written.has(key) || (key in MISSED && key in SOMETIMES)),
      [],
      'the plan has none',
    );
    assert.deepEqual(
      optional.filter((key) => key in missed || key in SOMETIMES || together.includes(key)),
      [],
      'it is missed after all',
    );
    for (const { why } of [...OPTIONAL, ...LEFT_OUT]) assert.ok(why.length > 10);
  });
});

function matches(patterns: readonly string[], key: string): boolean {
  return patterns.includes(key) || patterns.includes(`*.${key.slice(key.indexOf('.') + 1)}`);
}

function fileOf(one: Declaration) {
  return [...town.files, ...act.files].find((file) => file.tree.startOf(one.node.chunk) !== undefined) ?? assert.fail(one.id);
}

/** Whether a finding is about what something was taken from, or names it or what was named there. */
function namesAny(found: Diagnosis, { statement }: Placed): boolean {
  const at = [town, act].flatMap((plan) => plan.declarations.flatMap((one) => (one.node === statement.parent ? [{ plan, one }] : [])))[0];
  const { plan, one } = at ?? assert.fail(`${statement.word} stands in nothing`);
  const refs = one.facts.find(({ node }) => node === statement)?.refs ?? [];
  const said = [found.message, ...found.related.map(({ message }) => message)].join('\n');
  return found.about?.id === one.id || [one, ...plan.findAll(refs)].some(({ title }) => said.includes(title));
}
