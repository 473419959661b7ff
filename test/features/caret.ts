import { parseFile, Workspace } from '../../server/src/model/workspace.ts';
import { lineStarts, positionAt } from '../../server/src/text/lines.ts';
import type { Position } from '../../server/src/text/span.ts';

export interface Asked {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly position: Position;
}

/** Several files in one text, each after a line `--- path`; `|` is the caret, or another mark where the text has that. */
export function asked(source: string, caret = '|'): Asked {
  const files = new Map<string, string>();
  let uri = 'file:///w/main.iplan';
  for (const piece of source.split(/^(?=--- )/m)) {
    const head = /^--- (\S+)\n/.exec(piece);
    if (head !== null) uri = `file:///w/${head[1]}`;
    files.set(uri, head === null ? piece : piece.slice(head[0].length));
  }
  const [at, text] = [...files].find(([, t]) => t.includes(caret)) as [string, string];
  const offset = text.indexOf(caret);
  files.set(at, text.replace(caret, ''));
  const workspace = new Workspace(new Map([...files].map(([u, t]) => [u, parseFile(u, t)])));
  return { workspace, uri: at, position: positionAt(lineStarts(files.get(at) as string), offset) };
}
