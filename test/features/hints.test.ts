import assert from 'node:assert/strict';
import { HINTS, type Hint, inlayHints } from '../../server/src/features/hints.ts';
import { codeLenses } from '../../server/src/features/lenses.ts';
import { asked } from './caret.ts';

/** The lines of a text with the hints in brackets. */
function hinted(source: string, wanted: readonly Hint[] = HINTS, lines: readonly [number, number] = [0, 99]): string[] {
  const { workspace, uri } = asked(`|${source}`);
  const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 99 } };
  const rows = source.split('\n');
  for (const { position, label } of inlayHints(workspace, uri, range, '2026-06-30', new Set(wanted)).reverse()) {
    const row = rows[position.line] as string;
    rows[position.line] = `${row.slice(0, position.character)} [${label}]${row.slice(position.character)}`;
  }
  return rows.filter((row) => row.includes('['));
}

describe('inlay hints', () => {
  it('say when something is due', () =>
    assert.deepEqual(
      hinted(
        'plan p "P" { level local; year starts 04-01 }\nmeasure m "M" {\n  deadline by 2026-07-21\n  deadline within 3 months of start\n  step "A" by 2026-06-30\n  step "B" by 2025-06 completed\n  step "C" by 2025\n}\nmeasure n "N" { status completed; deadline 2025 }\ntarget t "T" { at least 5% by 2028; milestone at least 4% by 2026/27 }\nindicator i "I" { baseline tbd until 2026-07-01 }\nwaive coverage/orphan-measure on m until 2026-09-30\n',
      ),
      [
        'plan p "P" [its indicator has no baseline] { level local; year starts 04-01 }',
        '  deadline by 2026-07-21 [due in 3 weeks]',
        '  step "A" by 2026-06-30 [due today]',
        '  step "C" by 2025 [was due 6 months ago]',
        'target t "T" { at least 5% by 2028 [due in 3 years]; milestone at least 4% by 2026/27 [due in 9 months] }',
        'indicator i "I" { baseline tbd until 2026-07-01 [promised in 1 day] }',
        'waive coverage/orphan-measure on m until 2026-09-30 [ends in 3 months]',
      ],
    ));

  const SECTOR =
    'sector work "Work" {\n  target jobs "Jobs" { measured by in-work; at least 60% by 2028 }\n  indicator in-work "In work" { unit percent; baseline 40% on 2023-12-31; value 54.8% on 2025-12-31 }\n  indicator other "Other" { unit percent; baseline tbd }\n  indicator third "Third" { unit percent; baseline 1% on 2020 }\n}\n';

  it('say how far a target has come, and what indicators lack', () =>
    assert.deepEqual(hinted(SECTOR, ['progress', 'baselines']), [
      'sector work "Work" [2 of 3 indicators have a baseline] {',
      '  target jobs "Jobs" [74 % of the way] { measured by in-work; at least 60% by 2028 }',
    ]));

  it('can be turned off one by one, and asked for by range', () => {
    assert.deepEqual(hinted(SECTOR, []), []);
    assert.equal(hinted(SECTOR, ['progress']).length, 1);
    assert.deepEqual(hinted(SECTOR, HINTS, [3, 5]), []);
  });
});

describe('code lens', () => {
  const lenses = (source: string, shows = true) => {
    const { workspace, uri } = asked(`|${source}`);
    return codeLenses(workspace, uri, shows).map(
      ({ range, command }) => `${range.start.line} ${command?.title}${command?.command === '' ? '' : ` (${command?.arguments?.[2].length})`}`,
    );
  };

  it('says what covers a sector, who fulfils a mandate, and where names are used', () =>
    assert.deepEqual(
      lenses(
        'plan p "P" { level national }\nmandate settle "Settle" { to local }\nmandate teach "Teach" { to local }\nactor a "A" { type ngo }\nsector work "Work" {\n  measure m "M" { lead a; fulfils settle }\n}\n--- town/plan.iplan\nplan town "Town" { level local; under p }\nresponsibility r "R" { lead a; fulfils settle }\n',
      ),
      [
        '0 named in 1 place (1)',
        '1 fulfilled in 2 places of 2 plans (2)',
        '2 fulfilled by nobody yet',
        '3 named in 2 places (2)',
        '4 no responsibilities, 1 measure, no targets, no indicators (1)',
      ],
    ));

  it('is a sentence alone where the editor shows no places', () =>
    assert.deepEqual(lenses('actor a "A"\nmeasure m "M" { lead a }\nfund f "F"\n', false), ['0 named in 1 place', '2 named nowhere else']));
});
