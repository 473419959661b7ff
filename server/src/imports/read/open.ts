import { say } from '../../text/say.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { markdown } from './markdown.ts';
import { LIMITS, Refused, type Source } from './source.ts';
import { isArchive, isOldOffice } from './unpack.ts';

/** The endings that are read, for messages. */
export const ENDINGS = ['.xlsx', '.xlsm', '.csv', '.tsv', '.txt', '.docx', '.docm', '.md', '.xml', '.json', '.zip'] as const;

/** Reads a file as what its name says that it is. What cannot be read is refused with a sentence that ends that which begins with its name. */
export async function open(bytes: Uint8Array, name: string): Promise<Source> {
  const ending = /\.[^.]+$/.exec(name.toLowerCase())?.[0] ?? '';
  if (bytes.length === 0) throw new Refused(say`is empty`);
  if (bytes.length > LIMITS.bytes) throw new Refused(say`is larger than ${LIMITS.bytes / 1e6} MB and was not read`);
  if (isOldOffice(bytes)) {
    if (/^\.(?:xlsx|xlsm|docx|docm)$/.test(ending)) throw new Refused(say`is encrypted. Open it, take the password off, and save it again`);
    throw new Refused(say`is in a format of Office before 2007. Save it as .xlsx or .docx`);
  }
  if (/^\.(?:xls|doc|pdf|ods|odt|rtf)$/.test(ending))
    throw new Refused(say`is in a format that is not read. Save it as ${/^\.(?:xls|ods)$/.test(ending) ? '.xlsx' : '.docx'}`);
  if (/^\.(?:xlsx|xlsm|docx|docm)$/.test(ending) && !isArchive(bytes)) throw new Refused(say`is damaged: it is no document of Office`);
  if (ending === '.xlsx' || ending === '.xlsm') return (await import('./xlsx.ts')).xlsx(bytes, name);
  if (ending === '.docx' || ending === '.docm') return docx(bytes, name);
  if (ending === '.xml') return (await import('./iati.ts')).iati(bytes, name);
  if (ending === '.json') return (await import('./json.ts')).json(bytes, name);
  if (ending === '.zip') return (await import('./json.ts')).dataPackage(bytes, name);
  if (ending === '.md' || ending === '.markdown') return markdown(bytes, name);
  if (ending === '.csv' || ending === '.tsv' || ending === '.tab' || ending === '.txt') return csv(bytes, name);
  if (ending === '') throw new Refused(say`has a name without an ending, so it is not known what it is: files that end in ${ENDINGS.join(', ')} are read`);
  throw new Refused(say`ends in "${ending}", which is not read: ${ENDINGS.join(', ')} are`);
}
