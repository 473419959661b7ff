/** The languages of the editor, in which tables are read. */
export const LANGUAGES = ['en', 'no', 'sv', 'da', 'fi', 'nl', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const known = new Map<string, string>();

/** Lower case, without marks at the ends and with single spaces: how headings and words of a list are compared. */
export function folded(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[\s\u00a0\u00ad\u200b]+/g, ' ')
    .replace(/^[\s.:;*#–—-]+/, '');
  let end = plain.length;
  while (' .:;*–—-'.includes(plain[end - 1] ?? 'x')) end--;
  const bare = plain.slice(0, end);
  if (known.size > 20_000) known.clear();
  known.set(text, bare);
  return bare;
}
