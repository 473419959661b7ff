import type { Told, Verdict } from '../sight/verdict.ts';
import { NONE } from '../text/lists.ts';
import type { Range } from '../text/span.ts';

// A verdict as a cache keeps it: every address once, since most places lie in few files, and places as numbers. It is half as long as with a
// name for everything, and is written and read in half the time.

type Lines = readonly [line: number, character: number, endLine: number, endCharacter: number];
type Place = readonly [uri: number, ...Lines];

interface PackedProblem extends Omit<Told, 'uri' | 'range' | 'related' | 'mend'> {
  readonly at: Place;
  readonly related?: readonly (readonly [message: string, ...Place])[];
  readonly mend?: readonly [text: string, ...Lines];
}

export interface Packed extends Omit<Verdict, 'problems'> {
  readonly uris: readonly string[];
  readonly problems: readonly PackedProblem[];
}

const linesOf = ({ start, end }: Range): Lines => [start.line, start.character, end.line, end.character];
const rangeOf = (line: number, character: number, endLine: number, endCharacter: number): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

/** A verdict with the addresses that it is to be kept with. */
export function packed({ plan, problems, ...verdict }: Verdict, short: (uri: string) => string): Packed {
  const uris = new Map<string, number>();
  const placeOf = (uri: string, range: Range): Place => {
    let at = uris.get(uri);
    if (at === undefined) uris.set(uri, (at = uris.size));
    return [at, ...linesOf(range)];
  };
  const all = problems.map(
    ({ uri, range, related, mend, ...problem }): PackedProblem => ({
      ...problem,
      at: placeOf(uri, range),
      ...(related.length === 0 ? {} : { related: related.map((place) => [place.message, ...placeOf(place.uri, place.range)] as const) }),
      ...(mend === undefined ? {} : { mend: [mend.text, ...linesOf(mend.range)] as const }),
    }),
  );
  return { ...verdict, ...(plan && { plan: { ...plan, uri: short(plan.uri) } }), uris: [...uris.keys()].map(short), problems: all };
}

/** A verdict that was kept, with the addresses that its files have now. */
export function unpacked({ plan, uris: kept, problems, ...verdict }: Packed, long: (short: string) => string): Verdict {
  const uris = kept.map(long);
  const uriOf = (at: number): string => uris[at] as string;
  return {
    ...verdict,
    ...(plan && { plan: { ...plan, uri: long(plan.uri) } }),
    problems: problems.map(({ at: [uri, ...lines], related, mend, ...problem }) => ({
      ...problem,
      uri: uriOf(uri),
      range: rangeOf(...lines),
      related: related?.map(([message, uri, ...lines]) => ({ uri: uriOf(uri), range: rangeOf(...lines), message })) ?? NONE,
      ...(mend === undefined ? {} : { mend: { range: rangeOf(mend[1], mend[2], mend[3], mend[4]), text: mend[0] } }),
    })),
  };
}
