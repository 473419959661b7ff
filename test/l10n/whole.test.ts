// In a language that is made up, every letter that the product says is another one: whatever English is left in what people read was
// said past the bundles, or glued together. Words of plans, and of the language of plans, stay as they are.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { page } from '../../server/src/reports/html/page.ts';
import { FORMATS } from '../../server/src/reports/plan/all-formats.ts';
import { page as rulePage } from '../../server/src/rules/page.ts';
import { RULES } from '../../server/src/rules/rules.ts';
import { speak } from '../../server/src/text/say.ts';
import { tablesOf } from '../../server/src/views/tables.ts';
import { fixture, problemsOf } from '../fixture.ts';
import { root, seenOf, shown, workspaceAt } from '../views/seen.ts';

/** A text with other letters, but for gaps, code and what stands in quotation marks. */
const other = (text: string): string =>
  text.replace(/\{\d+\}|"[^"]*"|`[^`]*`|[a-z]/gi, (c) => (c.length > 1 ? c : String.fromCharCode(c.charCodeAt(0) + 0x13a0 - 65)));
const asked = new Set<string>();
const madeUp = new Proxy({}, { get: (_, key) => saidOtherwise(key) });
function saidOtherwise(key: string | symbol): string | undefined {
  if (typeof key !== 'string') return undefined;
  asked.add(key);
  return other(key);
}

const words = (text: string): readonly string[] => text.match(/\p{Script=Latin}{2,}/gu) ?? [];
const unquoted = (text: string): string => text.replace(/"[^"]*"/g, '').replace(/`[^`]*`/g, '');

function plansIn(folder: string): string {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:iplan|csv|json)$/.test(file));
  return files.map((file) => readFileSync(path.join(root, folder, file), 'utf8')).join('\n');
}

describe('a language that is made up', () => {
  before(() => speak('xx', madeUp));
  after(() => speak('en', undefined));

  it('is spoken in every finding, with what to do and the mends', () => {
    const left = new Map<string, string>();
    for (const rule of RULES)
      for (const text of rule.bad) {
        const given = fixture(text);
        const own = new Set(words([...given.texts.values()].join('\n')).map((word) => word.toLowerCase()));
        for (const { rule: id, message, instead, related, fixes } of problemsOf(given))
          for (const one of [message, instead ?? '', ...related.map((place) => place.message), ...(fixes ?? []).map(({ title }) => title)]) {
            const english = words(unquoted(one)).filter((word) => !own.has(word.toLowerCase()) && !WORDS.has(word));
            if (english.length > 0) left.set(`${id}: ${english.join(' ')}`, one);
          }
      }
    assert.deepEqual([...left], []);
  });

  it('is spoken in every view, table and page of a plan', async () => {
    const left = new Set<string>();
    const library = plansIn('frameworks');
    for (const folder of ['examples/model-municipality', 'test/views/plans']) {
      const own = new Set(words(`${plansIn(folder)}\n${library}`));
      const workspace = workspaceAt(folder);
      for (const scope of workspace.scopes.list.filter(({ kind, files }) => kind === 'plan' && files.some(({ library }) => !library))) {
        const subject = { ...seenOf(scope, workspace), shown };
        const html = (await page({ ...subject, version: '1' })).replace(/<(style|head)>[\s\S]*?<\/\1>/g, '');
        const spoken = [...html.matchAll(/(?:aria-label|title)="([^"]*)"|>([^<]+)</g)].map(([, label, text]) => label ?? text ?? '');
        const tables = tablesOf(subject).flatMap(({ id, title, about, columns, rows }) => [
          ...[title, about, ...columns.flatMap((column) => [column.title, column.about])],
          // Ids and words of the language stay as they are: they are data. So are the statements of the plan, which are read again.
          ...(id === 'statements' ? [] : rows).flatMap(
            ({ cells }) => Object.values(cells).filter((cell) => typeof cell === 'string' && / /.test(cell)) as string[],
          ),
        ]);
        const dossier = { ...subject, version: '1', jurisdiction: undefined, organisation: undefined };
        const written = await Promise.all([FORMATS.markdown, FORMATS.ics].map(async (format) => (await format?.writer())?.(dossier)));
        const lines = written.flatMap((one) =>
          String(one)
            .replace(/\r?\n /g, '')
            .split(/\r?\n/),
        );
        const documents = lines
          .filter((line) => !/^(?:[A-Z-]+(?:;[^:]*)?:)/.test(line) || /^(?:SUMMARY|DESCRIPTION):/.test(line))
          .map((line) => line.replace(/^(?:SUMMARY|DESCRIPTION):/, ''));
        for (const text of [...spoken, ...tables, ...documents]) {
          const plain = text
            .replaceAll('&quot;', '"')
            .replace(/&[a-z]+;/g, "'")
            .replace(/\b[a-z]+\/[a-z-]+\b|\p{L}+…/gu, '');
          if (words(unquoted(plain)).some((word) => !own.has(word) && !WORDS.has(word))) left.add(plain.trim());
        }
      }
    }
    assert.deepEqual([...left], []);
  });

  it('is spoken in the pages of the rules, but for titles of publications and examples', () => {
    for (const rule of RULES) {
      const cited = new Set(rule.grounding.flatMap(({ cite }) => words(cite)));
      const prose = rulePage(rule)
        .replace(/```[\s\S]*?```/g, '')
        .replaceAll(rule.id, '');
      assert.deepEqual(
        words(unquoted(prose)).filter((word) => !cited.has(word) && !Object.hasOwn(rule.options ?? {}, word)),
        [],
        rule.id,
      );
    }
  });

  it('was asked for nothing that translators are not given', async () => {
    const { texts } = (await import('../../scripts/lib/texts.mjs' as string)) as { texts(): string[] };
    const given = new Set(texts());
    // Words that a plan makes up are looked up like those of the language; nobody has to know them.
    const unknown = [...asked].filter((text) => /\p{Lu}|\s|\{/u.test(text) && /\p{L}/u.test(text.replace(/\{\d+\}/g, '')) && !given.has(text));
    assert.deepEqual(unknown, []);
  });
});

/** Names and signs that are the same in every language. */
const WORDS = new Set(['iplan', 'CSV', 'TODO', 'Norway', 'days', ...codeIn('docs/language.md')]);

/** The words of the language of plans: what stands as code in its reference. */
function codeIn(file: string): readonly string[] {
  return [...readFileSync(path.join(root, file), 'utf8').matchAll(/`([^`]+)`/g)].flatMap(([, code]) => words(code ?? ''));
}
