import type { Model, Property, Type } from './model.ts';

/** What is wrong with a value, and where in it. A property that the type does not know is wrong too: a client would not look at it. */
export interface Flaw {
  readonly path: string;
  readonly message: string;
  readonly unknown?: true;
}

const MAX = 2 ** 31 - 1;
const BASES: Readonly<Record<string, (value: unknown) => boolean>> = {
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) <= MAX + 1,
  uinteger: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX,
  decimal: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  URI: (value) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value),
  DocumentUri: (value) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:/i.test(value),
};

/** What stands in the way of a value being of a type of the protocol; nothing when it is. */
export function flaws(model: Model, type: Type, value: unknown, path = '$'): readonly Flaw[] {
  const wrong = (expected: string): readonly Flaw[] => [{ path, message: `expected ${expected}, got ${JSON.stringify(value)?.slice(0, 80)}` }];
  const within = (inner: Type, part: unknown, step: string) => flaws(model, inner, part, path + step);
  switch (type.kind) {
    case 'any':
      return [];
    case 'base':
      return BASES[type.name]?.(value) ? [] : wrong(`a ${type.name}`);
    case 'literal':
      return value === type.value ? [] : wrong(JSON.stringify(type.value));
    case 'array':
      return Array.isArray(value) ? value.flatMap((item, i) => within(type.element, item, `[${i}]`)) : wrong('an array');
    case 'tuple':
      if (!Array.isArray(value) || value.length !== type.items.length) return wrong(`${type.items.length} items`);
      return type.items.flatMap((item, i) => within(item, value[i], `[${i}]`));
    case 'map':
      return isObject(value) ? Object.entries(value).flatMap(([key, part]) => within(type.element, part, `.${key}`)) : wrong('an object');
    case 'reference': {
      const named = model.types.get(type.name);
      return named === undefined ? wrong(`a ${type.name}, which the protocol does not declare`) : flaws(model, named, value, path);
    }
    case 'and':
      return ofAll(type.items.map((item) => flaws(model, item, value, path)));
    case 'or':
      return ofOne(type.items.map((item) => flaws(model, item, value, path))) ?? wrong(`one of ${type.items.map(spoken).join(' | ')}`);
    case 'object':
      return isObject(value) ? ofObject(model, type.name, propertiesOf(model, type), value, path) : wrong(spoken(type));
  }
}

function ofObject(model: Model, name: string | undefined, properties: ReadonlyMap<string, Property>, value: Record<string, unknown>, path: string): Flaw[] {
  const found: Flaw[] = [];
  const of = name === undefined ? '' : ` of ${name}`;
  for (const [key, { type, optional }] of properties) {
    if (value[key] !== undefined) found.push(...flaws(model, type, value[key], `${path}.${key}`));
    else if (!optional) found.push({ path, message: `"${key}"${of} is missing` });
  }
  for (const key of Object.keys(value)) {
    if (value[key] !== undefined && !properties.has(key)) found.push({ path: `${path}.${key}`, message: `"${key}" is no property${of}`, unknown: true });
  }
  if (name === 'Range' && found.length === 0 && isReversed(value as unknown as { start: Place; end: Place })) {
    found.push({ path, message: 'the range ends before it begins' });
  }
  return found;
}

/** Every part has to hold; a property is unknown when no part knows it. */
function ofAll(parts: readonly (readonly Flaw[])[]): readonly Flaw[] {
  return parts.flat().filter((flaw) => flaw.unknown !== true || parts.every((part) => part.some((other) => other.unknown && other.path === flaw.path)));
}

/** One part has to hold. Where none does, the part that comes nearest says what is wrong; nothing where none comes near. */
function ofOne(parts: readonly (readonly Flaw[])[]): readonly Flaw[] | undefined {
  const weight = (part: readonly Flaw[]): number => part.reduce((sum, flaw) => sum + (flaw.unknown === true ? 1 : 1000) / flaw.path.length, 0);
  const nearest = parts.reduce((best, part) => (weight(part) < weight(best) ? part : best));
  const atTop = nearest[0] !== undefined && parts.every((part) => part.some((flaw) => flaw.path === nearest[0]?.path && !flaw.unknown));
  return atTop && parts.length > 1 && nearest.length === 1 && nearest[0]?.message.startsWith('expected') ? undefined : nearest;
}

function propertiesOf(model: Model, type: Type): ReadonlyMap<string, Property> {
  if (type.kind === 'reference') return propertiesOf(model, model.types.get(type.name) ?? { kind: 'any' });
  if (type.kind === 'and') return new Map(type.items.flatMap((item) => [...propertiesOf(model, item)]));
  if (type.kind !== 'object') return new Map();
  return new Map([...type.bases.flatMap((base) => [...propertiesOf(model, base)]), ...type.properties]);
}

function spoken(type: Type): string {
  if (type.kind === 'reference' || type.kind === 'base') return type.name;
  if (type.kind === 'array') return `${spoken(type.element)}[]`;
  return type.kind === 'literal' ? JSON.stringify(type.value) : type.kind === 'object' ? (type.name ?? 'an object') : type.kind;
}

interface Place {
  readonly line: number;
  readonly character: number;
}
const isReversed = ({ start, end }: { start: Place; end: Place }): boolean =>
  start.line > end.line || (start.line === end.line && start.character > end.character);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
