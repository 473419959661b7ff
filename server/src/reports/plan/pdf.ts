import { findBrowser, NAMED, print } from '../../host/browser.ts';
import type { Day } from '../../language/dates.ts';
import { say } from '../../text/say.ts';
import { page } from '../html/page.ts';
import { type Dossier, Unwritten } from './format.ts';

/** The page, as a browser of the machine prints it. */
export async function pdf(dossier: Dossier): Promise<Uint8Array> {
  const { browser: named } = dossier;
  const browser = findBrowser(named);
  if (browser === undefined) throw new Unwritten(missing(named ?? process.env[NAMED]));
  const printed = await print(await page(dossier), browser);
  if ('error' in printed) throw new Unwritten(say`The browser ${browser} ${printed.error}. Write the report as html and print it from a browser.`);
  return dated(printed.pdf, dossier.today);
}

function missing(named: string | undefined): string {
  if (named !== undefined && named !== '') return say`There is no browser ${named}. Name the program of Chrome, Chromium or Edge.`;
  return say`A PDF is printed by Chrome, Chromium or Edge, and none was found. Install one or name one in ${NAMED}, or write html and print that.`;
}

/** A browser writes down when it printed; the day that the report is of stands there instead, in as many characters. */
function dated(pdf: Uint8Array, day: Day): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const moment = `D:${day.replaceAll('-', '')}000000+00'00'`;
  return Buffer.from(
    text.replace(/(\/(?:CreationDate|ModDate) \()(D:\d{14}[+-]\d\d'\d\d')/g, (_, before: string) => before + moment),
    'latin1',
  );
}
