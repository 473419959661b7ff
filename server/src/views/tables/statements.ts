import { dataFile, dataOf } from '../../model/data.ts';
import type { Declaration } from '../../model/declaration.ts';
import { uriOf } from '../../model/workspace.ts';
import { inOneRow } from '../../syntax/onerow.ts';
import { rounded } from '../figures.ts';
import { type Cells, rowsIn, type Subject, type TableKind, tableKind, text } from '../table.ts';
import { actions } from './actions.ts';
import { CARRIED, marksOf, rowsOf } from './carried.ts';
import { funding } from './funding.ts';
import { people, roles } from './people.ts';
import { indicators, targets, values } from './results.ts';
import { goals, groups, sectors } from './sectors.ts';

/** A cell of a workbook holds no more; what is longer goes on in the next row. */
const LONGEST = 30_000;
/** The word of a row that goes on with the text of the row before. */
export const GOES_ON = '…';
/** The word of a row of the data file of an indicator: date, value, group and note, as in the file. */
export const DATA_ROW = 'data row';

const SOURCES = { actions, roles, people, groups, sectors, goals, targets, indicators, values, funding } as unknown as Readonly<Record<string, TableKind>>;

export const statements = tableKind({
  id: 'statements',
  title: 'Statements',
  about:
    'The whole plan, as it is written: a line for everything that is declared, followed by a line for each of its statements. From these lines and the changes in the other tables, "iplan import" makes the plan again.',
  columns: {
    kind: text('Kind', 'The kind of what is declared: measure, target, fund.'),
    id: text('Id', 'Its id.'),
    title: text('Declaration', 'Its title.'),
    in: text('Written in', 'The id of what it is written in.'),
    word: text('Word', 'The word that the statement begins with; empty in the line of the declaration itself.'),
    text: text('Statement', 'The statement as the plan writes it, on one line: in texts, \\n is the end of a line and \\u{…} the character with this number.'),
    plan: text('Declared in', 'The plan above that declares it, where only its name is used here.'),
    marks: text('Marks', 'What the other tables said of it when this was written, as check digits: by them, cells that were changed since are found.'),
  },
  rows: (subject) => {
    const { scope } = subject;
    const marks = marksBy(subject);
    const declared = scope.written.declarations.flatMap((one: Declaration): Row[] => {
      const common = { kind: one.kind, id: one.idToken?.image ?? (one.kind === 'agreement' ? undefined : one.id), title: one.title, in: one.parent?.id };
      const line = (word: string, said: string): Row[] =>
        pieces(said).map((piece, i) => ({ of: one, cells: { ...common, word: i === 0 ? word : GOES_ON, text: piece } }));
      return [
        { of: one, cells: { ...common, marks: marks.get(one.id) } },
        ...one.facts.flatMap(({ word, node }) => line(word, inOneRow(node))),
        ...dataRows(one, subject).flatMap((row) => line(DATA_ROW, row)),
      ];
    });
    const waived = scope.waivers.map(({ node, rule }) => ({ of: scope.head, cells: { kind: 'waive', title: rule, word: 'waive', text: inOneRow(node) } }));
    const above = [...foreign(subject)].map((one) => ({
      of: one,
      cells: { kind: one.kind, id: one.id, title: one.title, plan: subject.workspace.scopeOf(uriOf(one.node.chunk))?.id ?? scope.id },
    }));
    return [...declared, ...waived, ...above];
  },
});

interface Row {
  readonly of?: Declaration | undefined;
  readonly cells: Cells<'kind' | 'id' | 'title' | 'in' | 'word' | 'text' | 'plan' | 'marks'>;
}

/** What is declared elsewhere and stands in the tables because the plan names it. */
function foreign(subject: Subject): ReadonlySet<Declaration> {
  const own = new Set(subject.scope.declarations);
  const named = Object.values(SOURCES).flatMap((kind) => rowsIn(kind, subject).flatMap(({ of }) => (of === undefined || own.has(of) ? [] : [of])));
  return new Set(named);
}

/** The marks of everything that other tables speak of, by its id. */
function marksBy(subject: Subject): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  for (const carried of CARRIED)
    for (const [id, rows] of rowsOf(carried, rowsIn(SOURCES[carried.table] as TableKind, subject), ({ cells }, column) => cells[column])) {
      const marks = [...marksOf(carried, rows, ({ cells }, column) => cells[column])].map(([group, mark]) => `${group}:${mark}`);
      found.set(id, [...(found.get(id) ?? []), ...marks]);
    }
  return new Map([...found].map(([id, marks]) => [id, marks.join(' ')]));
}

/** What the data file beside the plan says of an indicator. */
function dataRows(one: Declaration, { scope }: Subject): readonly string[] {
  const uri = one.is('indicator') ? dataOf(one as Declaration<'indicator'>, scope.all) : undefined;
  if (typeof uri !== 'string') return [];
  const rows = dataFile(scope.all?.data, uri)?.byIndicator.get(one.id) ?? [];
  return rows.map(({ on, value, group = '', note = '' }) => {
    const rest = note !== '' ? [group, note] : group !== '' ? [group] : [];
    return [on.text, String(rounded(value.number)), ...rest].map(field).join(',');
  });
}

const field = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A long text in pieces that neither begin nor end with a space, nor cut a character. */
function pieces(said: string): readonly string[] {
  const found: string[] = [];
  let rest = said;
  while (rest.length > LONGEST) {
    let end = LONGEST;
    while (end > 1 && (/[\s\ud800-\udfff]/.test(rest[end] as string) || /[\s\ud800-\udbff]/.test(rest[end - 1] as string))) end--;
    found.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...found, rest];
}
