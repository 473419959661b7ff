import { say } from '../../text/say.ts';
import { Refused } from './source.ts';

/** Letters of the eight languages that lie in different places of the old encodings. */
const LETTERS = /[äöåæøéèêëàâçîïôùûüßœÄÖÅÆØÉÈÀÇÜ–—’“”«»€°]/g;
const ODD = /[\u0080-\u009f\ufffdŠ¤¶‰Ž§¬¦†‡√∂≈∆◊]/g;

/** The text of a file in whatever usual encoding: UTF-8, UTF-16, or that of an old Windows or Mac. */
export function textIn(bytes: Uint8Array): string {
  const wide = wideOf(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes).replace(/^\ufeff/, '');
  if (bytes.subarray(0, 4_096).includes(0)) throw new Refused(say`is no text file`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const sample = bytes.subarray(0, 200_000);
    const likely = (encoding: string) => {
      const text = new TextDecoder(encoding).decode(sample);
      return (text.match(LETTERS)?.length ?? 0) - 3 * (text.match(ODD)?.length ?? 0);
    };
    return new TextDecoder(likely('macintosh') > likely('windows-1252') ? 'macintosh' : 'windows-1252').decode(bytes);
  }
}

/** UTF-16, by its mark or by the noughts between its letters. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const some = bytes.subarray(0, 512);
  const noughts = (from: number) => some.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (some.length < 8) return undefined;
  if (noughts(1) > some.length / 4 && noughts(0) === 0) return 'utf-16le';
  return noughts(0) > some.length / 4 && noughts(1) === 0 ? 'utf-16be' : undefined;
}
