import { dataFile, dataOf } from '../../model/data.ts';
import { tableProblems } from '../../model/tables.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';

/** Bad cells of one file are told one by one up to here; the rest are counted. */
const MOST = 20;

export default rule({
  id: 'monitoring/data-file',
  severity: 'error',
  summary: 'A data file cannot be found or used, or some of its cells cannot.',
  why: 'Observed values may stand in a table beside the plan, so that whoever keeps the figures need not touch the plan. A row that cannot be read is a value that is missing without anybody noticing, so it is named by its row and column.',
  grounding: [
    {
      cite: 'iplan language reference, observations from data',
      finding: 'A data file has the columns indicator, date and value; a bad cell is reported at its row and column, and the rest is used.',
    },
  ],
  good: [
    'indicator employment "Employment rate" { unit percent; data "data/values.csv" }\n--- data/values.csv\nindicator,date,value,group,note\nemployment,2024,48%,,provisional\nemployment,2024,41%,women,\nemployment,2025,,,not known yet',
  ],
  bad: [
    'indicator employment "Employment rate" {\n  unit percent\n  data "data/values.csv"\n  ^^^^^^^^^^^^^^^^^^^^^^ "data/values.csv" does not exist.\n}',
    'indicator employment "Employment rate" {\n  unit percent\n  data "../values.csv"\n  ^^^^^^^^^^^^^^^^^^^^ "../values.csv" leads out of the folder of the plan.\n}',
    '# today: 2026-06-30\nindicator employment "Employment rate" {\n  unit percent\n  data "values.csv"\n  ^^^^^^^^^^^^^^^^^ "values.csv", row 2, column "date": "soon" is no date such as 2025, 2025-06 or 2025-12-31.\n  ^^^^^^^^^^^^^^^^^ "values.csv", row 3, column "value": "half" is no number.\n  ^^^^^^^^^^^^^^^^^ "values.csv", row 4, column "indicator": "employmnt" is no indicator that reads this file.\n  ^^^^^^^^^^^^^^^^^ "values.csv", row 5, column "date": 2031 lies in the future.\n}\n--- values.csv\nindicator,date,value\nemployment,soon,48%\nemployment,2023,half\nemploymnt,2024,48%\nemployment,2031,70%',
  ],
  check(plan, report, { today }) {
    const told = new Set<string>();
    for (const indicator of plan.of('indicator')) {
      const fact = indicator.one('data');
      const uri = dataOf(indicator, plan.all);
      if (fact === undefined || uri === undefined) continue;
      const name = `"${fact.value}"`;
      if (typeof uri !== 'string') {
        report({
          at: fact,
          about: indicator,
          message: `${name} ${uri.refused}.`,
          instead: say`Put the CSV file into the folder of the plan and write its path from this file: data "data/indicators.csv".`,
        });
        continue;
      }
      const file = dataFile(plan.all?.data, uri);
      if (file === undefined) {
        // As long as no host has looked for data files, nobody knows whether they exist.
        if (plan.all?.data !== undefined)
          report({
            at: fact,
            about: indicator,
            message: say`${name} does not exist.`,
            instead: say`Mend the path, which is read from the file that this line stands in, or add the file.`,
          });
        continue;
      }
      // A file that several indicators read is told of where it is first named.
      if (told.has(uri)) continue;
      told.add(uri);
      const problems = tableProblems(uri, plan, today);
      for (const { row, column, message } of problems.slice(0, MOST)) {
        report({
          at: fact,
          about: indicator,
          message: column === undefined ? say`${name}, row ${row} ${message}.` : say`${name}, row ${row}, column "${column}": ${message}.`,
          instead: say`Mend it in the file; the other rows are used.`,
        });
      }
      if (problems.length > MOST)
        report({
          at: fact,
          about: indicator,
          message: say`${name} has ${problems.length - MOST} more cells that cannot be used.`,
          instead: say`Mend them in the file; the other rows are used.`,
        });
    }
  },
});
