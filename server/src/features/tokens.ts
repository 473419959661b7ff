import type { Range, SemanticTokensEdit } from 'vscode-languageserver';
import { parseNumber } from '../language/amounts.ts';
import { type Day, type Period, parseDate } from '../language/dates.ts';
import { CONNECTORS, FORMS } from '../language/forms.ts';
import type { Ref } from '../language/shape.ts';
import type { Token } from '../language/token.ts';
import type { Kind } from '../language/vocabulary.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Reading } from '../model/read.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, type TokenModifier, type TokenType } from './legend.ts';
import { leadsTo, segmentsOf } from './spot.ts';

const TYPES: Readonly<Record<Kind, TokenType>> = {
  plan: 'namespace',
  framework: 'namespace',
  sector: 'namespace',
  item: 'enumMember',
  actor: 'class',
  partner: 'interface',
  body: 'struct',
  agreement: 'type',
  group: 'type',
  consultation: 'event',
  phase: 'event',
  responsibility: 'function',
  measure: 'function',
  mandate: 'function',
  goal: 'variable',
  target: 'variable',
  indicator: 'variable',
  fund: 'variable',
  waive: 'keyword',
};

const LEADS: ReadonlySet<string> = new Set([...CONNECTORS, ...FORMS].flatMap((words) => words.split(' ')));

const NUMBERS = Object.fromEntries(TOKEN_TYPES.map((type, i) => [type, i])) as Readonly<Record<TokenType, number>>;
const bitsOf = (modifiers: readonly TokenModifier[]): number => modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);

interface Coloured extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The meaning of the words of a file, or of a range of it, as the protocol writes it: five numbers a word, each place told from the one before. */
export function semanticTokens(workspace: Workspace, uri: string, today: Day, range?: Range): number[] {
  const file = workspace.files.get(uri);
  const scope = workspace.scopeOf(uri);
  if (file === undefined || scope === undefined) return [];
  const { tree } = file;
  const [from, to] = range === undefined ? [0, tree.length] : [tree.offsetAt(range.start), tree.offsetAt(range.end)];
  const data: number[] = [];
  let [line, character] = [0, 0];
  const put = (onLine: number, at: number, length: number, { type, modifiers }: Coloured) => {
    data.push(onLine - line, onLine === line ? at - character : at, length, NUMBERS[type], modifiers.length === 0 ? 0 : bitsOf(modifiers));
    line = onLine;
    character = at;
  };
  for (const [i, chunk] of tree.chunks.entries()) {
    const start = tree.starts[i] as number;
    if (start > to || start + chunk.text.length < from) continue;
    const first = tree.positionAt(start).line;
    const { lines, text } = chunk;
    let own = 0;
    for (const word of coloured(chunk, file.readings[i] as Reading, scope, today)) {
      if (start + word.start > to || start + word.end < from) continue;
      while ((lines[own + 1] ?? text.length + 1) <= word.start) own++;
      const at = word.start - (lines[own] as number);
      if (word.type !== 'string' || word.end <= (lines[own + 1] ?? word.end)) {
        put(first + own, at, word.end - word.start, word);
        continue;
      }
      // A text of several lines is told line by line: few editors take it whole.
      for (const [n, part] of text
        .slice(word.start, word.end)
        .split(/\r\n|\r|\n/)
        .entries())
        if (part !== '') put(first + own + n, n === 0 ? at : 0, part.length, word);
    }
  }
  return data;
}

/** What has to be replaced in what the editor was told before. */
export function tokensDelta(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const least = Math.min(before.length, after.length);
  let front = 0;
  while (front < least && before[front] === after[front]) front++;
  if (front === before.length && front === after.length) return [];
  let back = 0;
  while (back < least - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return [{ start: front, deleteCount: before.length - front - back, data: after.slice(front, after.length - back) }];
}

function coloured(chunk: Chunk, reading: Reading, scope: Scope, today: Day): Coloured[] {
  const words: Coloured[] = [];
  const names = namesIn(reading);
  const put = ({ start, end }: Span, type: TokenType, ...modifiers: TokenModifier[]) => words.push({ start, end, type, modifiers });
  const name = (ref: Ref) => {
    const segments = segmentsOf(ref);
    for (const segment of segments) {
      const found = leadsTo(segment, segments.length, scope);
      if (found === undefined) {
        if (ref.kinds.includes('category')) put(segment.span, 'enumMember');
        continue;
      }
      const { declaration } = found;
      const elsewhere: readonly TokenModifier[] = found.scope === scope ? [] : ['readonly'];
      put(segment.span, TYPES[declaration.kind as Kind], ...elsewhere, ...ended(declaration, today));
    }
  };
  const value = (token: Token) => {
    const ref = names.refs.get(token.start);
    const declared = names.ids.get(token.start);
    if (token.kind === 'text') put(token, 'string');
    else if (token.kind === 'comma') return;
    else if (declared !== undefined) put(token, TYPES[declared.kind as Kind], 'declaration', ...ended(declared, today));
    else if (ref !== undefined) name(ref);
    else if (parseDate(token.image) !== undefined) put(token, 'date');
    else put(token, parseNumber(token.image) !== undefined ? 'number' : LEADS.has(token.image) ? 'connector' : 'enumMember');
  };
  const visit = (statements: readonly Statement[]) => {
    for (const { head, kind, row, values, block } of statements) {
      const category = names.refs.get(head.start);
      if (kind !== undefined) put(head, 'keyword');
      else if (row !== undefined) put(head, 'property');
      else if (category !== undefined) name(category);
      for (const token of values) value(token);
      if (block !== undefined) visit(block);
    }
  };
  visit(chunk.statements);
  for (const comment of chunk.comments) put(comment, 'comment');
  return words.sort((a, b) => a.start - b.start);
}

/** Where names stand in a chunk: those that are declared there, and those that are used. */
function namesIn({ declarations, waivers }: Reading): { readonly ids: ReadonlyMap<number, Declaration>; readonly refs: ReadonlyMap<number, Ref> } {
  const ids = new Map<number, Declaration>();
  const refs = new Map<number, Ref>();
  const note = (some: readonly Ref[]) => {
    for (const ref of some) if (ref.kinds.length > 0) refs.set(ref.token.start, ref);
  };
  const visit = (some: readonly Declaration[]) => {
    for (const one of some) {
      if (one.idToken !== undefined) ids.set(one.idToken.start, one);
      for (const fact of one.facts) note(fact.refs);
      visit(one.children);
    }
  };
  visit(declarations);
  for (const waiver of waivers) note(waiver.refs);
  return { ids, refs };
}

function ended(declaration: Declaration, today: Day): readonly TokenModifier[] {
  const active = declaration.is('actor', 'partner') ? (declaration.one('active')?.value as Period | undefined) : undefined;
  return active?.to !== undefined && active.to.end < today ? ['deprecated'] : [];
}
