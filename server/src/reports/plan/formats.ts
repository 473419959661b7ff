import type { Writer } from './format.ts';

/** A format of reports: what it is to people, how its files end, what is in them, and its writer, loaded when it is asked for. */
export interface Format {
  readonly title: string;
  readonly endings: readonly [string, ...string[]];
  readonly holds: 'text' | 'bytes' | 'files';
  readonly writer: () => Promise<Writer>;
}
export type Formats = Readonly<Record<string, Format>>;

/** The formats that need nothing of a machine and no heavy library, so that a browser can write them too. */
export const LIGHT = {
  html: { title: 'Page to read and print', endings: ['.html', '.htm'], holds: 'text', writer: async () => (await import('../html/page.ts')).page },
  markdown: { title: 'Document in Markdown', endings: ['.md', '.markdown'], holds: 'text', writer: async () => (await import('./markdown.ts')).markdown },
  csv: { title: 'Tables for programs (CSV)', endings: ['.zip'], holds: 'files', writer: async () => (await import('./csv.ts')).csv },
  json: { title: 'Data for programs (JSON)', endings: ['.json'], holds: 'text', writer: async () => (await import('./json.ts')).json },
  ics: { title: 'Calendar of deadlines (iCalendar)', endings: ['.ics'], holds: 'text', writer: async () => (await import('./ics.ts')).ics },
  svg: { title: 'Network of actors as a picture (SVG)', endings: ['.svg'], holds: 'text', writer: async () => (await import('../svg.ts')).svg },
  mermaid: { title: 'Network of actors as text (Mermaid)', endings: ['.mmd'], holds: 'text', writer: async () => (await import('../mermaid.ts')).mermaid },
  iati: { title: 'Indicators as results of IATI', endings: ['.xml'], holds: 'text', writer: async () => (await import('./iati.ts')).iati },
} as const satisfies Formats;
