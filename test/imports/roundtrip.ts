// What comes back of a plan that was written in a format and read again.

import { planOf } from '../../server/src/imports/plan.ts';
import { open } from '../../server/src/imports/read/open.ts';
import type { Declaration } from '../../server/src/model/declaration.ts';
import { valuesOf } from '../../server/src/model/observations.ts';
import type { Scope } from '../../server/src/model/scope.ts';
import { archive } from '../../server/src/reports/archive.ts';
import { csv } from '../../server/src/reports/plan/csv.ts';
import type { Dossier } from '../../server/src/reports/plan/format.ts';
import { iati } from '../../server/src/reports/plan/iati.ts';
import { json } from '../../server/src/reports/plan/json.ts';
import { inOneRow } from '../../server/src/syntax/onerow.ts';
import { said, factsOf as statements } from '../../server/src/views/say.ts';
import { excelOf, wordOf } from '../reports/read.ts';
import { workspaceOf } from './truth.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

export const FORMATS: Readonly<Record<string, (dossier: Dossier) => Promise<readonly [name: string, content: Uint8Array]>>> = {
  JSON: async (dossier) => ['plan.json', bytes(json(dossier))],
  'CSV package': async (dossier) => ['tables.zip', archive(csv(dossier))],
  XLSX: async (dossier) => ['plan.xlsx', await excelOf(dossier)],
  DOCX: async (dossier) => ['plan.docx', await wordOf(dossier)],
  IATI: async (dossier) => ['plan.xml', bytes(iati(dossier))],
};

/** Everything a plan says, with titles in the place of names: the same in every format, whatever ids it keeps. */
export function sayingsOf(scope: Scope): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const one of scope.declarations as readonly Declaration[]) {
    const called = one.kind === 'plan' ? 'plan' : `${one.kind} "${plainly(one.title)}"`;
    const inside = scope.sectorOf(one);
    if (one.kind !== 'plan') found.set(`${called}${inside === undefined ? '' : ` in ${plainly(inside.title)}`}`, `${one.kind}`);
    for (const word of new Set(one.facts.map((fact) => fact.word)))
      for (const fact of statements(one, word)) {
        const parts = fact.parts.map(({ category, value }) => `${category} ${value?.number}`).sort();
        found.set(`${called} ${word} ${plainly(said(fact, scope))}${parts.length === 0 ? '' : ` { ${parts.join('; ')} }`}`, `${one.kind} ${word}`);
      }
  }
  return found;
}

const plainly = (text: string): string =>
  text
    .replace(/(?<=\d)[\u00a0\u202f](?=\d)/g, '')
    .replace(/_/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The same word for word, with ids, the data files and the gaps that were accepted: for formats that carry the whole plan. */
export function wholeOf(written: Scope): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const scope = written.written;
  for (const one of scope.declarations as readonly Declaration[]) {
    const called = `${one.kind} ${one.idToken?.image ?? ''} "${one.title}"${one.parent === undefined ? '' : ` in ${one.parent.id}`}`;
    const add = (text: string, what: string) => {
      let saying = text;
      for (let i = 2; found.has(saying); i++) saying = `${text} (${i})`;
      found.set(saying, what);
    };
    add(called, one.kind);
    for (const { word, node } of one.facts) add(`${called} ${inOneRow(node)}`, `${one.kind} ${word}`);
  }
  for (const one of written.of('indicator'))
    for (const { row } of valuesOf(one, written))
      if (row !== undefined) found.set(`${one.id} ${row.on.text} ${row.group} ${row.value.number} ${row.note}`, 'indicator data');
  for (const { node } of scope.waivers) found.set(inOneRow(node), 'waive');
  return found;
}

/** What a format loses of a plan, and what comes back that the plan did not say: by kind and statement, an example each. */
export async function lostIn(format: string, dossier: Dossier, sayings: (scope: Scope) => ReadonlyMap<string, string> = sayingsOf) {
  const [name, content] = await (FORMATS[format] as (typeof FORMATS)[string])(dossier);
  const back = planOf([await open(content, name)], { today: dossier.today });
  const scope = workspaceOf(back.files).scopes.list.find((one) => one.kind === 'plan') as Scope;
  const [was, is] = [sayings(dossier.scope), sayings(scope)];
  const lost = new Map([...was].flatMap(([saying, what]) => (is.has(saying) ? [] : [[what, saying] as const])));
  const added = new Map([...is].flatMap(([saying, what]) => (was.has(saying) || / tbd$/.test(saying) ? [] : [[what, saying] as const])));
  return { lost, added, kept: [...was.keys()].filter((saying) => is.has(saying)).length, all: was.size, back };
}
