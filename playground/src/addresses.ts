// The files of the playground lie in no folder of any disk: each has a path, and an address that the server knows it by.

/** The texts of what is open, by path: `plan.iplan`, `national/act.iplan`. */
export type Texts = ReadonlyMap<string, string>;

export const ROOT = 'playground://plans';
/** Where the server says that the frameworks lie which come with it. */
const LIBRARY = 'iplan-library:/';

export const addressOf = (path: string): string => `${ROOT}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The path of a file of what is open; nothing for an address elsewhere. */
export function pathOf(address: string): string | undefined {
  if (!address.startsWith(`${ROOT}/`)) return undefined;
  try {
    return address
      .slice(ROOT.length + 1)
      .split('/')
      .map(decodeURIComponent)
      .join('/');
  } catch {
    return undefined;
  }
}

/** The name of a framework that comes with the server: `zaragoza.iplan`. */
export const frameworkOf = (address: string): string | undefined =>
  address.startsWith(LIBRARY) && /^[\w-]+\.iplan$/.test(address.slice(LIBRARY.length)) ? address.slice(LIBRARY.length) : undefined;

export const isPlan = (path: string): boolean => path.endsWith('.iplan');
/** What a plan is made of: its texts, data, configuration and baseline. */
export const isPlanFile = (path: string): boolean => /(?:\.iplan|\.csv|(?:^|\/)iplan\.config\.json|baseline\.json)$/.test(path);
