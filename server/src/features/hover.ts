import type { Hover, Position } from 'vscode-languageserver';
import type { Day } from '../language/dates.ts';
import { kindRow } from '../language/vocabulary.ts';
import type { Workspace } from '../model/workspace.ts';
import { RULES } from '../rules/rules.ts';
import { say, told } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { holds } from '../text/span.ts';
import { describe } from './describe.ts';
import { content, type Prose } from './prose.ts';
import { namedAt, type Spot, spotAt } from './spot.ts';
import { cellSpot, namedInCell } from './tables.ts';

/** What is named or written at a position, in a few lines. */
export function hover(workspace: Workspace, uri: string, position: Position, today: Day, prose: Prose): Hover | null {
  const spot = spotAt(workspace, uri, position);
  if (spot === undefined) return onCell(workspace, uri, position, today, prose);
  const named = namedAt(spot);
  if (named !== undefined) return shown(spot, named.span, describe(named.declaration, named.scope, workspace, today, prose), prose);
  return onWaivedRule(spot, prose) ?? onHead(spot, prose);
}

/** What a cell of a data file names. */
function onCell(workspace: Workspace, uri: string, position: Position, today: Day, prose: Prose): Hover | null {
  const spot = cellSpot(workspace, uri, position);
  const named = spot && namedInCell(spot);
  if (spot === undefined || named === undefined) return null;
  return { contents: content(prose, describe(named.declaration, named.scope, workspace, today, prose)), range: spot.range };
}

function shown(spot: Spot, span: Span, blocks: readonly string[], prose: Prose): Hover {
  const range = spot.file.tree.rangeIn(spot.chunk, span);
  return { contents: content(prose, blocks), ...(range && { range }) };
}

/** The words that a statement or declaration begins with: what they are for, and how they are written. */
function onHead(spot: Spot, prose: Prose): Hover | null {
  const { statement, offset } = spot;
  if (statement === undefined || !holds(statement.head, offset)) return null;
  if (statement.kind !== undefined) {
    const row = kindRow(statement.kind);
    const blocks = [`${prose.strong(statement.kind)}: ${prose.text(told(row.doc))}`];
    if (row.header !== 'none') blocks.push(prose.code(`${statement.kind} id "Title" { … }`));
    return shown(spot, statement.head, blocks, prose);
  }
  if (statement.row === undefined) return null;
  const { row, word } = statement;
  const many = row.many === true ? say` It may stand several times.` : '';
  return shown(spot, statement.head, [`${prose.strong(word)}: ${prose.text(told(row.doc))}${many}`, prose.code(`${word} ${row.shape.notation}`)], prose);
}

function onWaivedRule(spot: Spot, prose: Prose): Hover | null {
  const token = spot.statement?.kind === 'waive' ? spot.statement.values[0] : undefined;
  const rule = token === undefined || !holds(token, spot.offset) ? undefined : RULES.find(({ id }) => id === token.image);
  return token === undefined || rule === undefined
    ? null
    : shown(spot, token, [`${prose.strong(rule.id)}: ${prose.text(told(rule.summary))}`, prose.paragraphs(told(rule.why))], prose);
}
