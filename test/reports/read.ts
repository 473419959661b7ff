// Reads a plan and what the formats make of it, with readers that did not write it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defaultSettings } from '../../server/src/config/settings.ts';
import type { Day } from '../../server/src/language/dates.ts';
import { Linter } from '../../server/src/lint.ts';
import type { Scope } from '../../server/src/model/scope.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';
import { documentOf } from '../../server/src/reports/plan/document.ts';
import type { Dossier } from '../../server/src/reports/plan/format.ts';
import { docx, xlsx } from '../../server/src/reports/plan/office.ts';
import { workbookOf } from '../../server/src/reports/plan/workbook.ts';

const require = createRequire(import.meta.url);
/** Readers that come with the tools for VS Code. */
const { parser } = createRequire(createRequire(require.resolve('@vscode/vsce/package.json')).resolve('xml2js'))('sax') as typeof Sax;
const JSZip = createRequire(require.resolve('@vscode/test-electron/package.json'))('jszip') as {
  loadAsync(data: Uint8Array): Promise<{ files: Record<string, { dir: boolean; date: Date; async(as: 'string'): Promise<string> }> }>;
};

export const TODAY = '2026-01-15';
export const PLAN = readFileSync(path.join(import.meta.dirname, 'plan.iplan'), 'utf8');

/** A plan of one file, judged as the command line judges it. */
export function dossierOf(text: string, today: Day = TODAY): Dossier {
  const uri = 'file:///town/plan.iplan';
  return dossierIn(new Workspace(new Map([[uri, parseFile(uri, text)]])), uri, today);
}

export function dossierIn(workspace: Workspace, uri: string, today: Day = TODAY): Dossier {
  const settings = defaultSettings(today, 'recommended');
  const scope = workspace.scopeOf(uri) as Scope;
  const linter = new Linter();
  const problems = scope.files.flatMap((file) => linter.diagnose(workspace, file.uri, () => settings));
  return {
    version: '1.2.3',
    scope,
    workspace,
    today,
    problems,
    shown: (address) => address.replace('file:///', ''),
    organisation: undefined,
    jurisdiction: undefined,
  };
}

export const wordOf = (dossier: Dossier): Promise<Uint8Array> => docx(documentOf(dossier), dossier.today);
export const excelOf = (dossier: Dossier): Promise<Uint8Array> => xlsx(dossier.scope.title, workbookOf(dossier), dossier.today);

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** XML as a strict reader understands it; anything that is not well-formed throws. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const reader = parser(true, { position: false });
  reader.onerror = (error) => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  };
  reader.onclosetag = () => void stack.pop();
  reader.ontext = (words) => void ((stack.at(-1) as Element).text += words);
  reader.write(text).close();
  assert.equal(stack.length, 1, 'every element is closed');
  // XML has no other characters than these, and a reader may pass over that.
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  return root.children[0] as Element;
}

/** Every element below one with this name, in the order of the text. */
export const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
export const words = (element: Element): string => element.text + element.children.map(words).join('');

/** The files of an archive. */
export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { files } = await JSZip.loadAsync(bytes);
  const entries = Object.entries(files).filter(([, file]) => !file.dir);
  for (const [name, file] of entries) assert.equal(file.date.getUTCFullYear(), 1980, `${name} says when it was written`);
  return new Map(await Promise.all(entries.map(async ([name, file]) => [name, await file.async('string')] as const)));
}

/** A sheet as Excel sees it: each cell with its type, what it holds and its style. */
export interface Sheet {
  readonly name: string;
  readonly xml: Element;
  readonly cells: readonly { readonly at: string; readonly type: string; readonly value: string; readonly format: string }[];
}

export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const files = await unzip(bytes);
  const part = (name: string) => readXml(files.get(name) ?? '');
  for (const [name, text] of files) if (/\.(?:xml|rels)$/.test(name)) readXml(text);
  const shared = files.has('xl/sharedStrings.xml') ? all(part('xl/sharedStrings.xml'), 'si').map(words) : [];
  const styles = part('xl/styles.xml');
  const formats = new Map(all(styles, 'numFmt').map((format) => [format.attributes['numFmtId'], format.attributes['formatCode'] as string]));
  const styled = (all(styles, 'cellXfs')[0]?.children ?? []).map((xf) => formats.get(xf.attributes['numFmtId']) ?? xf.attributes['numFmtId'] ?? '');
  return all(part('xl/workbook.xml'), 'sheet').map((sheet, i) => {
    const xml = part(`xl/worksheets/sheet${i + 1}.xml`);
    const cells = all(xml, 'c').flatMap((cell) => {
      const held = words(cell);
      if (held === '') return [];
      const type = cell.attributes['t'] ?? 'n';
      return [
        {
          at: cell.attributes['r'] as string,
          type,
          value: type === 's' ? (shared[Number(held)] as string) : held,
          format: styled[Number(cell.attributes['s'] ?? 0)] ?? '',
        },
      ];
    });
    return { name: sheet.attributes['name'] as string, xml, cells };
  });
}

declare namespace Sax {
  interface Reader {
    onerror(error: Error): void;
    onopentag(tag: { name: string; attributes: Record<string, string> }): void;
    onclosetag(): void;
    ontext(text: string): void;
    write(text: string): Reader;
    close(): void;
  }
  function parser(strict: boolean, options: object): Reader;
}
