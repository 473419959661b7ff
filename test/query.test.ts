import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { parseQuery, QueryError } from '../server/src/query/expression.ts';
import { fieldsOf, rowsOf } from '../server/src/query/query.ts';
import { csvField, csvText, plain } from '../server/src/reports/escape.ts';
import { listingTable } from '../server/src/reports/listing.ts';

const URI = 'file:///w/plan.iplan';
const TEXT = `plan town "Town plan" { level local; period 2025 to 2028; currency EUR }
actor office "Housing office" { type department; staff 6.5 fte; active 2020 to 2026 }
actor school "School" { type school }
fund grant "Grant" { amount 5000 EUR in 2025; amount 6000 EUR in 2026; lasts 18 months per person }
sector housing "Housing" {
  measure a "First" { lead office; deadline by 2026-03; budget 4000 EUR per year from grant; status ongoing }
  measure b "Second" { accountable office; responsible school; deadline 2027; period 2025 to 2026; status planned because "money" }
  measure c "Third" { deadline tbd; supervised by school; deadline within 10 weeks of assignment }
  measure d "Fourth" { frequency every 6 months; output "A handbook for tenants" }
  indicator e "Kept" { unit percent; baseline 71% on 2023-12-31; value 74% on 2024-12-31 { women 76%; men 72% } }
}
`;
const workspace = new Workspace(new Map([[URI, parseFile(URI, TEXT)]]));
const MEASURES = fieldsOf(['measure']);

function ids(question: string, kind: Parameters<typeof fieldsOf>[0][number] = 'measure'): string {
  return rowsOf(workspace, new Set([URI]), { kinds: [kind], where: parseQuery(question, fieldsOf([kind]), '2026-06-30'), columns: [] })
    .map(({ id }) => id)
    .join(' ');
}

describe('query', () => {
  const answers: readonly (readonly [string, string])[] = [
    ['accountable = office', 'a b'],
    ['accountable = "housing office"', 'a b'],
    ['lead = office', 'a'],
    ['accountable != office', 'c d'],
    ['responsible = school or supervised by = school', 'b c'],
    ['deadline < 2026-07-01', 'a'],
    ['deadline < today', 'a'],
    ['deadline <= 2027', 'a b'],
    ['deadline >= 2027', 'b'],
    ['deadline = 2026', 'a'],
    ['deadline <= 10 weeks', 'c'],
    ['deadline < 2 months', ''],
    ['deadline = assignment', 'c'],
    ['has deadline', 'a b c'],
    ['not has deadline and not has period', 'd'],
    ['budget >= 4_000', 'a'],
    ['budget = EUR', 'a'],
    ['budget = grant', 'a'],
    ['budget > 5000.5', ''],
    ['status = planned', 'b'],
    ['status = money', 'b'],
    ['output has HANDBOOK', 'd'],
    ['title has "ir"', 'a c'],
    ['frequency = "every 6 months"', 'd'],
    ['period >= 2025 and period <= 2026', 'b'],
    ['plan = town and sector = housing and (id = a or id = b)', 'a b'],
    ['status = ongoing or status = planned and not id = b', 'a'],
    ['not (status = ongoing or status = planned)', 'c d'],
  ];
  for (const [question, wanted] of answers) it(`answers ${question}`, () => assert.equal(ids(question), wanted));

  it('compares percentages with percentages, and looks into split values', () => {
    assert.equal(ids('value >= 75%', 'indicator'), 'e');
    assert.equal(ids('value > 80%', 'indicator'), '');
    assert.equal(ids('value = women', 'indicator'), 'e');
    assert.equal(ids('baseline < 2024', 'indicator'), 'e');
    assert.equal(ids('staff > 6', 'actor'), 'office');
    assert.equal(ids('active <= 2026-12-31', 'actor'), 'office');
    assert.equal(ids('lasts <= 2 years', 'fund'), 'grant');
    assert.equal(ids('amount = 2026', 'fund'), 'grant');
  });

  const mistakes: readonly (readonly [string, number, RegExp])[] = [
    ['', 0, /^Here a statement is missing, such as kind, id, title\.$/],
    ['deadline', 8, /^After "deadline" one of = != < <= > >= has is missing; to ask whether it is said at all, write: has deadline\.$/],
    ['deadline <', 10, /^After "<" a date, number, name or text in quotes is missing\.$/],
    ['deadline < and', 11, /^After "<" a date/],
    ['deadlin < 2026', 0, /^"deadlin" is nothing that can be asked here\. Did you mean "deadline"\?$/],
    ['deadline == 2026', 9, /^There is no "==": write one of/],
    ['deadline < 2026-13', 11, /^"2026-13" is no date: write it as/],
    ['deadline < soon', 11, /^"<" compares dates, numbers and durations, and soon is none of them\.$/],
    ['(id = a', 7, /^The \( at character 1 is not closed\.$/],
    ['id = a)', 6, /^This \) closes nothing\.$/],
    ['id = a id = b', 7, /^Before "id" one of "and" and "or" is missing\.$/],
    ['title = "a', 8, /^This text has no closing "\.$/],
    ['id = a and', 10, /^Here a statement is missing/],
    [`${'('.repeat(200)}id = a${')'.repeat(200)}`, 100, /^This is nested too deeply\.$/],
    ['__proto__ = a', 0, /^"__proto__" is nothing that can be asked here\./],
  ];
  for (const [question, at, says] of mistakes)
    it(`says what is wrong in ${question.slice(0, 30) || 'nothing'}`, () =>
      assert.throws(
        () => parseQuery(question, MEASURES, '2026-06-30'),
        (error) => error instanceof QueryError && error.at === at && says.test(error.message),
      ));

  it('takes any text: it is answered, or its mistake has a place in it', () => {
    const pieces = fc.constantFrom(
      'deadline',
      'supervised by',
      '=',
      '<',
      '!=',
      'has',
      'and',
      'or',
      'not',
      '(',
      ')',
      '2026',
      '5%',
      '"x"',
      '"',
      'office',
      '10 weeks',
      '\\',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const question = words.join(' ');
        try {
          ids(question);
        } catch (error) {
          assert.ok(error instanceof QueryError, String(error));
          assert.ok(error.at >= 0 && error.at <= question.length && error.message.length > 10);
        }
      }),
      { numRuns: Number(process.env.IPLAN_RUNS ?? 300) },
    );
  });

  it('writes cells that read back, and none that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', '-', '+', '@', '1', '%', ' ') }), (words) => {
        const cell = csvField(csvText(words));
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        assert.ok(read === plain(words) || read === `'${plain(words)}`);
        assert.ok(!/^[=@\t\r]/.test(read) && (!/^[+-]/.test(read) || /^[+-]\d/.test(read)));
        if (!cell.startsWith('"')) assert.doesNotMatch(cell, /[",\r\n]/);
      }),
    );
  });

  it('draws a table that is as narrow as it is asked to be, and obeys nothing of a plan', () => {
    const hostile = parseFile(URI, 'measure a "A\u001b[31m very long title that does not fit into a narrow window at all" { }\n');
    const columns = ['id', 'title'];
    const rows = rowsOf(new Workspace(new Map([[URI, hostile]])), new Set([URI]), { kinds: ['measure'], where: undefined, columns });
    const table = listingTable({ rows, columns, shown: () => 'plan.iplan' }, 60);
    assert.doesNotMatch(table, /\u001b/);
    assert.ok(Math.max(...table.split('\n').map((line) => line.length)) <= 60, table);
  });
});
