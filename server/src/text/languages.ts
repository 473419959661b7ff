/** The languages that people are spoken to in, besides English: BCP 47, with their own names. Each has a bundle in `l10n/`. */
export const LANGUAGES = {
  nb: 'Norsk bokmål',
  sv: 'Svenska',
  da: 'Dansk',
  fi: 'Suomi',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
} as const;

export type Language = keyof typeof LANGUAGES;

/** The language that a locale asks for: `nb-NO`, `no` and `nn` are read in bokmål; `undefined` where it is English or one that nobody has written. */
export function languageOf(locale: string | undefined): Language | undefined {
  const tag = locale?.toLowerCase().split(/[-_.]/)[0] ?? '';
  const known = tag === 'no' || tag === 'nn' ? 'nb' : tag;
  return Object.hasOwn(LANGUAGES, known) ? (known as Language) : undefined;
}

/** The file with the texts of a language, below the folder that ships. */
export const bundleOf = (language: Language): string => `l10n/bundle.l10n.${language}.json`;
