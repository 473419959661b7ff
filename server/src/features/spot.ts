import type { Ref } from '../language/shape.ts';
import { type Declaration, type Fact, innermost, type Waiver } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import { type Chunk, chunkAt, type Statement, statementAt } from '../syntax/tree.ts';
import { holds, type Position, type Span } from '../text/span.ts';

/** What stands at a place of a file, as far as it can be told. Offsets are those of the chunk. */
export interface Spot {
  readonly file: SourceFile;
  readonly scope: Scope;
  readonly chunk: Chunk;
  readonly offset: number;
  readonly statement: Statement | undefined;
  /** The innermost declaration around the place. */
  readonly declaration: Declaration | undefined;
  /** The statement that was read there. */
  readonly fact: Fact | undefined;
  readonly waiver: Waiver | undefined;
}

/** `undefined` for a file that nobody knows. A position outside the text is taken to its nearest place. */
export function spotAt(workspace: Workspace, uri: string, position: Position): Spot | undefined {
  const file = workspace.files.get(uri);
  const scope = workspace.scopeOf(uri);
  if (file === undefined || scope === undefined) return undefined;
  const at = file.tree.offsetAt(position);
  const { chunk, start } = chunkAt(file.tree, at);
  const reading = file.readings[file.tree.indexAt(at)];
  const offset = at - start;
  const statement = statementAt(chunk, offset);
  const declaration = reading && innermost(reading.declarations, offset);
  const fact = declaration?.facts.find((f) => holds(f.node.span, offset));
  const waiver = reading?.waivers.find((w) => holds(w.node.span, offset));
  return { file, scope, chunk, offset, statement, declaration, fact, waiver };
}

/** A declaration as its plan sees it: of a sector that is opened in several places, all of them. */
export function whole(declaration: Declaration, scope: Scope): Declaration {
  if (scope.head?.node === declaration.node) return scope.head;
  const known = scope.names.get(declaration.id);
  return known !== undefined && (known.node === declaration.node || known.parts.some((part) => part.node === declaration.node)) ? known : declaration;
}

/** One name of a reference: `norway.settle-refugees` names the plan and the mandate. */
export interface Segment {
  /** The reference up to and with this name. */
  readonly name: string;
  readonly span: Span;
}

export function segmentsOf(ref: Ref): readonly Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (let end = ref.name.indexOf('.'); start <= ref.name.length; end = ref.name.indexOf('.', start)) {
    if (end < 0) end = ref.name.length;
    segments.push({ name: ref.name.slice(0, end), span: { start: ref.token.start + start, end: ref.token.start + end } });
    start = end + 1;
  }
  return segments;
}

/** What a name leads to, and where that is declared. */
export interface Named {
  readonly declaration: Declaration;
  readonly scope: Scope;
  /** Where the name stands in the chunk that was asked about. */
  readonly span: Span;
}

/** The declaration that the name at a place means, be it the declaration's own id or a use of it. */
export function namedAt(spot: Spot): Named | undefined {
  const { declaration, scope, offset } = spot;
  const own = declaration?.idToken;
  if (declaration !== undefined && own !== undefined && holds(own, offset)) return { declaration: whole(declaration, scope), scope, span: own };
  const title = declaration?.titleToken;
  if (declaration !== undefined && title !== undefined && holds(title, offset)) return { declaration: whole(declaration, scope), scope, span: title };
  for (const ref of [...(spot.fact?.refs ?? []), ...(spot.waiver?.refs ?? [])]) {
    if (!holds(ref.token, offset)) continue;
    const segments = segmentsOf(ref);
    const segment = segments.find(({ span }) => holds(span, offset));
    const found = segment === undefined ? undefined : leadsTo(segment, segments.length, scope);
    if (segment !== undefined && found !== undefined) return { ...found, span: segment.span };
  }
  return undefined;
}

/** What one name of a reference leads to: the first of several is a plan or framework. */
export function leadsTo(segment: Segment, of: number, scope: Scope): { readonly declaration: Declaration; readonly scope: Scope } | undefined {
  if (of > 1 && !segment.name.includes('.')) {
    const plan = scope.named(segment.name);
    return plan?.head === undefined ? undefined : { declaration: plan.head, scope: plan };
  }
  return scope.resolve(segment.name);
}
