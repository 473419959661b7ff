import { strFromU8, unzipSync } from 'fflate';

/** The texts in an archive. */
export const contents = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
