// Every text that the sources say stands in the bundle of each language, with the same gaps and the same words of the plan language.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleOf, LANGUAGES, type Language, languageOf } from '../../server/src/text/languages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bundle = (language: string): Record<string, string> => JSON.parse(readFileSync(path.join(root, bundleOf(language as Language)), 'utf8'));
const all = (pattern: RegExp, text: string): string[] => [...new Set([...text.matchAll(pattern)].map(([found]) => found))].sort();

describe('languages', () => {
  let said: readonly string[];
  let tagged: (source: string) => readonly string[];
  before(async () => {
    const sources = (await import('../../scripts/lib/texts.mjs' as string)) as { texts(): string[]; tagged: typeof tagged };
    said = sources.texts();
    tagged = sources.tagged;
  });

  for (const language of Object.keys(LANGUAGES)) {
    describe(language, () => {
      let texts: Readonly<Record<string, string>>;
      before(() => {
        texts = bundle(language);
      });

      it('says everything, and nothing that is no longer said', () => {
        assert.deepEqual(
          said.filter((text) => !texts[text]?.trim()),
          [],
          'npm run l10n -- --write puts the missing texts in',
        );
        assert.deepEqual(
          Object.keys(texts).filter((text) => !said.includes(text)),
          [],
          'npm run l10n -- --write takes the others out',
        );
      });

      it('keeps every gap, all code, and the structure of plans that are laid out', () => {
        const wrong = Object.entries(texts).filter(
          ([english, text]) =>
            String(all(/\{\d+\}/g, english)) !== String(all(/\{\d+\}/g, text)) ||
            String(all(/`[^`]+`/g, english)) !== String(all(/`[^`]+`/g, text)) ||
            (english.startsWith('# ') && english.split('\n').length !== text.split('\n').length),
        );
        assert.deepEqual(wrong, []);
      });
    });
  }

  it('are those that the settings offer, under their own names', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const offered = contributes.configuration.properties['iplan.language'];
    assert.deepEqual(offered.enum, ['auto', 'en', ...Object.keys(LANGUAGES)]);
    assert.deepEqual(offered.enumItemLabels.slice(1), ['English', ...Object.values(LANGUAGES)]);
  });

  it('are found by what an editor or a person says', () => {
    for (const [locale, language] of [
      ['nb-NO', 'nb'],
      ['no', 'nb'],
      ['nn', 'nb'],
      ['de_AT.UTF-8', 'de'],
      ['FR', 'fr'],
      ['en-GB', undefined],
      ['pt', undefined],
      ['', undefined],
      [undefined, undefined],
      ['constructor', undefined],
    ] as const)
      assert.equal(languageOf(locale), language, locale);
  });

  it('are read out of the sources as they are written', () => {
    assert.deepEqual(tagged("say`A ${x ? say`b ${`{`} c` : 'd}'} e` + say`f \\`g\\` ${y.map(({ z }) => `${z}`)}`"), ['A {0} e', 'b {0} c', 'f `g` {0}']);
  });
});
