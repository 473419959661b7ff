import { CodeActionKind } from 'vscode-languageserver';
import type { Declaration } from '../../model/declaration.ts';
import type { SourceFile } from '../../model/workspace.ts';
import { called } from '../../rules/rule.ts';
import { say } from '../../text/say.ts';
import type { Span } from '../../text/span.ts';
import { holds } from '../../text/span.ts';
import { applied, type Edits, type FileEdit } from '../edits.ts';
import { dataPathEdit } from '../relocate.ts';
import { type Spot, spotAt } from '../spot.ts';
import { isWhole, lineStart, unitOf } from '../units.ts';
import type { Action, Ask } from './action.ts';

const MOST_FILES = 8;
const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

/** What stands at the caret can go to another file of its plan; a sector also to a file of its own. */
export function moving(ask: Ask): Action[] {
  const spot = spotAt(ask.workspace, ask.uri, ask.range.start);
  const declaration = spot?.declaration;
  if (spot === undefined || declaration === undefined || spot.file.library || spot.scope.kind !== 'plan') return [];
  const { node } = declaration;
  if (declaration.is('plan', 'framework', 'item', 'agreement') && (declaration.kind !== 'agreement' || node.parent !== undefined)) return [];
  if (!holds({ start: node.head.start, end: (declaration.titleToken ?? declaration.idToken ?? node.head).end }, spot.offset)) return [];
  const sector = declaration.parent;
  if (node.parent !== undefined && (sector?.kind !== 'sector' || sector.idToken === undefined)) return [];
  const unit = unitOf(node.chunk.text, node.span);
  if (!isWhole(node.chunk.text, unit, node.span)) return [];
  const title = called(declaration);
  const others = spot.scope.files.filter((file) => file !== spot.file && !file.library).slice(0, MOST_FILES);
  return [
    ...others.map(
      (file): Action => ({
        title: say`Move ${title} to ${pathFrom(ask.uri, file.uri)}`,
        kind: CodeActionKind.RefactorMove,
        edits: () => moved(ask, spot, declaration, unit, file),
      }),
    ),
    ...ownFile(ask, spot, declaration, unit),
  ];
}

const pathFrom = (from: string, to: string): string => (folderOf(from) === folderOf(to) ? nameOf(to) : decodeURIComponent(to.split('/').slice(-2).join('/')));

/** A sector in a file with other things can have a file of its own, as its department would. */
function ownFile(ask: Ask, spot: Spot, declaration: Declaration, unit: Span): Action[] {
  const alone = spot.file.tree.chunks.every((chunk) => chunk.statements.every((statement) => statement === declaration.node));
  if (!ask.creates || alone || !declaration.is('sector') || declaration.idToken === undefined) return [];
  const uri = [`${declaration.id}.iplan`, `sector-${declaration.id}.iplan`]
    .map((name) => folderOf(ask.uri) + encodeURIComponent(name))
    .find((candidate) => !ask.workspace.files.has(candidate));
  if (uri === undefined) return [];
  return [
    {
      title: say`Move ${called(declaration)} to a file of its own, ${nameOf(uri)}`,
      kind: CodeActionKind.RefactorExtract,
      edits: () => {
        const taken = removal(ask, spot, unit);
        return taken && { creates: [uri], edits: [taken, { uri, span: { start: 0, end: 0 }, text: ended(written(ask, declaration, unit, uri)) }] };
      },
    },
  ];
}

function moved(ask: Ask, spot: Spot, declaration: Declaration, unit: Span, file: SourceFile): Edits | undefined {
  const taken = removal(ask, spot, unit);
  if (taken === undefined) return undefined;
  const text = ended(written(ask, declaration, unit, file.uri));
  return { edits: [taken, declaration.node.parent === undefined ? atEnd(file, text) : inSector(file, (declaration.parent as Declaration).id, text)] };
}

/** Takes the declaration out, with one of the blank lines around it. */
function removal(ask: Ask, spot: Spot, unit: Span): FileEdit | undefined {
  const { text } = spot.chunk;
  const blank = /^(?:[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(unit.end))?.[0].length ?? 0;
  return placed(ask, spot, { start: unit.start, end: unit.end + blank });
}

function placed(ask: Ask, spot: Spot, span: Span): FileEdit | undefined {
  const place = ask.workspace.place(spot.chunk, span);
  return place && { uri: place.file.uri, span: place.span, text: '' };
}

/** The text that moves; paths in it lead where they led. */
function written({ workspace }: Ask, declaration: Declaration, unit: Span, to: string): string {
  const { chunk } = declaration.node;
  const own = chunk.text.slice(unit.start, unit.end);
  const start = workspace.place(chunk, unit)?.span.start ?? 0;
  const from = workspace.place(chunk, unit)?.file.uri;
  const indicators = [declaration, ...declaration.children].filter((one) => one.is('indicator')) as readonly Declaration<'indicator'>[];
  const paths = indicators.flatMap((one) => dataPathEdit(workspace, one, (uri) => (uri === from ? to : uri)) ?? []);
  return applied(
    own,
    paths.map(({ span, text }) => ({ text, span: { start: span.start - start, end: span.end - start } })),
  );
}

const ended = (text: string): string => `${text.trimEnd()}\n`;

export function atEnd(file: SourceFile, text: string): FileEdit {
  const { tree } = file;
  const gap = tree.text === '' ? '' : /(?:\r\n|\n|\r)$/.test(tree.text) ? '\n' : '\n\n';
  return { uri: file.uri, span: { start: tree.length, end: tree.length }, text: gap + text };
}

/** At the end of a sector that the file opens already, else in one that is opened anew. */
function inSector(file: SourceFile, id: string, text: string): FileEdit {
  const open = file.readings.flatMap((reading) => reading.declarations).findLast((one) => one.is('sector') && one.id === id);
  const braces = open?.node.braces;
  const start = open === undefined ? undefined : file.tree.startOf(open.node.chunk);
  const chunk = open?.node.chunk.text ?? '';
  if (braces === undefined || start === undefined || chunk[braces.end - 1] !== '}') return atEnd(file, `sector ${id} {\n${text}}\n`);
  const line = lineStart(chunk, braces.end - 1);
  const ownLine = chunk.slice(line, braces.end - 1).trim() === '';
  const at = start + (ownLine ? line : braces.end - 1);
  return { uri: file.uri, span: { start: at, end: at }, text: ownLine ? `\n${text}` : `\n${text}` };
}
