import assert from 'node:assert/strict';
import { FAMILIES } from '../server/src/rules/rule.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { asMarks, fixture, problemsOf, shown } from './fixture.ts';

describe('rules', () => {
  for (const family of FAMILIES) {
    describe(family, () => {
      for (const rule of RULES.filter((r) => r.id.startsWith(`${family}/`))) {
        describe(rule.id, () => {
          it('has what its page needs', () => {
            assert.ok(rule.good.length > 0 && rule.bad.length > 0, 'at least one good and one bad example');
            assert.ok(rule.why.length > 60 && rule.summary.endsWith('.'), 'says what and why');
            assert.match(rule.id, /^[a-z]+\/[a-z]+(?:-[a-z0-9]+)*$/);
          });
          for (const [i, example] of rule.good.entries()) {
            it(`passes good example ${i + 1}`, () =>
              assert.deepEqual(
                problemsOf(fixture(example), rule.id).map((d) => d.message),
                [],
              ));
          }
          for (const [i, example] of rule.bad.entries()) {
            it(`reports bad example ${i + 1}`, () => {
              const given = fixture(example);
              assert.ok(given.marks.length > 0, 'the example says what it expects');
              assert.deepEqual(shown(asMarks(problemsOf(given, rule.id), given.marks)), shown(given.marks));
            });
          }
        });
      }
    });
  }
});
