import { createRequire } from 'node:module';
import path from 'node:path';
import {
  isArrayTypeNode,
  isEnumDeclaration,
  isIndexSignatureDeclaration,
  isInterfaceDeclaration,
  isIntersectionTypeNode,
  isLiteralTypeNode,
  isModuleBlock,
  isModuleDeclaration,
  isNamedTupleMember,
  isParenthesizedTypeNode,
  isPropertySignatureDeclaration,
  isTupleTypeNode,
  isTypeAliasDeclaration,
  isTypeLiteralNode,
  isTypeQueryNode,
  isTypeReferenceNode,
  isUnionTypeNode,
  isVariableStatement,
  type Node,
  type SourceFile,
  SyntaxKind,
  type TypeElement,
  type TypeNode,
  type TypeReferenceNode,
} from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import * as protocol from 'vscode-languageserver-protocol';

/** A type of the protocol, as its metamodel says types. */
export type Type =
  | { readonly kind: 'any' }
  | { readonly kind: 'base'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'array' | 'map'; readonly element: Type }
  | { readonly kind: 'and' | 'or' | 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'object'; readonly name?: string; readonly bases: readonly Type[]; readonly properties: ReadonlyMap<string, Property> }
  | { readonly kind: 'reference'; readonly name: string };
export interface Property {
  readonly type: Type;
  readonly optional: boolean;
}

export interface Message {
  readonly method: string;
  readonly direction: 'clientToServer' | 'serverToClient' | 'both';
  readonly params?: Type;
  /** What a request is answered with. */
  readonly result?: Type;
  /** What a client is told that registers it late. */
  readonly registration?: Type;
}

export interface Model {
  readonly requests: ReadonlyMap<string, Message>;
  readonly notifications: ReadonlyMap<string, Message>;
  readonly types: ReadonlyMap<string, Type>;
}

/** Where the type of a request or notification says its parameters, its result and its registration. */
const SLOTS: Readonly<Record<string, readonly [params?: number, result?: number, registration?: number]>> = {
  ProtocolRequestType: [0, 1, 4],
  ProtocolRequestType0: [undefined, 0, 3],
  ProtocolNotificationType: [0, undefined, 1],
  ProtocolNotificationType0: [undefined, undefined, 0],
};
const BASES = new Set(['integer', 'uinteger', 'decimal', 'URI', 'DocumentUri']);
const ANY: Type = { kind: 'any' };
const base = (name: string): Type => ({ kind: 'base', name });
const KEYWORDS: Partial<Record<SyntaxKind, Type>> = {
  [SyntaxKind.StringKeyword]: base('string'),
  [SyntaxKind.NumberKeyword]: base('decimal'),
  [SyntaxKind.BooleanKeyword]: base('boolean'),
  [SyntaxKind.ObjectKeyword]: { kind: 'map', element: ANY },
  [SyntaxKind.VoidKeyword]: { kind: 'literal', value: null },
};

const TOKEN: Type = { kind: 'or', items: [base('integer'), base('string')] };
/** The notifications that the layer below the protocol declares. */
const BELOW: readonly (readonly [method: string, direction: Message['direction'], params: Readonly<Record<string, Type>>])[] = [
  ['$/progress', 'both', { token: TOKEN, value: ANY }],
  ['$/cancelRequest', 'both', { id: TOKEN }],
  ['$/setTrace', 'clientToServer', { value: { kind: 'reference', name: 'TraceValue' } }],
  ['$/logTrace', 'serverToClient', { message: base('string') }],
];

/** The names that the package itself exports: some constants have no value in its declarations. */
const EXPORTS = protocol as unknown as Record<string, Record<string, unknown> | undefined>;

/**
 * The metamodel of the protocol. Its package does not ship `metaModel.json`, which is made from the declarations that it does ship: so
 * the same is made from them here, and it is always that of the protocol that the server speaks.
 */
export function readModel(): Model {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('vscode-languageserver-protocol');
  const common = path.join(path.dirname(entry), 'api.d.ts');
  const api = new API({ cwd: path.dirname(common) });
  try {
    const program = api.updateSnapshot({ openFiles: [common] }).getProjects()[0]?.program;
    const names = program?.getSourceFileNames().filter((name) => /vscode-languageserver-(protocol\/lib\/common|types\/lib\/[^/]+)\/[^/]*$/.test(name)) ?? [];
    return new Reader(names.flatMap((name) => program?.getSourceFile(name) ?? [])).model;
  } finally {
    api.close();
  }
}

class Reader {
  readonly model: Model;
  readonly #constants = new Map<string, string | number>();
  readonly #requests = new Map<string, Message>();
  readonly #notifications = new Map<string, Message>();
  readonly #types = new Map<string, Type>([
    ['LSPAny', ANY],
    ['LSPArray', { kind: 'array', element: ANY }],
    ['LSPObject', { kind: 'map', element: ANY }],
    // These two are declared by the layer below the protocol.
    ['ProgressToken', TOKEN],
    ['TraceValue', { kind: 'or', items: ['off', 'messages', 'verbose'].map((value) => ({ kind: 'literal', value })) }],
  ]);

  constructor(files: readonly SourceFile[]) {
    const statements: readonly Node[] = files.flatMap((file) => [...file.statements]);
    for (const statement of statements) this.#readConstants(statement);
    for (const statement of statements) this.#readType(statement);
    for (const statement of statements) this.#readMessage(statement);
    for (const [method, direction, params] of BELOW) this.#notifications.set(method, { method, direction, params: object(params) });
    this.model = { requests: this.#requests, notifications: this.#notifications, types: this.#types };
  }

  #readConstants(node: Node): void {
    for (const [space, name, type] of constantsOf(node)) {
      const value = type !== undefined && isLiteralTypeNode(type) ? literalOf(type.literal) : EXPORTS[space]?.[name];
      if (typeof value === 'string' || typeof value === 'number') this.#constants.set(`${space}.${name}`, value);
    }
  }

  #readType(node: Node): void {
    if (isEnumDeclaration(node)) this.#types.set(node.name.text, base('string'));
    else if (isInterfaceDeclaration(node) && !this.#types.has(node.name.text)) {
      const bases = (node.heritageClauses ?? []).flatMap((clause) => [...clause.types]).map((type) => this.#reference(type.expression));
      this.#types.set(node.name.text, this.#object(node.members, node.name.text, bases));
    } else if (isTypeAliasDeclaration(node) && !this.#types.has(node.name.text) && !BASES.has(node.name.text)) {
      this.#types.set(node.name.text, this.#type(node.type, node.name.text));
    }
  }

  #readMessage(node: Node): void {
    let method: unknown;
    let type: TypeReferenceNode | undefined;
    let space = '';
    for (const [of, name, given] of constantsOf(node)) {
      space = of;
      if (name === 'method') method = this.#constants.get(`${of}.method`);
      if (name === 'type' && given !== undefined && isTypeReferenceNode(given)) type = given;
    }
    const kind = type === undefined ? '' : nameOf(type.typeName);
    const slots = SLOTS[kind];
    if (typeof method !== 'string' || slots === undefined) return;
    const [params, result, registration] = slots.map((slot) => {
      const given = slot === undefined ? undefined : type?.typeArguments?.[slot];
      return given === undefined ? undefined : this.#type(given);
    });
    const direction = (EXPORTS[space]?.['messageDirection'] ?? 'both') as Message['direction'];
    const messages = kind.includes('Request') ? this.#requests : this.#notifications;
    messages.set(method, { method, direction, ...(params && { params }), ...(result && { result }), ...(registration && { registration }) });
  }

  #type(node: TypeNode, name?: string): Type {
    if (isParenthesizedTypeNode(node)) return this.#type(node.type);
    if (isArrayTypeNode(node)) return { kind: 'array', element: this.#type(node.elementType) };
    if (isTupleTypeNode(node))
      return { kind: 'tuple', items: [...node.elements].map((element) => this.#type(isNamedTupleMember(element) ? element.type : element)) };
    if (isUnionTypeNode(node)) {
      return { kind: 'or', items: [...node.types].filter((type) => type.kind !== SyntaxKind.UndefinedKeyword).map((type) => this.#type(type)) };
    }
    if (isIntersectionTypeNode(node)) return { kind: 'and', items: [...node.types].map((type) => this.#type(type)) };
    if (isLiteralTypeNode(node)) return { kind: 'literal', value: literalOf(node.literal) };
    if (isTypeQueryNode(node)) return this.#reference(node.exprName);
    if (isTypeLiteralNode(node)) return this.#object(node.members, name, []);
    if (!isTypeReferenceNode(node)) return KEYWORDS[node.kind] ?? ANY;
    const [element] = node.typeArguments ?? [];
    if (/^(?:Readonly)?Array$/.test(nameOf(node.typeName)) && element !== undefined) return { kind: 'array', element: this.#type(element) };
    return this.#reference(node.typeName);
  }

  /** A name stands for a constant, a base type, a type, or a parameter that may be anything. */
  #reference(node: Node): Type {
    const whole = node.getText();
    const constant = this.#constants.get(whole);
    if (constant !== undefined) return { kind: 'literal', value: constant };
    const name = nameOf(node);
    if (BASES.has(name)) return base(name);
    return /^[A-Z]{1,2}$/.test(name) ? ANY : { kind: 'reference', name };
  }

  #object(members: Iterable<TypeElement>, name: string | undefined, bases: readonly Type[]): Type {
    const properties = new Map<string, Property>();
    let others: TypeNode | undefined;
    for (const member of members) {
      if (isIndexSignatureDeclaration(member)) others = member.type;
      else if (isPropertySignatureDeclaration(member)) {
        const type = member.type === undefined ? ANY : this.#type(member.type);
        properties.set(nameOf(member.name), { type, optional: member.postfixToken !== undefined });
      }
    }
    if (others !== undefined && properties.size === 0) return { kind: 'map', element: this.#type(others) };
    return { kind: 'object', ...(name === undefined ? {} : { name }), bases, properties };
  }
}

/** The constants that a namespace declares, with their types. */
function* constantsOf(node: Node): Generator<[space: string, name: string, type: TypeNode | undefined]> {
  if (!isModuleDeclaration(node) || node.body === undefined || !isModuleBlock(node.body)) return;
  for (const statement of node.body.statements) {
    if (!isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      const written = type ?? (initializer === undefined ? undefined : ({ kind: SyntaxKind.LiteralType, literal: initializer } as unknown as TypeNode));
      yield [nameOf(node.name), nameOf(name), written];
    }
  }
}

const nameOf = (node: Node): string => node.getText().replace(/^.*\.|["']/g, '');

function literalOf(literal: Node): string | number | boolean | null {
  const text = literal.getText();
  return text === 'null' ? null : (JSON.parse(text.replace(/^['`](.*)['`]$/, '"$1"')) as string | number | boolean);
}

const object = (of: Readonly<Record<string, Type>>): Type => ({
  kind: 'object',
  bases: [],
  properties: new Map(Object.entries(of).map(([name, type]) => [name, { type, optional: false }])),
});
