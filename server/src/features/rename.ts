import type { Position, Range } from 'vscode-languageserver';
import type { Day } from '../language/dates.ts';
import { isId } from '../language/words.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import { Called, called } from '../rules/rule.ts';
import type { Chunk } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { holds } from '../text/span.ts';
import { after, type Caution, type Edits, type FileEdit, isRefusal, mistakes, newMistake, type Refusal } from './edits.ts';
import { turned } from './meaning.ts';
import { placesOf } from './places.ts';
import { dataEdits } from './rename-data.ts';
import { type Named, namedAt, spotAt } from './spot.ts';
import { cellSpot, namedInCell } from './tables.ts';
import { usesOf } from './uses.ts';

/** What can be renamed at a position, and how it is called now. */
export function prepareRename(workspace: Workspace, uri: string, position: Position): { range: Range; placeholder: string } | Refusal | undefined {
  const found = renamedAt(workspace, uri, position);
  if (found === undefined || isRefusal(found)) return found;
  const cell = cellSpot(workspace, uri, position);
  const spot = spotAt(workspace, uri, position);
  const range = cell?.range ?? spot?.file.tree.rangeIn(spot.chunk, found.span);
  return range === undefined ? undefined : { range, placeholder: found.declaration.id };
}

/**
 * Gives something another name everywhere: where it is declared, where any plan names it, in waivers and in data files. The plans are
 * read again as they would then be; where a name would mean something else, nothing is changed and the reason is told.
 */
export function rename(workspace: Workspace, uri: string, position: Position, name: string, today: Day): Edits | Refusal | undefined {
  const found = renamedAt(workspace, uri, position);
  if (found === undefined || isRefusal(found)) return found;
  const { declaration, scope } = found;
  if (name === declaration.id) return { edits: [] };
  if (!isId(name)) return { refused: say`"${name}" cannot be a name: write letters, digits, - and _, beginning with a letter.` };
  const isPlan = declaration === scope.head;
  const other = isPlan ? scope.named(name)?.head : scope.names.get(name);
  if (other !== undefined) return { refused: say`The name "${name}" is taken: ${called(other)} has it.` };
  const edits = editsFor(workspace, declaration, scope, name);
  return isRefusal(edits) ? edits : (danger(workspace, edits, declaration, today) ?? edits);
}

function renamedAt(workspace: Workspace, uri: string, position: Position): Named | Refusal | undefined {
  const cell = cellSpot(workspace, uri, position);
  const inCell = cell && namedInCell(cell);
  if (cell !== undefined) return inCell && { ...inCell, span: cell.cell.span };
  const spot = spotAt(workspace, uri, position);
  const named = spot === undefined ? undefined : namedAt(spot);
  if (spot === undefined || named === undefined) return undefined;
  const { declaration } = named;
  const written = placesOf(declaration).filter((place) => place.idToken !== undefined);
  if (written.length === 0) return { refused: say`${Called(declaration)} has no name of its own yet: write one before its title.` };
  // On its title a thing is not named but described.
  if (!holds(named.span, spot.offset) || named.span === spot.declaration?.titleToken) return undefined;
  if (workspace.files.get(uriOf(declaration.node.chunk))?.library) return { refused: say`${Called(declaration)} comes with iplan and keeps its name.` };
  return named;
}

function editsFor(workspace: Workspace, declaration: Declaration, scope: Scope, name: string): Edits | Refusal {
  const edits: FileEdit[] = [];
  const add = (chunk: Chunk, span: Span, caution?: Caution) => {
    const place = workspace.place(chunk, span);
    if (place !== undefined) edits.push({ uri: place.file.uri, span: place.span, text: name, ...(caution && { caution }) });
  };
  for (const place of placesOf(declaration)) if (place.idToken !== undefined) add(place.node.chunk, place.idToken);
  for (const use of usesOf(declaration, workspace)) {
    const from =
      use.scope === scope
        ? undefined
        : { label: say`In ${use.scope.title || say`other plans`}`, says: say`Another plan names it; look whether its owners know.` };
    add(use.chunk, use.span, use.node.row === undefined && use.node.kind === undefined && use.node.parent?.row === undefined ? unclear() : from);
  }
  const data = dataEdits(workspace, declaration, name);
  return isRefusal(data) ? data : { edits: [...edits, ...data] };
}

const unclear = (): Caution => ({ label: say`In a statement that is not understood`, says: say`The statement has a mistake, so the word may be no name.` });
/** What would go wrong, in one sentence. */
function danger(workspace: Workspace, edits: Edits, declaration: Declaration, today: Day): Refusal | undefined {
  const then = after(workspace, edits);
  const name = edits.edits[0]?.text ?? '';
  const changed = turned(workspace, then);
  if (changed === undefined) return { refused: say`With the name "${name}" the plan would be read differently: choose another.` };
  const [first] = changed;
  if (first !== undefined) {
    const where = first.before.scope.title === '' ? say`the file` : say`the plan "${first.before.scope.title}"`;
    const would = first.now.means === undefined ? say`lead nowhere` : say`mean ${called(first.now.means)}`;
    const means = first.before.means === undefined ? say`nothing` : called(first.before.means);
    return {
      refused: say`In ${where}, "${first.now.ref.name}" would ${would} instead of ${means === called(declaration) ? say`this` : means}: choose another name.`,
    };
  }
  const mistake = newMistake(mistakes(workspace, today), mistakes(then, today));
  return mistake === undefined ? undefined : { refused: say`That name would bring a mistake: ${mistake.message}` };
}
