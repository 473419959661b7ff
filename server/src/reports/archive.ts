import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Day } from '../language/dates.ts';

/** A ZIP archive of files; the same files give the same bytes at any time and in any time zone. */
export function archive(files: Iterable<readonly [name: string, content: string | Uint8Array]>): Uint8Array {
  const entries: Zippable = {};
  // Archives hold local time from 1980 on, so the first of it is said in local time as well.
  for (const [name, content] of files)
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: new Date(1980, 0, 1), level: 6, os: 3 }];
  return zipSync(entries);
}

/** An office document packed anew, without the moment at which it was written; one of its files may be mended on the way. */
export function undated(document: Uint8Array, day: Day, mended: readonly [name: string, mend: (xml: string) => string] = ['', (xml) => xml]): Uint8Array {
  const [name, mend] = mended;
  const dated = (xml: string) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
  return archive(
    Object.entries(unzipSync(document)).map(([file, content]) => {
      if (file === 'docProps/core.xml') return [file, dated(strFromU8(content))];
      return [file, file === name ? mend(strFromU8(content)) : content];
    }),
  );
}
