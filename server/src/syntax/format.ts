import { textOf } from '../language/token.ts';
import { edited } from '../text/edits.ts';
import { say } from '../text/say.ts';
import type { Edit, Span } from '../text/span.ts';
import { layoutEdits } from './gaps.ts';
import { parse } from './parse.ts';
import { printChunk } from './print.ts';
import { type Chunk, type Problem, perChunk, type Statement, type Tree } from './tree.ts';

/** A place that was left as it is, and why. */
export interface LeftAlone {
  readonly at: number;
  readonly message: string;
}

export interface Formatting {
  /** In order; most of them change nothing but white space. */
  readonly edits: readonly Edit[];
  readonly left: readonly LeftAlone[];
}

const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m;

/**
 * How a file is brought into its canonical form: what it says, its order and its comments stay. What is broken is left alone, where it
 * is broken. Only the chunks that some spans touch are looked at when they are given.
 */
export function formatting(tree: Tree, within?: readonly Span[]): Formatting {
  const conflict = tree.chunks.findIndex((chunk) => CONFLICT.test(chunk.text));
  if (conflict >= 0) {
    const at = (tree.starts[conflict] as number) + (tree.chunks[conflict] as Chunk).text.search(CONFLICT);
    return { edits: [], left: [{ at, message: say`An unfinished merge has left its marks here.` }] };
  }
  const eol = /\r\n|\r|\n/.exec(tree.chunks.find((chunk) => chunk.lines.length > 1)?.text ?? '')?.[0] ?? '\n';
  const edits: Edit[] = [];
  const left: LeftAlone[] = [];
  for (const [i, chunk] of tree.chunks.entries()) {
    const start = tree.starts[i] as number;
    const end = start + chunk.text.length;
    if (within !== undefined && !within.some((span) => span.start <= end && start <= span.end)) continue;
    const { body, why } = canonical(chunk);
    for (const { span, message } of why) left.push({ at: start + span.start, message });
    if (body === undefined) continue;
    const last = i === tree.chunks.length - 1;
    const after = body === '' ? '' : last || !endsBlank(chunk) ? '\n' : '\n\n';
    const mark = i === 0 && chunk.text.startsWith('\uFEFF') ? '\uFEFF' : '';
    for (const { span, text } of layoutEdits(chunk.text, mark + body + after, eol))
      edits.push({ span: { start: start + span.start, end: start + span.end }, text });
  }
  return { edits, left };
}

/** The text of a tree in its canonical form. */
export const format = (tree: Tree): string => edited(tree.text, formatting(tree).edits);

/** Whether a blank line follows the chunk: it belongs to the chunk before it. */
const endsBlank = (chunk: Chunk): boolean => {
  const { text } = chunk;
  return text.slice(text.trimEnd().length).split(/\r\n|\r|\n/).length > 2;
};

interface Canonical {
  /** `undefined` where the chunk stays as it is. */
  readonly body: string | undefined;
  readonly why: readonly Pick<Problem, 'span' | 'message'>[];
}

/** What breaks the structure; whatever else is wrong stands in a statement of its own and can be laid out. */
const BREAKS: ReadonlySet<string> = new Set(['structure/unclosed-block', 'structure/unexpected-text', 'structure/text-not-terminated']);

const canonical = perChunk((chunk): Canonical => {
  const why = chunk.problems.filter(({ rule }) => BREAKS.has(rule));
  if (why.some((problem) => isLost(problem, chunk))) return { body: undefined, why };
  const broken = new Set<Statement>();
  for (const { statement } of why) {
    broken.add(statement as Statement);
    // What stands on one line with a broken statement stays with it.
    for (let around = statement?.parent; around?.braces !== undefined && isOneLine(around.braces, chunk); around = around.parent) broken.add(around);
  }
  const body = printChunk(chunk, broken);
  const again = parse(`${body}\n`);
  if (body !== '' && !saysTheSame(chunk, again))
    return { body: undefined, why: [...why, { span: { start: 0, end: 0 }, message: say`This cannot be laid out without changing what it says.` }] };
  return { body, why };
});

const isOneLine = (span: Span, chunk: Chunk): boolean => !/[\r\n]/.test(chunk.text.slice(span.start, span.end));

/** Whether nobody can tell where a problem begins and ends: a brace too many, blocks too deep, an open text that takes braces or lines in. */
function isLost({ rule, statement, span }: Problem, chunk: Chunk): boolean {
  if (statement === undefined) return true;
  if (rule === 'structure/unexpected-text') return statement.word !== '';
  const written = chunk.text.slice(span.start, span.end);
  return rule === 'structure/text-not-terminated' && (written.startsWith('"""') || /[{}]/.test(written));
}

/** Whether two texts have the same statements and comments, and the same problems. */
function saysTheSame(chunk: Chunk, tree: Tree): boolean {
  const some = tree.chunks.flatMap(({ statements }) => statements);
  const comments = tree.chunks.flatMap((one) => one.comments.map((comment) => one.text.slice(comment.start, comment.end).trimEnd()));
  const rules = tree.chunks.flatMap((one) => one.problems.map(({ rule }) => rule));
  return (
    alike(chunk.statements, some) &&
    comments.length === chunk.comments.length &&
    chunk.comments.every(({ start, end }, i) => comments[i] === chunk.text.slice(start, end).trimEnd()) &&
    rules.length === chunk.problems.length &&
    chunk.problems.every(({ rule }, i) => rule === rules[i])
  );
}

function alike(some: readonly Statement[] | undefined, others: readonly Statement[] | undefined): boolean {
  if (some === undefined || others === undefined) return some === others;
  return some.length === others.length && some.every((one, i) => same(one, others[i] as Statement));
}

const same = (a: Statement, b: Statement): boolean =>
  a.word === b.word &&
  a.kind === b.kind &&
  a.row === b.row &&
  a.values.length === b.values.length &&
  a.values.every(({ kind, image }, i) => {
    const other = b.values[i] as (typeof a.values)[number];
    return kind === other.kind && (image === other.image || (image.startsWith('"""') && textOf(image) === textOf(other.image)));
  }) &&
  alike(a.block, b.block);
