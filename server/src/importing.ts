import type { ImportedColumn, ImportParams, ImportResult } from '../../client/src/messages.ts';
import type { Session } from './session.ts';
import { say, told } from './text/say.ts';
import { canonical } from './text/uris.ts';

const NOTHING: ImportResult = { id: '', title: '', tables: [], columns: [], summary: [], files: [] };

/** Makes a plan of other people's files for the editor, which has read the files and writes the plan: what `iplan import` does on disk. */
export async function importPlan(session: Session, { files, mapping, folder, into }: ImportParams): Promise<ImportResult> {
  // What reads files is heavy, and nobody needs it who does not import.
  const [
    { open },
    { LIMITS, Refused },
    { planOf },
    { againReported, columnsOf, countsSaid, reportOf, tableSaid },
    { COLUMNS, SAYS },
    { folded },
    { BASE, baseIn, baseOf, merged },
  ] = await Promise.all([
    import('./imports/read/open.ts'),
    import('./imports/read/source.ts'),
    import('./imports/plan.ts'),
    import('./imports/report.ts'),
    import('./words/headings.ts'),
    import('./words/languages.ts'),
    import('./imports/again.ts'),
  ]);
  const sources: Awaited<ReturnType<typeof open>>[] = [];
  for (const { name, base64 } of files) {
    if (base64.length > (LIMITS.bytes / 3) * 4 + 4) return { ...NOTHING, error: say`${name} is larger than ${LIMITS.bytes / 1e6} MB and was not read.` };
    try {
      sources.push(await open(bytesOf(base64), name));
    } catch (error) {
      if (error instanceof Refused) return { ...NOTHING, error: `${name} ${error.message}.` };
      throw error;
    }
  }
  const known = COLUMNS.filter((name) => name !== 'about');
  const meant = mapping.flatMap(({ heading, column }) => COLUMNS.flatMap((name) => (name === column ? [[folded(heading), name] as const] : [])));
  const { today } = session.configs.settingsOf(`${canonical(folder ?? 'file:///')}/plan.iplan`);
  const before = into && baseIn(into.base);
  if (into !== undefined && before === undefined)
    return {
      ...NOTHING,
      error: say`${BASE} is damaged, so it cannot be told what was changed since the last import. Import into another folder, and compare.`,
    };
  const whole = new Map([...(before?.mapping ?? []), ...meant]);
  const imported = planOf(sources, { mapping: whole, today });
  const again = before && into && merged(before.files, imported.files, into.files);
  const report = `${reportOf(imported, sources)}${again === undefined ? '' : againReported(again)}`;
  return {
    id: imported.plan.id,
    title: imported.plan.title,
    tables: imported.layouts.map(([source, layout]) => ({
      name: sources.length > 1 || layout.grid.name === source ? source : layout.grid.name,
      says: tableSaid(source, layout),
      columns: columnsOf(layout).map(
        ([heading, means, how, recognised]): ImportedColumn => ({ heading, means, how: recognised ? how : say`not recognised`, recognised }),
      ),
    })),
    // What is done and who does it are asked for first.
    columns: [...known.toReversed(), 'about' as const].map((name) => ({ name, says: told(SAYS[name]) })),
    summary: countsSaid(imported),
    ...(again && { again: { differences: again.differences, conflicts: again.conflicts } }),
    files: [...(again?.files ?? imported.files), { path: 'import-report.md', text: report }, { path: BASE, text: baseOf(imported.files, sources, whole) }],
  };
}

/** Bytes as they pass through messages that are text. */
function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
