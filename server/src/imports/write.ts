import { quote } from '../language/token.ts';
import { dataUri } from '../model/data.ts';
import { format } from '../syntax/format.ts';
import { parse } from '../syntax/parse.ts';
import { say } from '../text/say.ts';
import { aboutOf, type Builder } from './builder.ts';
import type { Draft } from './draft.ts';

export interface File {
  readonly path: string;
  readonly text: string;
}

/** More than this in one file is unwieldy. */
const LONGEST = 400_000;

/** The files of a plan: its head and what is for the whole of it, who acts, and a file for each field of policy. */
export function filesOf({ plan, top, holders, waivers, data }: Builder): readonly File[] {
  const sectors = top.filter(({ kind }) => kind === 'sector');
  const others = top.filter(({ kind }) => kind !== 'sector');
  const [whole, measures] = [others.filter(({ kind }) => kind !== 'measure'), others.filter(({ kind }) => kind === 'measure')];
  const files = [
    file('plan.iplan', [plan, ...whole], waivers),
    ...(holders.drafts.length === 0 ? [] : [file('people.iplan', holders.drafts)]),
    ...cut(measures).map((some, i) => file(`measures${i === 0 ? '' : `-${i + 1}`}.iplan`, some)),
    ...sectors.flatMap((sector) => {
      const parts = cut(sector.children);
      return (parts.length === 0 ? [[]] : parts).map((some, i) => ({
        path: `sectors/${sector.id}${i === 0 ? '' : `-${i + 1}`}.iplan`,
        text: laidOut(i === 0 ? textOf(sector, some) : `sector ${sector.id} {\n${some.map((child) => textOf(child)).join('\n')}}\n`),
      }));
    }),
  ];
  return [...files, ...dataFiles(files, data)];
}

/** The data files that indicators name, each beside the file that names it. */
function dataFiles(files: readonly File[], data: Builder['data']): readonly File[] {
  const rows = new Map<string, string[]>();
  for (const [{ id }, { path, rows: own }] of data) {
    const from = files.find(({ text }) => new RegExp(`^\\s*indicator ${id}\\b`, 'mu').test(text))?.path ?? '';
    const at = dataUri(`file:///plan/${from}`, 'file:///plan/plan.iplan', path);
    if (typeof at !== 'string') continue;
    const name = decodeURIComponent(at.slice('file:///plan/'.length));
    rows.set(name, [...(rows.get(name) ?? []), ...own.map((row) => `${id},${row}`)]);
  }
  return [...rows].map(([path, lines]) => ({ path, text: `${['indicator,date,value,group,note', ...lines].join('\n')}\n` }));
}

const file = (path: string, drafts: readonly Draft[], more: readonly string[] = []): File => ({
  path,
  text: laidOut([...drafts.map((draft) => textOf(draft)), ...more.map((text) => `${text}\n`)].join('\n')),
});

const laidOut = (text: string): string => format(parse(text));

/** Long lists in several files. */
function cut(drafts: readonly Draft[]): readonly (readonly Draft[])[] {
  const parts: Draft[][] = [];
  let size = LONGEST;
  for (const draft of drafts) {
    size += sizeOf(draft);
    if (size > LONGEST) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(draft);
  }
  return parts;
}

/** About how long a declaration is. */
const sizeOf = ({ title, lines, about, children }: Draft): number =>
  60 +
  title.length +
  [...lines.map(({ text, guessed = '' }) => text + guessed), ...about].reduce((sum, text) => sum + text.length + 6, 0) +
  children.reduce((sum, child) => sum + sizeOf(child), 0);

/** A declaration as it is written. What was assumed stands in a comment above its line. */
export function textOf(draft: Draft, children: readonly Draft[] = draft.children): string {
  const about = aboutOf(draft);
  const lines = [
    ...(about === undefined ? [] : [about]),
    ...draft.lines
      .filter(({ text }) => about === undefined || !text.startsWith('about '))
      .map((line) => [draft.ordered ? 0 : rank(line.text), line] as const)
      .toSorted(([a], [b]) => a - b)
      .flatMap(([, { text, guessed }]) => [...(guessed === undefined ? [] : [`# ${say`Guessed: ${comment(guessed)}`}`]), text]),
    ...children.flatMap((child) => ['', textOf(child).trimEnd()]),
  ];
  const above = draft.comments.map((line) => `# ${comment(line)}\n`).join('');
  const head = [draft.kind, draft.id, draft.title === '' && draft.ordered ? '' : quote(draft.title)].filter((word) => word !== '').join(' ');
  if (lines.length === 0) return `${above}${head}\n`;
  return `${above}${head} {\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n}\n`;
}

/** Statements in the order in which a planner reads them. */
const ORDER =
  'number,called,horizon,part of,field,type,level,period,status draft,measured by,unit,definition,serves,lead,accountable,responsible,with,supported by,consulted,informed,supervised by,for,deadline,frequency,status,budget,output,step,baseline,value,source,owner'.split(
    ',',
  );
const rank = (text: string): number => {
  const at = ORDER.findIndex((word) => text.startsWith(`${word} `) || text === word);
  return at < 0 ? ORDER.length : at;
};

const comment = (text: string): string => text.replace(/\s+/g, ' ');
