import { markdownText } from '../escape.ts';
import { type Block, documentOf } from './document.ts';
import type { Dossier } from './format.ts';

/** The plan as a document in Markdown (CommonMark, with the tables of GitHub). */
export function markdown(dossier: Dossier): string {
  const { title, place, cover, blocks } = documentOf(dossier);
  const head: Block[] = [...(place === '' ? [] : [{ kind: 'paragraph', text: place } as const]), { kind: 'facts', facts: cover }];
  const parts = [
    `# ${markdownText(title)}`,
    ...[...head, ...blocks].map((block, i, all) => (isItem(block) && isItem(all[i - 1]) ? `\n${written(block)}` : `\n\n${written(block)}`)),
  ];
  return `${parts.join('').trimEnd()}\n`;
}

const isItem = (block: Block | undefined): boolean => block?.kind === 'item';

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${markdownText(block.text)}`;
    case 'paragraph':
    case 'lead':
      return markdownText(block.text);
    case 'item':
      return `- ${markdownText(block.text)}`;
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
