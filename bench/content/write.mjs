// Writes the same declarations in the language of plans, as JSON and as YAML. The Langium language reads the first.

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
