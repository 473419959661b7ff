// Writes the same declarations in the language of plans, as JSON, as YAML and as a model of LikeC4. The Langium language reads the first.

export const iplan = (declarations) => `${declarations.map((one) => written(one, '')).join('\n\n')}\n`;

const written = ({ kind, id, title, says, holds }, indent) =>
  [
    `${indent}${kind} ${id} "${title}" {`,
    ...says.map(([word, text]) => `${indent}  ${word} ${text}`),
    ...holds.map((one) => written(one, `${indent}  `)),
    `${indent}}`,
  ].join('\n');

/** By kind, then by id; what may be said several times is a list. */
function data(declarations) {
  const all = {};
  for (const { kind, id, title, says, holds } of declarations) {
    const one = { title };
    for (const [word, , value] of says) {
      const key = word.replaceAll(' ', '-');
      if (key === 'step') (one.steps ??= []).push(value);
      else one[key] = value;
    }
    (all[`${kind}s`] ??= {})[id] = { ...one, ...data(holds) };
  }
  return all;
}

export const json = (declarations) => `${JSON.stringify(data(declarations), null, 2)}\n`;

export const yaml = (declarations) => lines(data(declarations), '').join('\n').concat('\n');

const lines = (value, indent) =>
  Object.entries(value).flatMap(([key, one]) => {
    if (Array.isArray(one)) return [`${indent}${key}:`, ...one.flatMap((item) => listed(item, indent))];
    if (typeof one === 'object') return [`${indent}${key}:`, ...lines(one, `${indent}  `)];
    return [`${indent}${key}: ${scalar(one)}`];
  });

function listed(item, indent) {
  if (typeof item !== 'object') return [`${indent}  - ${scalar(item)}`];
  const [first, ...rest] = lines(item, `${indent}    `);
  return [`${indent}  - ${first.trimStart()}`, ...rest];
}

const scalar = (value) => (typeof value === 'string' && !/^[a-z][\w-]*$/i.test(value) ? JSON.stringify(value) : String(value));

/** What a model of LikeC4 may be made of: the kinds of declarations. */
export const c4Kinds = (kinds) => `specification {\n${kinds.map((kind) => `  element ${kind}\n`).join('')}}\n`;

/** Every declaration is an element with what it says of itself, and every name in it a relation. */
export function c4(declarations) {
  const relations = [];
  const element = ({ kind, id, title, says, holds }, indent) => {
    const said = [];
    for (const [word, text, value] of says) {
      const names = [value].flat().filter((one) => typeof one === 'string' && /^t\d+-/.test(one));
      relations.push(...names.map((name) => `  ${placed(id)} -> ${placed(name)} "${word}"`));
      if (names.length === 0) said.push(`${word} ${text.replaceAll('"', '')}`);
    }
    const lines = [`description "${said.join('; ')}"`, ...holds.map((one) => element(one, `${indent}  `).trimStart())];
    return [`${indent}${id} = ${kind} "${title}" {`, ...lines.map((line) => `${indent}  ${line}`), `${indent}}`].join('\n');
  };
  const elements = declarations.map((one) => element(one, '  '));
  return `model {\n${elements.join('\n')}\n${relations.join('\n')}\n}\n`;
}

/** What stands in a sector is named by that too. */
const placed = (name) => name.replace(/^(t\d+-s\d+)-.*/, '$1.$&');
