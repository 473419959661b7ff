import { readFileSync } from 'node:fs';
import { bundleOf, languageOf } from '../text/languages.ts';
import { type Bundle, speak } from '../text/say.ts';
import { shipped } from './shipped.ts';

/** Speaks the language of a locale from here on; English where it is none of ours. Tells whether it is one. */
export function speakLike(locale: string | undefined): boolean {
  const language = languageOf(locale);
  const file = language === undefined ? undefined : shipped(bundleOf(language));
  if (language === undefined || file === undefined) {
    speak('en', undefined);
    return /^en\b/i.test(locale ?? '');
  }
  speak(language, JSON.parse(readFileSync(file, 'utf8')) as Bundle);
  return true;
}
