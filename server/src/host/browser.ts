// The one place that starts another program: a browser that is on the machine prints a page. Which one is said by whoever gives the
// command or by the environment, never by anything in a plan or beside it.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The variable of the environment that names a browser. */
export const NAMED = 'IPLAN_BROWSER';
/** How long a browser may take, in milliseconds. */
const LIMIT = 60_000;

/** What a machine is to somebody who looks for a program. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isProgram: (path: string) => boolean;
}

const THIS: Machine = { platform: process.platform, env: process.env, home: homedir(), isProgram };

/** The browser that was named, or else the first that is found; nothing where there is none. */
export function findBrowser(named: string | undefined, machine: Machine = THIS): string | undefined {
  const asked = named ?? (machine.env[NAMED] || undefined);
  if (asked !== undefined) return programs(asked, machine).find(machine.isProgram);
  return placesOf(machine).find(machine.isProgram);
}

/** A path as it is, a name in the folders where programs are looked for. */
const programs = (name: string, { env, platform }: Machine): readonly string[] =>
  /[\\/]/.test(name) ? [name] : (env['PATH'] ?? env['Path'] ?? '').split(platform === 'win32' ? ';' : delimiter).map((folder) => join(folder, name));

/** Where Chrome, Chromium and Edge are put by those who install them. */
function placesOf(machine: Machine): readonly string[] {
  const { platform, env, home } = machine;
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined);
    const inside = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return inside.flatMap((file) => folders.map((folder) => `${folder}\\${file}`));
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', `${home}/Applications`].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge'];
  return [...names.flatMap((name) => programs(name, machine)), '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Prints a page as PDF, or says why not, as the rest of a sentence about the browser. The browser has a profile of its own that is thrown
 * away, reaches no network, and is ended where it takes too long.
 */
export async function print(html: string, browser: string, limit = LIMIT): Promise<{ readonly pdf: Uint8Array } | { readonly error: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'iplan-print-'));
  try {
    const [page, printed] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    writeFileSync(page, html);
    const ended = await run(browser, [...flags(join(folder, 'profile')), `--print-to-pdf=${printed}`, pathToFileURL(page).href], limit);
    if (ended !== undefined) return { error: ended };
    const pdf = readFileSync(printed);
    return pdf.subarray(0, 5).toString('latin1') === '%PDF-' ? { pdf } : { error: 'has written something else than a PDF' };
  } catch {
    return { error: 'has written no PDF' };
  } finally {
    // A browser that has just been ended may still hold a file for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const flags = (profile: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--print-to-pdf-no-header',
  '--generate-pdf-document-outline',
  // Chromium refuses to begin where everybody is root, as in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Why a program did not end well; nothing where it did. */
function run(program: string, args: readonly string[], limit: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', windowsHide: true });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve(`took longer than ${limit / 1000} seconds`);
    }, limit);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(`could not be started (${(error as NodeJS.ErrnoException).code ?? error.message})`);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(code === 0 ? undefined : `ended with ${signal ?? `the code ${code}`}`);
    });
  });
}
