import { recordsOf } from '../../model/csv.ts';
import { say } from '../../text/say.ts';
import { gridOf } from './csv.ts';
import { textIn } from './decode.ts';
import { type Block, Refused, type Source } from './source.ts';
import { unpack } from './unpack.ts';

/** What the head of a report in JSON says of its plan. */
export interface Head {
  readonly id?: string;
  readonly title?: string;
  readonly [word: string]: unknown;
}

/** A report in JSON: a grid a table, with the keys as headings. */
export function json(bytes: Uint8Array, name: string): Source & { readonly head?: Head } {
  let report: { plan?: Head; tables?: Record<string, Record<string, unknown>[]> };
  try {
    report = JSON.parse(textIn(bytes)) as typeof report;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(say`is damaged: it is no proper JSON`);
  }
  if (typeof report !== 'object' || report === null || typeof report.tables !== 'object' || report.tables === null)
    throw new Refused(say`is JSON of another kind: only what "iplan report --format json" writes is read`);
  const blocks = Object.entries(report.tables).flatMap(([table, records]): Block[] => {
    if (!Array.isArray(records)) return [];
    const keys = [...new Set(records.flatMap((record) => Object.keys(record ?? {})))];
    const rows = records.length === 0 ? [] : [keys, ...records.map((record) => keys.map((key) => (record?.[key] === undefined ? '' : String(record[key]))))];
    return [
      {
        ...gridOf(
          table,
          rows.map((cells, i) => ({ row: i + 1, cells })),
        ),
        name: table,
      },
    ];
  });
  const head = report.plan;
  return { name, format: 'JSON', blocks, ...(head !== undefined && { head, title: head.title }) };
}

/** A data package: the tables of a report, a CSV file each. */
export function dataPackage(bytes: Uint8Array, name: string): Source & { readonly head?: Head } {
  const parts = unpack(bytes, (part) => /^[^/]+\.(?:csv|json)$/.test(part));
  const described = parts.get('datapackage.json');
  if (described === undefined) throw new Refused(say`is an archive of another kind: only the data packages of "iplan report --format csv" are read`);
  const { name: id, title } = JSON.parse(textIn(described)) as { name?: string; title?: string };
  const blocks = [...parts].flatMap(([part, content]): Block[] => {
    if (!part.endsWith('.csv')) return [];
    const { records } = recordsOf(textIn(content), ',');
    // Texts that a spreadsheet would take for a formula begin with an apostrophe.
    const rows = records.map(({ row, cells }) => ({ row, cells: cells.map((cell) => (/^'\s*[=+\-@＝＋－＠|%]/u.test(cell) ? cell.slice(1) : cell)) }));
    return rows.length === 0 ? [] : [{ ...gridOf(part, rows), name: part.replace(/\.csv$/, '') }];
  });
  return { name, format: 'CSV package', blocks, title, ...(id !== undefined && { head: { id, ...(title !== undefined && { title }) } }) };
}
