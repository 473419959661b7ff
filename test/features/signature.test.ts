import assert from 'node:assert/strict';
import { signatureHelp } from '../../server/src/features/signature.ts';
import { asked } from './caret.ts';

/** The way that is shown, with the part at the caret in angle brackets. */
function shown(statement: string, kind = 'measure'): string {
  const { workspace, uri, position } = asked(`${kind} x "X" {\n  ${statement}\n}\n`);
  const help = signatureHelp(workspace, uri, position);
  if (help === null) return '';
  const { label, parameters } = help.signatures[help.activeSignature ?? 0] as { label: string; parameters: { label: [number, number] }[] };
  const {
    label: [start, end],
  } = parameters[help.activeParameter ?? 0] as (typeof parameters)[number];
  return `${label.slice(0, start)}<${label.slice(start, end)}>${label.slice(end)}`;
}

describe('signature help', () => {
  const VALUE = (part: number) =>
    ['value <quantity> [at duration] [on date]', 'value quantity <[at duration]> [on date]', 'value quantity [at duration] <[on date]>'][part];
  const CASES: readonly (readonly [string, string, string?])[] = [
    ['value |', VALUE(0) as string, 'indicator'],
    ['value 48|%', VALUE(0) as string, 'indicator'],
    ['value 48% |', VALUE(1) as string, 'indicator'],
    ['value 48% on |', VALUE(2) as string, 'indicator'],
    ['value 48% o|n 2024-12-31', VALUE(2) as string, 'indicator'],
    ['value 48% on 2024-|12-31', VALUE(2) as string, 'indicator'],
    ['value 48% at 2 |', VALUE(1) as string, 'indicator'],
    ['value 48% at 2 years |', VALUE(2) as string, 'indicator'],
    ['value 48% on 2024 |', VALUE(1) as string, 'indicator'],
    ['value 4|8% on 2024-12-31', VALUE(0) as string, 'indicator'],
    ['deadline within |', 'deadline <within duration> [of DAYS | after DAYS]'],
    ['deadline within 10 weeks |', 'deadline within duration <[of DAYS | after DAYS]>'],
    ['deadline within 10 weeks of arr|', 'deadline within duration <[of DAYS | after DAYS]>'],
    ['deadline with|in 10 weeks of arrival', 'deadline <within duration> [of DAYS | after DAYS]'],
    ['deadline 3 years after |', 'deadline duration <after DAYS>'],
    ['deadline by |', 'deadline <by date | until date | on date | date>'],
    [
      'step "Agree| it" by 2026',
      'step <text> [by date | until date | on date | date | within duration [of DAYS | after DAYS] | duration after DAYS | duration before DAYS | ongoing] [date] [planned | ongoing | delayed | completed | cancelled]',
    ],
    ['period 2025 to |', 'period date <[to date]>'],
    ['period from |', 'period <from date> [to date | until date]'],
    [
      'milestone at least 80% |',
      'milestone at least | at most | exactly | below | above | increase by | decrease by quantity <by date | until date | on date | date>',
      'target',
    ],
  ];
  const days = 'arrival | assignment | decision | settlement | start | end | election | text';
  for (const [statement, expected, kind] of CASES) it(`at ${statement}`, () => assert.equal(shown(statement, kind), expected.replaceAll('DAYS', days)));

  it('knows headers and waivers', () => {
    const at = (source: string) => {
      const { workspace, uri, position } = asked(source);
      const help = signatureHelp(workspace, uri, position);
      return `${help?.signatures[0]?.label}: ${help?.activeParameter}`;
    };
    assert.equal(at('measure |'), 'measure id "Title": 0');
    assert.equal(at('measure cafe |'), 'measure id "Title": 1');
    assert.match(at('waive coverage/orphan-measure on x |'), /^waive code \[on .*\] \[until date\] \[approved by .*\]: 2$/);
  });

  it('says nothing at the beginning of a line, in comments and of what nobody knows', () => {
    for (const statement of ['sta|', 'status ongoing # ye|s', 'oops 12 |']) assert.equal(shown(statement), '', statement);
  });
});
