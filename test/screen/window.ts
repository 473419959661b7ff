// A window of a real VS Code, as a person has it before them: keys are pressed, and what comes to the screen is looked for there.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Frame, type Locator, type Page } from 'playwright-core';

interface Profile {
  readonly extensions: string;
  remove(): void;
}
interface Server {
  readonly origin: string;
  readonly port: number;
  stop(): Promise<void>;
}
const { ensureChromium } = (await import('../../scripts/lib/chromium.mjs' as string)) as { ensureChromium(): { chromium?: string; why?: string } };
const { ensureVscode, installVsix, makeProfile, startServer } = (await import('../../scripts/lib/vscode.mjs' as string)) as {
  ensureVscode(): void;
  installVsix(profile: Profile, vsix: string): void;
  makeProfile(settings: object): Profile;
  startServer(profile: Profile, options: { extra: readonly string[]; asksForTrust: boolean }): Promise<Server>;
};
const root = path.resolve(import.meta.dirname, '../..');

/** Where the pictures go; a folder that is not kept in the repository. */
export const PICTURES = path.join(root, 'out/screen');
const SETTINGS = {
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'window.menuBarVisibility': 'hidden',
};

export class Window {
  readonly page: Page;
  /** The copy of the example that is open. */
  readonly folder: string;
  readonly #album: string;
  readonly #end: () => Promise<void>;
  #pictures = 0;

  private constructor(page: Page, folder: string, album: string, end: () => Promise<void>) {
    this.page = page;
    this.folder = folder;
    this.#album = album;
    this.#end = end;
  }

  /** Opens a copy of an example in Restricted Mode, with the packed extension; `change` alters the copy first. */
  static open(example: string, change: (edit: (file: string, what: string, by: string) => void) => void): Promise<Window> {
    return Window.#open(example, PICTURES, (folder) => {
      cpSync(path.join(root, 'examples', example), folder, { recursive: true });
      change((file, what, by) => {
        const text = readFileSync(path.join(folder, file), 'utf8');
        if (!text.includes(what)) throw new Error(`${file} does not say ${what}`);
        writeFileSync(path.join(folder, file), text.replace(what, by));
      });
    });
  }

  /** Opens a folder of somebody who has no plan yet, with some files of theirs. Its pictures go into the folder given. */
  static withFiles(name: string, album: string, files: Readonly<Record<string, Uint8Array>>): Promise<Window> {
    return Window.#open(name, album, (folder) => {
      mkdirSync(folder);
      for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
    });
  }

  static async #open(name: string, album: string, fill: (folder: string) => void): Promise<Window> {
    const { chromium: executablePath, why } = ensureChromium();
    if (why !== undefined) throw new Error(why);
    ensureVscode();
    const scratch = mkdtempSync(path.join(tmpdir(), 'iplan-screen-'));
    const folder = path.join(scratch, name);
    fill(folder);
    const profile = makeProfile(SETTINGS);
    let browser: Browser | undefined;
    let server: Server | undefined;
    const end = async () => {
      await browser?.close().catch(() => {});
      await server?.stop();
      profile.remove();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
      installVsix(profile, path.join(root, 'iplan.vsix'));
      server = await startServer(profile, { extra: ['--without-connection-token'], asksForTrust: true });
      browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
        timeout: 60_000,
      });
      const page = await browser.newPage({ viewport: { width: 1360, height: 850 } });
      page.setDefaultTimeout(60_000);
      const payload = [
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ];
      rmSync(album, { recursive: true, force: true });
      mkdirSync(album, { recursive: true });
      await page.goto(`${server.origin}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`, { timeout: 60_000 });
      const window = new Window(page, folder, album, end);
      await window.see('.monaco-workbench .part.activitybar');
      return window;
    } catch (error) {
      await end();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#end();
  }

  /** Waits until the first of what a selector means is on the screen, and says something where that is asked. */
  async see(selector: string, text?: string | RegExp): Promise<Locator> {
    const found = this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    await found.waitFor({ state: 'visible' });
    return found;
  }

  /** Presses a key until something comes to the screen: what it asks about may be worked out only a moment later. */
  async pressUntil(key: string, selector: string, text?: string | RegExp): Promise<Locator> {
    const found = this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    for (let tries = 0; tries < 10; tries++) {
      await this.press(key);
      if (
        await found.waitFor({ state: 'visible', timeout: 4000 }).then(
          () => true,
          () => false,
        )
      )
        break;
    }
    return this.see(selector, text);
  }

  /**
   * Opens the menu of something and gives one of its items, when the menu has stood for as long as a person looks at it: while VS Code still
   * starts it may go away again, and in its first tenth of a second it takes no click.
   */
  async menuItem(of: Locator, item: string | RegExp): Promise<Locator> {
    const found = this.page.locator('.monaco-menu .action-label', { hasText: item }).first();
    for (let tries = 0; tries < 10; tries++) {
      await of.click({ button: 'right' });
      const came = await found.waitFor({ state: 'visible', timeout: 4000 }).then(
        () => true,
        () => false,
      );
      await this.page.waitForTimeout(600);
      if (came && (await found.isVisible())) break;
      await this.press('Escape');
    }
    return found;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Runs a command as it is found in the palette. */
  async run(command: string): Promise<void> {
    await this.press('F1');
    await this.see('.quick-input-widget .input');
    await this.page.locator('.quick-input-widget input[type=text]').fill(`>${command}`);
    const row = await this.see('.quick-input-list .monaco-list-row', command);
    await row.click();
  }

  /** Opens a file of the workspace, with the caret at a line and character, both from 1. */
  async show(file: string, line = 1, character = 1): Promise<void> {
    await this.press('Control+p');
    await this.see('.quick-input-widget .input');
    await this.page.locator('.quick-input-widget input[type=text]').fill(`${file}:${line}:${character}`);
    // What is chosen is not always the first row yet: it is clicked, as soon as it is there.
    await (await this.see('.quick-input-list .monaco-list-row', path.basename(file))).click();
    await this.see('.editor-container .tab.active, .tab.active', path.basename(file));
    await this.see('.monaco-editor.focused');
  }

  /** The line of a file that says something, from 1, and the character where it does. */
  at(file: string, words: string): [string, number, number] {
    const lines = readFileSync(path.join(this.folder, file), 'utf8').split('\n');
    const line = lines.findIndex((one) => one.includes(words));
    if (line < 0) throw new Error(`${file} does not say ${words}`);
    return [file, line + 1, (lines[line] as string).indexOf(words) + 1];
  }

  /** The page of an extension that has something in it: it is a frame within a frame of the window. */
  async frame(selector: string): Promise<Frame> {
    for (const end = Date.now() + 120_000; ; await this.page.waitForTimeout(100)) {
      for (const frame of this.page.frames())
        if (
          (await frame
            .locator(selector)
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      if (Date.now() > end) throw new Error(`No page shows ${selector}.`);
    }
  }

  async picture(name: string): Promise<void> {
    // What comes and goes does so slowly.
    await this.page.waitForTimeout(400);
    const number = String(++this.#pictures).padStart(2, '0');
    await this.page.screenshot({ path: path.join(this.#album, `${number}-${name}.png`) });
  }
}
