import assert from 'node:assert/strict';
import { defaultSettings } from '../server/src/config/settings.ts';
import { Linter } from '../server/src/lint.ts';
import { fixture } from './fixture.ts';

const WAIVED = 'until 2026-12-31 approved by board because "Known"\nbody board "Board" { kind steering }\n';
const FOUR = `sector work "Work" {\n${['a', 'b', 'c', 'd'].map((id) => `  measure ${id} "Measure ${id}" { lead board }\n`).join('')}}\n`;

/** What is found of one rule and of the waivers, and whether it is waived. */
function found(text: string, rule: string, profile: 'recommended' | 'thorough' = 'thorough'): string[] {
  const { workspace, today } = fixture(text);
  const linter = new Linter((id, error) => assert.fail(`${id}: ${error}`));
  const settings = defaultSettings(today, profile);
  const all = [...linter.diagnoseAll(workspace, () => settings).values()].flat();
  return all.filter((d) => d.rule === rule || d.rule.startsWith('waivers/')).map((d) => `${d.waived === undefined ? 'open' : 'waived'} ${d.rule}`);
}

describe('waivers', () => {
  const rule = 'accountability/no-deadline';
  const four = Array.from({ length: 4 }, () => `waived ${rule}`);

  it('take in what is gathered at a sector when they name the sector', () => {
    assert.deepEqual(found(FOUR, rule), [`open ${rule}`]);
    assert.deepEqual(found(`waive ${rule} on work ${WAIVED}${FOUR}`, rule), four);
  });

  it('take in the whole plan when they name it, or nothing', () => {
    assert.deepEqual(found(`waive ${rule} on example ${WAIVED}${FOUR}`, rule), four);
    assert.deepEqual(found(`waive ${rule} ${WAIVED}${FOUR}`, rule), four);
  });

  it('leave open what they do not name', () => {
    assert.deepEqual(found(`waive ${rule} on a ${WAIVED}${FOUR}`, rule).sort(), [...Array.from({ length: 3 }, () => `open ${rule}`), `waived ${rule}`]);
  });

  it('are not called unmatched when their rule is off', () => {
    const text = `waive accountability/below-leadership on p ${WAIVED}plan p "P" { level local; period 2025 to 2028; coordinator office }\nactor office "Office" { type department }\n`;
    assert.deepEqual(found(text, 'accountability/below-leadership', 'recommended'), []);
    assert.deepEqual(found(text, 'accountability/below-leadership'), ['waived accountability/below-leadership']);
  });

  it('are not called unmatched when another finding speaks for the gap', () => {
    const text = `waive monitoring/goal-without-indicator on g ${WAIVED}goal g "A goal"\ngoal h "Another"\ntarget t "T" { serves h; at least 5 by 2027 }\n`;
    assert.deepEqual(found(text, 'monitoring/goal-without-indicator'), []);
    assert.deepEqual(found(text, 'coverage/goal-without-target'), ['open coverage/goal-without-target']);
  });
});
