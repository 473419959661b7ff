import { markdownText } from '../escape.ts';
import { type Block, documentOf } from './document.ts';
import type { Dossier } from './format.ts';
import type { Run } from './runs.ts';

/** The plan as a document in Markdown (CommonMark, with the tables of GitHub). */
export function markdown(dossier: Dossier): string {
  const { title, place, cover, blocks } = documentOf(dossier);
  const head: Block[] = [...(place === '' ? [] : [{ kind: 'lead', text: place } as const]), { kind: 'facts', facts: cover }];
  const parts = [
    `# ${markdownText(title)}`,
    ...[...head, ...blocks].map((block, i, all) => (isItem(block) && isItem(all[i - 1]) ? `\n${written(block)}` : `\n\n${written(block)}`)),
  ];
  return `${parts.join('').trimEnd()}\n`;
}

/** Pieces of a text with the marks of what is stressed; the spaces at its edges stand outside of them. */
const stressed = (runs: readonly Run[]): string =>
  runs
    .map(({ text, bold, italic }) => {
      const mark = `${bold ? '**' : ''}${italic ? '*' : ''}`;
      const inside = text.trim();
      const before = text.slice(0, text.length - text.trimStart().length);
      const after = text.slice(text.trimEnd().length);
      const closing = [...mark].reverse().join('');
      return inside === '' ? text : `${before}${mark}${markdownText(inside)}${closing}${after}`;
    })
    .join('');

const isItem = (block: Block | undefined): boolean => block?.kind === 'item';

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${markdownText(block.text)}`;
    case 'paragraph':
      return stressed(block.runs);
    case 'lead':
      return markdownText(block.text);
    case 'item':
      return `- ${stressed(block.runs)}`;
    case 'note':
      return `**${markdownText(block.text)}**`;
    case 'facts':
      return block.facts.map(([label, value]) => `- **${label}:** ${markdownText(value)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        line(block.heads.map(({ title }) => markdownText(title))),
        line(block.heads.map(({ numbers }) => (numbers ? '---:' : '---'))),
        ...block.rows.map((cells) => line(cells.map(markdownText))),
      ].join('\n');
    }
  }
}
