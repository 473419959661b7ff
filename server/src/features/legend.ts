/** The colours of a text by its meaning; their order is their number in the protocol. It stands alone, so that it can be told before anything else is loaded. */
export const TOKEN_TYPES = [
  'keyword',
  'connector',
  'property',
  'namespace',
  'class',
  'interface',
  'struct',
  'type',
  'event',
  'function',
  'variable',
  'enumMember',
  'number',
  'date',
  'string',
  'comment',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

export const TOKEN_MODIFIERS = ['declaration', 'readonly', 'deprecated'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export const LEGEND = { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] };
