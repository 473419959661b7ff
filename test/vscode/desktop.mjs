// Runs the suites in a VS Code for the desktop: the one at VSCODE_PATH, or the newest, which is downloaded.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests as start } from '@vscode/test-electron';

const mark = '[iplan-test] ';

/** Resolves with whether all tests passed; rejects when they could not be run. */
export async function runTests(plan) {
  const vscode = process.env.VSCODE_PATH || (await downloadAndUnzipVSCode('stable'));
  const profile = mkdtempSync(path.join(tmpdir(), 'iplan-vscode-'));
  const folders = [`--extensions-dir=${profile}/extensions`, `--user-data-dir=${profile}/user`];
  try {
    if (plan.vsix) install(vscode, plan.vsix, folders);
    const code = await start({
      vscodeExecutablePath: vscode,
      extensionDevelopmentPath: [plan.tests, ...(plan.extension ? [plan.extension] : [])],
      extensionTestsPath: path.join(plan.tests, 'index'),
      launchArgs: [
        plan.folder,
        ...folders,
        '--disable-workspace-trust',
        '--disable-updates',
        ...(plan.host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
      stdout: lines(plan),
      stderr: lines(plan),
    }).catch((error) => {
      plan.note(String(error));
      return 1;
    });
    return code === 0;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function install(vscode, vsix, folders) {
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscode);
  // The profile folders that it suggests are not the ones of this run.
  const own = args.filter((arg) => !/^--(extensions|user-data)-dir=/.test(arg));
  const shell = process.platform === 'win32';
  const { status } = spawnSync(cli, [...own, ...folders, '--install-extension', vsix], { stdio: 'inherit', shell });
  if (status !== 0) throw new Error('VS Code could not install the packed extension.');
}

/** A stream that passes on the lines of the tests without their mark and keeps the others for the log. */
function lines(plan) {
  let rest = '';
  return new Writable({
    write(chunk, _encoding, done) {
      const parts = (rest + chunk).split(/\r?\n/);
      rest = parts.pop();
      for (const line of parts) {
        const at = line.indexOf(mark);
        if (at >= 0) plan.say(line.slice(at + mark.length));
        else plan.note(line);
      }
      done();
    },
  });
}
