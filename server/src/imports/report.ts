import { markdownText } from '../reports/escape.ts';
import { say } from '../text/say.ts';
import type { Merged } from './again.ts';
import type { Remark } from './builder.ts';
import type { Imported } from './plan.ts';
import type { Piece, Place } from './read/source.ts';
import type { Layout } from './recognise.ts';

/** More lines than this are no help: the rest are counted. */
const MOST = 2_000;

/** `sheet "Tiltak", row 7, column C`: where something stands, as its program counts. */
export function placeSaid({ part, row, column }: Place): string {
  if (row === undefined) return part;
  return column === undefined ? say`${part}, paragraph ${row}` : say`${part}, row ${row}, column ${letters(column)}`;
}

const letters = (column: number): string =>
  column <= 26 ? String.fromCharCode(64 + column) : `${letters(Math.floor((column - 1) / 26))}${letters(((column - 1) % 26) + 1)}`;

/** What each column was recognised as: shown before anything is written. */
export function mappingSaid(layouts: Imported['layouts']): readonly string[] {
  return layouts.flatMap(([source, layout]) => [
    tableSaid(source, layout),
    ...columnsOf(layout).map(([heading, means, how]) => say`  ${heading} → ${means} (${how})`),
  ]);
}

/** How much of the sources stands in the plan, and what somebody has to look at: shown before anything is written. */
export function countsSaid({ ledger, questions, guesses, doubts }: Imported): readonly string[] {
  const { all, taken, left } = ledger.count();
  return [
    say`${all} cells, headings and paragraphs: ${taken} in the plan, ${left} in the report with the reason.`,
    ...questions.map((question) => say`Question: ${question}`),
    ...(doubts.length === 0 ? [] : [say`${doubts.length} cells were not understood and stand as remarks.`]),
    ...(guesses.length === 0 ? [] : [say`${guesses.length} things were assumed; each has a comment in the plan.`]),
  ];
}

/** Which table it is, and what its rows are. */
export function tableSaid(source: string, { grid: { name }, subject }: Layout): string {
  if (subject === 'measure') return say`${source}, table "${name}": a row is a measure.`;
  if (subject === 'indicator') return say`${source}, table "${name}": a row is an indicator.`;
  if (subject === 'goal') return say`${source}, table "${name}": a row is a goal.`;
  if (subject === 'logframe') return say`${source}, table "${name}": a row is a goal, a measure or an indicator, as it says.`;
  return say`${source}, table "${name}": no column says what is done, wanted or measured.`;
}

/** Heading, meaning, and by what it was recognised. */
export function columnsOf({ columns }: Layout): readonly (readonly [heading: string, means: string, how: string, recognised: boolean])[] {
  return columns.flatMap((one, c) => {
    if (one.heading === '' && one.column === undefined) return [];
    const means =
      one.part === true
        ? say`somebody, and their part`
        : one.column === undefined
          ? say`a remark`
          : one.dates === true
            ? say`${one.column}, its date`
            : one.column;
    const how = { heading: say`by its heading`, content: say`by what stands below it`, map: say`as you said`, none: say`not recognised; name it with --map` }[
      one.how
    ];
    return [[one.heading === '' ? say`column ${letters(c + 1)}` : one.heading, means, how, one.column !== undefined || one.part === true] as const];
  });
}

/** `import-report.md`: that nothing was lost, and everything that somebody has to look at. */
export function reportOf(imported: Imported, files: readonly { readonly name: string; readonly format: string }[]): string {
  const { ledger, guesses, doubts, questions, layouts } = imported;
  const { all, taken, left } = ledger.count();
  const fates = ledger.pieces.map(([source, piece]) => [source.name, piece, ledger.fateOf(piece)] as const);
  const lines = [
    `# ${say`What was imported`}`,
    '',
    ...files.map(({ name, format }) => `- ${say`${markdownText(name)} (${format})`}`),
    '',
    say`The files hold ${all} cells, headings and paragraphs: ${taken} stand in the plan, ${left} are listed below with the reason why they do not.`,
    '',
    ...part(
      say`Questions`,
      say`Names are joined only where they are certainly one.`,
      questions.map((question) => `- ${markdownText(question)}`),
    ),
    ...part(say`What was not understood`, say`It stands in the plan as a remark. Say it with a statement where it should count.`, doubts.map(remark)),
    ...part(
      say`What was assumed`,
      say`In the plan, a comment that begins with "Guessed" stands above each of these lines. Remove the comment when you have checked it.`,
      guesses.map(remark),
    ),
    ...part(say`What is not in the plan`, '', grouped(fates.flatMap(([source, piece, fate]) => ('left' in fate ? [[source, piece, fate.left] as const] : [])))),
    ...part(
      say`How the columns were read`,
      '',
      layouts.flatMap(([source, layout]) => [
        '',
        `${markdownText(source)}, ${markdownText(layout.grid.name || say`table`)}:`,
        '',
        ...columnsOf(layout).map(([heading, means, how]) => `- ${markdownText(heading)}: ${means} (${how})`),
      ]),
    ),
    ...part(say`Where everything went`, '', [
      `| ${say`Place`} | ${say`Text`} | ${say`In the plan`} |`,
      '| --- | --- | --- |',
      ...fates
        .slice(0, MOST)
        .flatMap(([, piece, fate]) => ('in' in fate ? [`| ${markdownText(placeSaid(piece.at))} | ${short(piece.text)} | ${markdownText(fate.in)} |`] : [])),
      ...(fates.length > MOST ? ['', say`… and ${fates.length - MOST} more, in the same order.`] : []),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What a newer version of the files has changed, at the end of the report. */
export function againReported({ differences, conflicts }: Merged): string {
  const lines = (some: readonly string[]) => some.map((line) => `- ${markdownText(line)}`);
  const all = [...part(say`What has changed in the source`, '', lines(differences)), ...part(say`Conflicts: the plan keeps its own`, '', lines(conflicts))];
  return all.length === 0 ? '' : `\n${all.join('\n').trimEnd()}\n`;
}

const part = (title: string, about: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...(about === '' ? [] : [about, '']), ...lines.slice(lines[0] === '' ? 1 : 0), ''];

const remark = ({ at, id, text }: Remark): string => `- ${markdownText(placeSaid(at))}: ${markdownText(text)} (\`${id}\`)`;

const short = (text: string): string => markdownText(text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The pieces that were left out, those of one reason together. */
const grouped = (left: readonly (readonly [source: string, piece: Piece, reason: string])[]): readonly string[] =>
  [...Map.groupBy(left, ([, , reason]) => reason)].flatMap(([reason, pieces]) => [
    '',
    markdownText(reason),
    '',
    ...pieces.map(([, piece]) => `- ${markdownText(placeSaid(piece.at))}: ${markdownText(piece.text)}`),
  ]);
