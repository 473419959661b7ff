// Opens a folder in VS Code with the extension in it: the installed VS Code if there is one, or else one from npm, shown
// in the browser.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { findProgram } from './chromium.mjs';
import { findNode, nodeEnv, nodeFlags, root } from './node.mjs';
import { run } from './run.mjs';
import { ensureVscode, installVsix, makeProfile, startServer } from './vscode.mjs';

/** Resolves with an exit code: at once after an installed VS Code was told to open, or when the one from npm has ended. */
export async function openEditor(folder) {
  const code = findProgram('code') ?? findProgram('codium');
  return code ? openInstalled(code, folder) : openInBrowser(folder);
}

async function openInstalled(code, folder) {
  console.log(`\nOpening ${folder} in VS Code, with the extension loaded …`);
  const shell = process.platform === 'win32';
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  const child = spawn(shell ? `"${code}"` : code, shell ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell,
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`VS Code did not open: ${error.message}`);
      resolve(2);
    });
    child.on('exit', (status) => resolve(status === 0 ? 0 : 2));
  });
}

async function openInBrowser(folder) {
  console.log('\nThere is no "code" command here.');
  ensureVscode();
  const profile = makeProfile();
  let server;
  try {
    const vsix = path.join(path.dirname(profile.extensions), 'iplan.vsix');
    const script = path.join(root, 'scripts/package.mjs');
    const packed = await run(findNode(), [...nodeFlags, script, `--out=${vsix}`], {
      cwd: root,
      env: nodeEnv(),
      echo: false,
    });
    if (packed.code !== 0) throw new Error('The extension could not be packed.');
    installVsix(profile, vsix);
    // The page can write the files of this machine, so it is only for who has the address with its token.
    const token = randomBytes(16).toString('hex');
    server = await startServer(profile, { extra: [`--connection-token=${token}`] });
    const address = `${server.origin}/?${new URLSearchParams({ tkn: token, folder })}`;
    console.log(`VS Code is open at\n\n  ${address}\n\nCtrl+C here ends it.`);
    openBrowser(address);
    const interrupted = new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    await Promise.race([server.ended, interrupted]);
    console.log('\nEnding VS Code …');
    return 0;
  } finally {
    await server?.stop();
    profile.remove();
  }
}

function openBrowser(address) {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const program = findProgram(opener);
  if (!program) return;
  // Where there is no browser the address stands in the terminal, so a failure here is of no consequence.
  spawn(program, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
