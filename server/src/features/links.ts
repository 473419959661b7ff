import type { DocumentLink } from 'vscode-languageserver';
import { dataOf } from '../model/data.ts';
import type { Declaration } from '../model/declaration.ts';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import type { Span } from '../text/span.ts';

const ADDRESS = /https?:\/\/[^\s"\\<>]+/g;

/** What can be followed: web addresses in texts and comments, and the data files that indicators name. */
export function documentLinks(workspace: Workspace, uri: string): DocumentLink[] {
  const file = workspace.files.get(uri);
  if (file === undefined) return [];
  const links: DocumentLink[] = [];
  for (const [i, chunk] of file.tree.chunks.entries()) {
    const link = (span: Span, target: string, tooltip: string) => {
      const range = file.tree.rangeIn(chunk, span);
      if (range !== undefined) links.push({ range, target, tooltip });
    };
    for (const span of prose(chunk)) {
      for (const match of chunk.text.slice(span.start, span.end).matchAll(ADDRESS)) {
        const address = trimmed(match[0]);
        const start = span.start + match.index;
        if (URL.canParse(address)) link({ start, end: start + address.length }, address, say`Open this page`);
      }
    }
    for (const { token, target } of dataFiles(file, i, workspace)) link({ start: token.start + 1, end: token.end - 1 }, target, say`Open this data file`);
  }
  return links;
}

/** The texts and comments of a chunk. */
function prose(chunk: Chunk): readonly Span[] {
  if (!chunk.text.includes('://')) return [];
  const texts = (statements: readonly Statement[]): Span[] =>
    statements.flatMap(({ values, block }) => [...values.filter(({ kind }) => kind === 'text'), ...texts(block ?? [])]);
  return [...texts(chunk.statements), ...chunk.comments].sort((a, b) => a.start - b.start);
}

/** An address ends before the mark that ends its sentence, and before a bracket that was opened ahead of it. */
function trimmed(address: string): string {
  const marks = address.includes('(') ? MARKS : `${MARKS})`;
  let { length } = address;
  while (length > 0 && marks.includes(address[length - 1] as string)) length--;
  return address.slice(0, length);
}

const MARKS = ".,;:!?'*_";

function dataFiles(file: SourceFile, index: number, workspace: Workspace): { token: Span; target: string }[] {
  const inside = (declarations: readonly Declaration[]): Declaration[] => declarations.flatMap((one) => [one, ...inside(one.children)]);
  return inside(file.readings[index]?.declarations ?? []).flatMap((one) => {
    const token = one.is('indicator') ? one.one('data')?.node.values[0] : undefined;
    const target = token === undefined ? undefined : dataOf(one, workspace.scopes);
    return token === undefined || typeof target !== 'string' ? [] : [{ token, target }];
  });
}
