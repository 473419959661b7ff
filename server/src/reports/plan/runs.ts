import { commonMark } from '../commonmark.ts';

/** A piece of a long text, and how the plan stresses it. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
}

const reader = commonMark('escape', 'entity', 'autolink');

/** A line of a long text in pieces. A link becomes its words and its address, so that a report on paper says it too. */
export function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  const links: string[] = [];
  let [bold, italic] = [0, 0];
  const add = (text: string) => {
    const run: Run = { text, ...(bold > 0 && { bold: true }), ...(italic > 0 && { italic: true }) };
    const last = runs.at(-1);
    if (last !== undefined && last.bold === run.bold && last.italic === run.italic) runs[runs.length - 1] = { ...run, text: last.text + text };
    else if (text !== '') runs.push(run);
  };
  for (const token of reader.parseInline(line, {})[0]?.children ?? []) {
    bold += token.tag === 'strong' ? token.nesting : 0;
    italic += token.tag === 'em' ? token.nesting : 0;
    if (token.type === 'link_open') links.push(String(token.attrGet('href') ?? ''));
    else if (token.type === 'link_close') add(` (${links.pop()})`);
    else add(token.content);
  }
  return runs;
}
