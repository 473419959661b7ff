// Finds the other editors that the server is tried in, or installs Debian's.
import { spawnSync } from 'node:child_process';
import { findProgram } from './chromium.mjs';

const EDITORS = [
  { name: 'Neovim', packages: ['neovim'], isThere: () => Boolean(findProgram('nvim')) },
  // Emacs 29 brings eglot; Debian has it as a package for the one before.
  { name: 'Emacs', packages: ['emacs-nox', 'elpa-eglot'], isThere: () => Boolean(findProgram('emacs')) && hasEglot() },
];

const EGLOT = `(progn (require 'package) (add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa") (package-initialize) (require 'eglot))`;
const hasEglot = () => spawnSync('emacs', ['--batch', '-Q', '--eval', EGLOT], { stdio: 'ignore' }).status === 0;

/** The editors, each with why it cannot be used, if so. Installs them where apt-get may. */
export function ensureEditors(say = console.log) {
  return EDITORS.map(({ name, packages, isThere }) => {
    if (process.platform === 'win32') return { name, why: 'it is tried on Linux and macOS only' };
    if (isThere()) return { name };
    const apt = findProgram('apt-get');
    if (!apt || process.getuid?.() !== 0) return { name, why: `there is no ${name}; install it, on Debian with "sudo apt-get install ${packages.join(' ')}"` };
    say(`Installing ${name} …`);
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 };
    spawnSync(apt, ['update', '-qq'], options);
    spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
    return isThere() ? { name } : { name, why: `there is no ${name} and apt-get could not install it` };
  });
}
