import module from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

/** The folder in which the programs of a user keep what they can do without; nothing where the user has none. */
function cacheHome(): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const given = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME;
  if (given !== undefined && path.isAbsolute(given)) return given;
  const inHome = { win32: 'AppData/Local', darwin: 'Library/Caches' }[process.platform as string] ?? '.cache';
  return path.isAbsolute(homedir()) ? path.join(homedir(), inHome) : undefined;
}

/**
 * Has Node.js keep what it compiles of iplan, so that the next start need not compile it again. It lies in a folder that only the user
 * can write to, since it is run again: not in that of temporary files, which is everybody's. Where it cannot be kept, nothing is lost.
 * NODE_DISABLE_COMPILE_CACHE=1 keeps nothing, NODE_COMPILE_CACHE names another folder.
 */
export function keepCompiled(): void {
  let mask: number | undefined;
  try {
    const home = cacheHome();
    if (home === undefined) return;
    mask = process.umask(0o077);
    module.enableCompileCache?.(path.join(home, 'iplan'));
  } catch {
    // A home that is missing or full costs a moment at the start, as the first one does.
  } finally {
    // What the program writes otherwise is as open as the user wants it.
    if (mask !== undefined) process.umask(mask);
  }
}
