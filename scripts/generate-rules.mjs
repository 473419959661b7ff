// Writes server/src/rules/rules.ts: the list of all rules, made of the files that hold them, so that nobody keeps it by hand.
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../server/src/rules');
const FAMILIES = ['structure', 'names', 'coverage', 'accountability', 'monitoring', 'participation', 'partners', 'funding', 'mandates', 'adoption', 'waivers'];

export function rulesSource() {
  const files = FAMILIES.flatMap((family) => {
    try {
      return readdirSync(join(folder, family))
        .filter((file) => file.endsWith('.ts') && !file.startsWith('_'))
        .sort()
        .map((file) => `${family}/${file}`);
    } catch {
      return [];
    }
  });
  const name = (file) => file.replace(/\.ts$/, '').replace(/[/-](.)/g, (_, c) => c.toUpperCase());
  return [
    '// Generated from the files beside it; `npm run generate` writes it anew.',
    ...files.map((file) => `import ${name(file)} from './${file}';`),
    "import type { Rule } from './rule.ts';",
    '',
    'export const RULES: readonly Rule[] = [',
    ...files.map((file) => `  ${name(file)},`),
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(folder, 'rules.ts'), rulesSource());
