import { quote } from '../../language/token.ts';
import type { Kind } from '../../language/vocabulary.ts';
import { told } from '../../text/say.ts';
import type { Draft } from '../draft.ts';
import { written } from '../draft.ts';
import type { Heading, Paragraph, Source } from '../read/source.ts';
import { keyword, type Rebuilding } from './rebuild.ts';
import { isChapter } from './records.ts';

// What a document of a plan says between its tables: facts of the plan and of its sectors, lists, and prose.

const HOLDERS: readonly Kind[] = ['actor', 'partner', 'body', 'group'];
/** A fact with its label, as statements. */
type Said = (words: string, rebuilding: Rebuilding) => readonly string[];

const each = (words: string): readonly string[] => words.split('; ').filter((one) => one !== '');
const names =
  (word: string): Said =>
  (words, rebuilding) => {
    const ids = rebuilding.named(words, HOLDERS).map(({ id }) => id);
    return ids.length < each(words).length ? [] : [`${word} ${ids.join(', ')}`];
  };
/** `yearly by Steering group`: who it is, by the id. */
const byWhom = (words: string, rebuilding: Rebuilding): string =>
  words.replace(/^(.*?) by (.*?)(?: as (.*))?$/s, (_, before: string, name: string, as?: string) => {
    const id = rebuilding.named(name, HOLDERS)[0]?.id;
    return `${before} by ${id ?? quote(name)}${as === undefined ? '' : ` as ${quote(as)}`}`;
  });
const reason = (words: string): string => {
  const at = words.indexOf(' because ');
  return at < 0 ? quote(words) : `${quote(words.slice(0, at))} because ${quote(words.slice(at + ' because '.length))}`;
};

const PLAN: Readonly<Record<string, Said>> = {
  Period: (words) => [`period ${words}`],
  Status: (words) => [`status ${words.toLowerCase()}`],
  Adopted: (words, rebuilding) => each(words).map((one) => `adopted ${byWhom(one, rebuilding)}`),
  Coordinator: names('coordinator'),
  'Published by': names('published by'),
  Level: (words) => [`level ${words.replaceAll('; ', ', ')}`],
  Territory: (words) => [
    `territory ${words.replace(/^(.*?)(?: ([A-Z]{2}-?[A-Z\d]*))?$/s, (_, name: string, code?: string) => `${quote(name)}${code === undefined ? '' : ` ${code}`}`)}`,
  ],
  Under: (words) => each(words).map((one) => `under ${quote(one)}`),
  Supersedes: (words) => each(words).map((one) => `supersedes ${quote(one)}`),
  'Anchored in': (words) =>
    each(words).map((one) =>
      one.replace(
        /^(.*?)(?: \((financial|master|thematic|programme|strategy)\))?$/s,
        (_, text: string, kind: string | undefined) => `anchored in ${kind === undefined ? '' : `${kind} `}${quote(text)}`,
      ),
    ),
  Reviewed: (words, rebuilding) => [`review ${byWhom(words, rebuilding)}`],
  Evaluated: (words, rebuilding) => each(words).map((one) => `evaluated ${byWhom(one, rebuilding)}`),
  'Leaves out': (words) => each(words).map((one) => `excludes ${reason(one)}`),
};
const SECTOR: Readonly<Record<string, Said>> = {
  Lead: names('lead'),
  For: (words, rebuilding) => {
    const ids = rebuilding.named(words, ['group']).map(({ id }) => id);
    return ids.length < each(words).length ? [] : [`groups ${ids.join(', ')}`];
  },
  Field: (words) => [`field ${words.split(/[;,] /).map(keyword).join(', ')}`],
  // Items of frameworks are told by their titles, which name nothing outside of them.
  Answers: () => [],
  'Leaves out': (words) => each(words).map((one) => `excludes ${reason(one)}`),
};
const LISTS: Readonly<Record<string, string>> = { Principles: 'principle', Assumptions: 'assumption', Risks: 'risk' };
const isCalled = (text: string, name: string): boolean => text === name || text === told(name);

export function documentTold({ blocks }: Source, rebuilding: Rebuilding): void {
  const { builder } = rebuilding;
  /** What the chapter is about: the plan, a sector, or nothing that is told here. */
  let about: Draft | undefined = builder.plan;
  let facts = PLAN;
  let list: string | undefined;
  /** What prose is about: a sector until its first table, then what a note is headed by. */
  let prose: Draft | undefined;
  const texts = new Map<Draft, string[]>();
  const take = (piece: Heading | Paragraph, draft: Draft, as: string) => builder.take(piece, draft, as);
  for (const block of blocks) {
    if (block.kind === 'grid') prose = undefined;
    else if (block.kind === 'heading') {
      list = Object.entries(LISTS).find(([name]) => isCalled(block.text, name))?.[1];
      prose = undefined;
      if (block.level !== 1) continue;
      const isPlan = isCalled(block.text, 'About the plan');
      const isSector = !isPlan && !isChapter(block.text) && !isCalled(block.text, 'Across the sectors');
      about = isPlan ? builder.plan : isSector ? rebuilding.sectorOf(block) : undefined;
      prose = isSector ? about : undefined;
      facts = isPlan ? PLAN : SECTOR;
    } else if (about !== undefined && list !== undefined && block.item !== undefined) {
      if (about.say(`${list} ${list === 'risk' ? riskBy(block.text, rebuilding) : quote(block.text)}`)) take(block, about, block.text);
    } else {
      const noted = rebuilding.noted(block.text);
      const known = about === undefined ? undefined : statementsOf(block.text, facts, rebuilding);
      // The facts of a sector end the prose about it.
      if (known !== undefined && prose === about) prose = undefined;
      if (noted !== undefined) {
        prose = noted;
        take(block, noted, block.text);
      } else if (about !== undefined && known !== undefined && known.length > 0 && known.map((line) => (about as Draft).say(line)).every((done) => done))
        take(block, about, block.text);
      else if (prose !== undefined) {
        texts.set(prose, [...(texts.get(prose) ?? []), `${block.item === undefined ? '' : '- '}${block.text}`]);
        take(block, prose, block.text);
      }
    }
  }
  for (const [draft, parts] of texts) draft.say(`about ${written(parts.join('\n\n').replace(/\n\n(?=- )/g, '\n'))}`);
}

/** A risk, and who watches it: `Rents rise (Housing office)`, as the report writes them. Brackets that name nobody belong to the risk. */
function riskBy(text: string, rebuilding: Rebuilding): string {
  for (let at = text.endsWith(')') ? text.indexOf(' (') : -1; at >= 0; at = text.indexOf(' (', at + 1)) {
    const id = rebuilding.named(text.slice(at + ' ('.length, -1), HOLDERS).find(({ kind }) => HOLDERS.includes(kind))?.id;
    if (id !== undefined) return `${quote(text.slice(0, at))} by ${id}`;
  }
  return quote(text);
}

/** What a paragraph says that begins with the label of a fact. */
function statementsOf(text: string, facts: Readonly<Record<string, Said>>, rebuilding: Rebuilding): readonly string[] | undefined {
  for (const [label, says] of Object.entries(facts))
    for (const name of new Set([label, told(label)])) if (text.startsWith(`${name} `)) return says(text.slice(name.length + 1), rebuilding);
  return undefined;
}
