// Writes the table of what the server answers, from what it says of itself when it starts.
import { capabilities } from '../server/src/server.ts';
import { ABLE, GROUPS, has, PLAIN } from './lib/lsp.mjs';

const INTRO = `# What the language server answers

Made from the capabilities that the server states when an editor starts it: every feature of the Language Server Protocol 3.18, and
for those that it does not have, why. How each looks is told in [the editor](editor.md); how other editors start the server, in
[editors](editors.md).

- **every editor**: answered wherever the server runs.
- **where the editor can**: stated to editors that say they can use it.
- **no**: makes no sense for plans, for the reason given.
- **not yet**: would make sense.
`;

/** Who has a feature, from what the server states to an editor that can everything and to one that says nothing. */
function whose({ path, reason }, able, plain) {
  const [some, all] = [has(able, path), has(plain, path)];
  if (reason !== undefined) return some || all ? 'contradicts itself' : 'no';
  if (path === '?') return 'where the editor can';
  if (all) return some ? 'every editor' : 'where the editor does not ask';
  return some ? 'where the editor can' : 'not yet';
}

/** The page, from what the server answers to two editors. */
export function lspPage(able, plain) {
  const row = (feature) =>
    `| ${feature.name} | ${feature.messages.map((message) => `\`${message}\``).join(', ')} | ${whose(feature, able, plain)} | ${feature.reason ?? feature.gives} |`;
  const groups = Object.entries(GROUPS).map(
    ([name, features]) => `## ${name}\n\n| feature | messages | answered for | |\n|---|---|---|---|\n${features.map(row).join('\n')}\n`,
  );
  return `${INTRO}\n${groups.join('\n')}`;
}

export const lspFiles = () => ({
  'docs/lsp.md': lspPage(capabilities({ capabilities: ABLE }), capabilities({ capabilities: PLAIN })),
});
