import { MarkupKind, type Position, type SignatureHelp, type SignatureInformation } from 'vscode-languageserver';
import { capital, either } from '../language/nouns.ts';
import { Cursor, type Shape } from '../language/shape.ts';
import type { Token } from '../language/token.ts';
import { kindRow } from '../language/vocabulary.ts';
import { waiver } from '../language/waiver.ts';
import { wanted } from '../language/wanted.ts';
import type { Workspace } from '../model/workspace.ts';
import { chunkAt, type Statement, statementAt } from '../syntax/tree.ts';
import { say, told } from '../text/say.ts';
import { atHead, placeAt } from './completion/place.ts';

/** One part of a statement. */
interface Part {
  readonly shape: Shape<unknown>;
  readonly label: string;
  /** Parts of one group may stand in any order. */
  readonly group?: object;
}

/** What the parts of a statement are, the one at the caret marked: all the ways to write it, the one that fits what is written first. */
export function signatureHelp(workspace: Workspace, uri: string, position: Position): SignatureHelp | null {
  const at = statementFor(workspace, uri, position);
  if (at === undefined) return null;
  const { statement, tokens, caret } = at;
  if (statement.kind !== undefined && statement.kind !== 'waive') return header(statement, caret);
  const shape = statement.row?.shape ?? (statement.kind === 'waive' ? waiver : undefined);
  if (shape === undefined) return null;
  const ways = waysOf(shape);
  const reached = ways.map((parts) => reach(parts, tokens));
  const active = Math.max(0, reached.indexOf(Math.max(...reached)));
  return {
    signatures: ways.map((parts) => signature(statement.word, parts, told(statement.row?.doc ?? kindRow('waive').doc))),
    activeSignature: active,
    activeParameter: partAt(ways[active] as readonly Part[], tokens, caret),
  };
}

interface Asked {
  readonly statement: Statement;
  /** The values up to the caret and with the one under it. */
  readonly tokens: readonly Token[];
  /** The number of the value at the caret. */
  readonly caret: number;
}

function statementFor(workspace: Workspace, uri: string, position: Position): Asked | undefined {
  const place = placeAt(workspace, uri, position);
  if (place !== undefined) {
    if (atHead(place)) return undefined;
    const { before, word, chunk, statement } = place;
    const under: Token[] = word.end > word.start ? [{ kind: 'word', image: chunk.text.slice(word.start, word.end), ...word }] : [];
    return { statement, tokens: [...before, ...under], caret: before.length };
  }
  // In a text: what stands around it is known from the whole.
  const file = workspace.files.get(uri);
  if (file === undefined) return undefined;
  const { chunk, start } = chunkAt(file.tree, file.tree.offsetAt(position));
  const offset = file.tree.offsetAt(position) - start;
  const statement = statementAt(chunk, offset);
  const caret = statement?.values.findIndex((token) => token.kind === 'text' && token.start < offset && offset <= token.end) ?? -1;
  return statement === undefined || caret < 0 ? undefined : { statement, tokens: statement.values.slice(0, caret + 1), caret };
}

/** The ways to write a shape: alternatives are ways of their own where the shape is one of them, or ends with one of them. */
function waysOf(shape: Shape<unknown>): readonly (readonly Part[])[] {
  const { made } = shape;
  if (made?.of === 'one of') {
    const ways = made.shapes.flatMap(waysOf);
    // Alternatives of one word or value each are one part: `by date | until date`.
    return ways.every((way) => way.length === 1) ? [[{ shape, label: shape.notation }]] : ways;
  }
  if (made?.of === 'any order') {
    const group = {};
    return [made.shapes.map((one) => ({ shape: one, label: `[${one.notation}]`, group }))];
  }
  if (made?.of === 'maybe') {
    const [inner] = made.shapes as [Shape<unknown>];
    const ways = waysOf(inner);
    return ways.length === 1 ? [[{ shape, label: shape.notation }]] : ways;
  }
  if (made?.of !== 'parts') return [[{ shape, label: shape.notation }]];
  const last = waysOf(made.shapes.at(-1) as Shape<unknown>);
  const before = made.shapes.slice(0, -1).flatMap((one): readonly Part[] => {
    const ways = waysOf(one);
    return ways.length === 1 ? (ways[0] as readonly Part[]) : [{ shape: one, label: one.notation }];
  });
  return last.map((way) => [...before, ...way]);
}

/** How much of what is written a way can take. */
function reach(parts: readonly Part[], tokens: readonly Token[]): number {
  const cursor = new Cursor(tokens);
  let furthest = 0;
  walk(parts, cursor, (_, to) => {
    furthest = Math.max(furthest, to);
    return false;
  });
  return Math.max(furthest, cursor.furthest);
}

/** The part in which the value with a number stands, or would stand. */
function partAt(parts: readonly Part[], tokens: readonly Token[], caret: number): number {
  const cursor = new Cursor(tokens);
  let found: number | undefined;
  walk(parts, cursor, (i, to) => {
    if (to <= caret) return false;
    found = i;
    return true;
  });
  return found ?? next(parts, cursor);
}

const taken = new WeakMap<Cursor, ReadonlySet<number>>();

/** The part that may come after those that were read. */
function next(parts: readonly Part[], cursor: Cursor): number {
  const done = taken.get(cursor) ?? new Set();
  const last = Math.max(-1, ...done);
  const group = parts[last]?.group;
  const open = parts.findIndex((part, i) => !done.has(i) && (i > last || (group !== undefined && part.group === group)));
  return open < 0 ? parts.length - 1 : open;
}

/**
 * Reads parts one after the other, and says of each how far it goes: to the place where it is not finished, when what is written breaks
 * off in it. Stops when told to.
 */
function walk(parts: readonly Part[], cursor: Cursor, visit: (part: number, to: number) => boolean): void {
  const done = new Set<number>();
  taken.set(cursor, done);
  for (let i = 0; i < parts.length; i++) {
    const { group } = parts[i] as Part;
    const rivals = group === undefined ? [i] : parts.flatMap((part, j) => (part.group === group && !done.has(j) ? [j] : []));
    for (const j of rivals) {
      if (done.has(j)) continue;
      const start = cursor.at;
      cursor.furthest = start;
      const read = (parts[j] as Part).shape.read(cursor);
      // A part that wants more at the end of what is written goes on there.
      const goesOn = cursor.furthest > cursor.at;
      if (cursor.at === start && !goesOn) {
        if (read === undefined && group === undefined) return;
        continue;
      }
      if (cursor.at > start) done.add(j);
      if (visit(j, goesOn ? cursor.furthest + 1 : cursor.at)) return;
      if (cursor.at === start && read === undefined && group === undefined) return;
      // Whatever else is in the group may come before or after.
      if (group !== undefined && cursor.at > start) {
        i =
          Math.min(
            i,
            parts.findIndex((part) => part.group === group),
          ) - 1;
        break;
      }
    }
  }
}

function signature(word: string, parts: readonly Part[], doc: string): SignatureInformation {
  let label = word;
  const parameters = parts.map((part) => {
    label += ' ';
    const start = label.length;
    label += part.label;
    return { label: [start, label.length] as [number, number], documentation: sayingOf(part.shape) };
  });
  return { label, documentation: { kind: MarkupKind.PlainText, value: doc }, parameters };
}

/** What may stand in a part, in a planner's words. */
function sayingOf(shape: Shape<unknown>): string {
  const cursor = new Cursor([]);
  shape.read(cursor);
  const says = [...new Set(cursor.expected.map(wanted))].slice(0, 4);
  return capital(either(says));
}

function header({ kind, values }: Statement, caret: number): SignatureHelp | null {
  if (kind === undefined) return null;
  const row = kindRow(kind);
  const parts = row.header === 'entry' && values[0]?.kind !== 'word' ? [] : ['id'];
  const labels = [...parts, '"Title"'];
  const docs: Record<string, string> = { id: say`A short name by which others refer to it`, '"Title"': say`What people read` };
  let label: string = kind;
  const parameters = labels.map((part) => {
    const start = label.length + 1;
    label += ` ${part}`;
    return { label: [start, label.length] as [number, number], documentation: docs[part] ?? '' };
  });
  return {
    signatures: [{ label, documentation: { kind: MarkupKind.PlainText, value: told(row.doc) }, parameters }],
    activeSignature: 0,
    activeParameter: Math.min(caret, labels.length - 1),
  };
}
