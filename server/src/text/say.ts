/**
 * The texts of one language, in the form of VS Code's l10n bundles: the English text is the key, and `{0}`, `{1}` … stand where
 * something is put in, in whatever order that language needs.
 */
export type Bundle = Readonly<Record<string, string>>;

let bundle: Bundle | undefined;
let tag = 'en';

/** Chooses the language of this process by its tag (BCP 47) and its texts; English where there are none. What was said before stays as it is. */
export function speak(language: string, texts: Bundle | undefined): void {
  bundle = texts;
  tag = texts === undefined ? 'en' : language;
}

/** The tag of the language that is spoken, for what knows languages by itself: a page, a browser, the names of countries. */
export const language = (): string => tag;
/** The texts of the language that was chosen. */
export const spoken = (): Bundle | undefined => bundle;

const keys = new WeakMap<TemplateStringsArray, string>();

/** The key of a text with gaps: `{0} has nobody accountable.` */
export function keyOf(strings: readonly string[]): string {
  return strings.reduce((key, next, i) => `${key}{${i - 1}}${next}`);
}

/** Says a sentence in the chosen language: say`${Called(task)} has nobody accountable.` Every text that a person reads passes through here. */
export function say(strings: TemplateStringsArray, ...parts: readonly unknown[]): string {
  if (bundle !== undefined) {
    let key = keys.get(strings);
    if (key === undefined) keys.set(strings, (key = keyOf(strings)));
    const text = bundle[key];
    if (text !== undefined) return text.replace(/\{(\d+)\}/g, (gap, i) => String(parts[Number(i)] ?? gap));
  }
  let text = strings[0] as string;
  for (let i = 1; i < strings.length; i++) text += `${parts[i - 1]}${strings[i]}`;
  return text;
}

/** The same for a text that stands in a table and is the same each time: a summary, a heading, what a keyword means. */
export const told = (text: string): string => bundle?.[text] ?? text;
