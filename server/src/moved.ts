import type { Diagnosis } from './lint.ts';
import type { Position, Range } from './text/span.ts';

/**
 * Problems that were found before a change, at the places where they stand after it; those that stay where they are are the same objects. One
 * that the change touches is left out: whether it still holds is what the next judgement will say.
 */
export function moved(found: readonly Diagnosis[], change: Range, text: string): readonly Diagnosis[] {
  const shift = shiftBy(change, text);
  return found.flatMap((diagnosis): Diagnosis | readonly Diagnosis[] => {
    const range = shift(diagnosis.range);
    if (range === undefined) return [];
    const there = ({ uri, range }: Diagnosis['related'][number]) => (uri === diagnosis.uri ? shift(range) : range);
    if (range === diagnosis.range && diagnosis.related.every((place) => there(place) === place.range)) return diagnosis;
    const related = diagnosis.related.flatMap((place) => {
      const range = there(place);
      return range === undefined ? [] : { ...place, range };
    });
    return { ...diagnosis, range, related };
  });
}

function shiftBy({ start, end }: Range, text: string): (range: Range) => Range | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const last = (lines.at(-1) as string).length;
  const newEnd: Position = { line: start.line + lines.length - 1, character: lines.length === 1 ? start.character + last : last };
  const after = (p: Position): Position => ({
    line: p.line - end.line + newEnd.line,
    character: p.line === end.line ? p.character - end.character + newEnd.character : p.character,
  });
  return (range) => {
    if (isBefore(range.end, start) || (newEnd.line === end.line && range.start.line > end.line)) return range;
    if (isBefore(end, range.start)) return { start: after(range.start), end: after(range.end) };
    return undefined;
  };
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
