import type { CodeLens, Location } from 'vscode-languageserver';
import { counted } from '../language/nouns.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { say } from '../text/say.ts';
import { coverage } from './counts.ts';
import { addressing } from './describe.ts';
import { locationOf, nameSpan, placesOf } from './places.ts';
import { whole } from './spot.ts';
import { type Use, usesOf } from './uses.ts';

/** The command of the editor that shows places; an editor that has none shows the sentence alone. */
export const SHOW = 'iplan.showReferences';

/** Above each declaration, what the rest of the workspace makes of it: what covers a sector, who fulfils a mandate, where a name is used. */
export function codeLenses(workspace: Workspace, uri: string, shows: boolean): CodeLens[] {
  const file = workspace.files.get(uri);
  const scope = workspace.scopeOf(uri);
  if (file === undefined || scope === undefined) return [];
  const lenses: CodeLens[] = [];
  const visit = (declarations: readonly Declaration[]) => {
    for (const declaration of declarations) {
      const range = file.tree.rangeIn(declaration.node.chunk, nameSpan(declaration));
      const told = range === undefined ? undefined : tell(whole(declaration, scope), scope, workspace);
      if (range !== undefined && told !== undefined) {
        const places = told.places().filter((place) => place !== undefined);
        const command = shows && places.length > 0 ? { command: SHOW, arguments: [uri, range.start, places] } : { command: '' };
        lenses.push({ range, command: { title: told.title, ...command } });
      }
      visit(declaration.children);
    }
  };
  for (const reading of file.readings) visit(reading.declarations);
  return lenses;
}

interface Told {
  readonly title: string;
  readonly places: () => (Location | undefined)[];
}

function tell(declaration: Declaration, scope: Scope, workspace: Workspace): Told | undefined {
  if (declaration.kind === 'sector') {
    const some = addressing(declaration, scope);
    const places = () => some.flatMap(placesOf).map((one) => locationOf(workspace, one.node.chunk, nameSpan(one)));
    return { title: coverage(some), places };
  }
  if (declaration.idToken === undefined) return undefined;
  const uses = usesOf(declaration, workspace);
  if (declaration.kind === 'mandate') return answered('fulfils', uses, workspace);
  if (declaration.kind === 'item') return answered('covers', uses, workspace);
  // Few of these are ever named by others: a word above each would be in the way of reading.
  if (uses.length === 0 && (declaration.kind === 'measure' || declaration.kind === 'responsibility')) return undefined;
  return {
    title: uses.length === 0 ? say`named nowhere else` : say`named in ${counted(uses.length, 'place')}`,
    places: () => uses.map((use) => locationOf(workspace, use.chunk, use.span)),
  };
}

function answered(word: 'fulfils' | 'covers', uses: readonly Use[], workspace: Workspace): Told {
  const answers = uses.filter((use) => use.node.word === word);
  const plans = new Set(answers.map((use) => use.scope)).size;
  return { title: titleOf(word, answers.length, plans), places: () => answers.map((use) => locationOf(workspace, use.chunk, use.span)) };
}

function titleOf(word: 'fulfils' | 'covers', answers: number, plans: number): string {
  const where = plans > 1 ? say`${counted(answers, 'place')} of ${plans} plans` : counted(answers, 'place');
  if (word === 'fulfils') return answers === 0 ? say`fulfilled by nobody yet` : say`fulfilled in ${where}`;
  return answers === 0 ? say`covered by nobody yet` : say`covered in ${where}`;
}
