import type { Day } from '../language/dates.ts';
import { say } from '../text/say.ts';
import type { DataProblem } from './csv.ts';
import { dataFile, readersOf } from './data.ts';
import { daysOf } from './observations.ts';
import type { Scope } from './scope.ts';

/** What a plan cannot use of a data file that its indicators read, in the order of the rows. */
export function tableProblems(uri: string, plan: Scope, today: Day): readonly DataProblem[] {
  const file = dataFile(plan.all?.data, uri);
  if (file === undefined) return [];
  const readers = readersOf(uri, plan);
  return [
    ...file.problems,
    ...file.rows
      .filter((row) => !readers.has(row.indicator))
      .map(({ row, indicator }) => ({ row, column: 'indicator', message: say`"${indicator}" is no indicator that reads this file` })),
    ...file.rows
      .filter((row) => daysOf(row.on, plan).start > today)
      .map(({ row, on }) => ({ row, column: 'date', message: say`${on.text} lies in the future` })),
  ].sort((a, b) => a.row - b.row);
}
