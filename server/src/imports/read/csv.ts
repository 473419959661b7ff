import { recordsOf } from '../../model/csv.ts';
import { say } from '../../text/say.ts';
import { textIn } from './decode.ts';
import { type Cell, type Grid, LIMITS, Refused, type Source, tidy } from './source.ts';

const SEPARATORS = [';', '\t', ',', '|'];

/** A table of text with whatever separator: the one that cuts most of the first lines into the same number of cells. */
export function csv(bytes: Uint8Array, name: string): Source {
  const text = textIn(bytes);
  const said = /^sep=(.)\r?\n/.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const { records } = read(body, said?.[1] ?? separatorOf(body));
  return {
    name,
    format: 'CSV',
    blocks: [
      gridOf(
        name,
        records.map(({ row, cells }) => ({ row: row + (said === null ? 0 : 1), cells })),
      ),
    ],
  };
}

/** A quotation mark that is never closed is only a mark: then each line is a row. */
function read(text: string, separator: string): { readonly records: readonly { readonly row: number; readonly cells: readonly string[] }[] } {
  const whole = recordsOf(text, separator);
  return whole.open === undefined ? whole : { records: text.split(/\r\n|\n|\r/).map((line, i) => ({ row: i + 1, cells: line.split(separator) })) };
}

function separatorOf(text: string): string {
  const lines = text.slice(0, 20_000);
  const scores = SEPARATORS.map((separator) => {
    const counts = recordsOf(lines, separator)
      .records.slice(0, 40)
      .map(({ cells }) => cells.length)
      .filter((count) => count > 1);
    const usual = [...Map.groupBy(counts, (count) => count)].toSorted((a, b) => b[1].length - a[1].length)[0];
    return usual === undefined ? 0 : usual[1].length * 10 + Math.min(9, usual[0]);
  });
  const best = Math.max(...scores);
  return best === 0 ? ';' : (SEPARATORS[scores.indexOf(best)] as string);
}

export function gridOf(name: string, records: readonly { readonly row: number; readonly cells: readonly string[] }[]): Grid {
  if (records.reduce((sum, { cells }) => sum + cells.length, 0) > LIMITS.cells) throw new Refused(say`holds more than ${LIMITS.cells} cells and was not read`);
  const rows = records.map(({ row, cells }) =>
    cells.map((text, i): Cell | undefined => {
      const plain = tidy(text);
      return plain === '' ? undefined : { text: plain, at: { part: name, row, column: i + 1 } };
    }),
  );
  return { kind: 'grid', name, rows };
}
