import { say } from '../../server/src/text/say.ts';
import type { Texts } from './addresses.ts';

/** A plan to choose; its folder has the plans above and beside it too. */
export interface Choice {
  /** The folder that its files come with. */
  readonly group: string;
  readonly groupTitle: string;
  readonly title: string;
  /** The file of its head, and all its files, as paths in the folder. */
  readonly head: string;
  readonly own: readonly string[];
}

export const listChoices = (): Promise<readonly Choice[]> => fetched<readonly Choice[]>('examples/index.json');

export const textsOf = async (group: string): Promise<Texts> => new Map(Object.entries(await fetched<Record<string, string>>(`examples/${group}.json`)));

/** The text of a framework that comes with the server. */
export const frameworkText = async (name: string): Promise<string> => (await response(`frameworks/${name}`)).text();

const fetched = async <T>(address: string): Promise<T> => (await response(address)).json() as Promise<T>;

async function response(address: string): Promise<Response> {
  const got = await fetch(address).catch(() => undefined);
  if (got?.ok !== true) throw new Error(say`A part of the playground (${address}) could not be loaded. Load the page once more.`);
  return got;
}
