// In a real Chromium: reports and the preview's page as people see them. Run by scripts/test.mjs where there is a browser; the bundles
// of the preview must have been built.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { shell } from '../../client/src/preview/shell.ts';
import { parseFile } from '../../server/src/model/workspace.ts';
import { page as report } from '../../server/src/reports/html/page.ts';
import { preview } from '../../server/src/reports/html/preview.ts';
import type { Seen } from '../../server/src/views/view.ts';
import { elvebyen, root, seenOf, shown, workspaceAt } from '../views/seen.ts';
import { objections, openBrowser } from './browser.ts';

const whole = (seen: Seen) => ({ ...seen, shown, version: '0.0.0' });
const examples = (): readonly Seen[] => {
  const workspace = workspaceAt('examples');
  return workspace.scopes.list.filter((scope) => scope.kind === 'plan').map((plan) => seenOf(plan, workspace));
};

/** Colours of VS Code's own themes, by the class of its pages. */
const THEMES = {
  'vscode-light': {
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    descriptionForeground: '#3b3b3b',
    'panel-border': '#e5e5e5',
    'textLink-foreground': '#005fb8',
    'textBlockQuote-background': '#f8f8f8',
  },
  'vscode-dark': {
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    descriptionForeground: '#9d9d9d',
    'panel-border': '#2b2b2b',
    'textLink-foreground': '#4daafc',
    'textBlockQuote-background': '#2b2b2b',
  },
  'vscode-high-contrast': {
    'editor-foreground': '#ffffff',
    'editor-background': '#000000',
    descriptionForeground: '#ffffffb3',
    contrastBorder: '#6fc3df',
    'panel-border': '#6fc3df',
    'textLink-foreground': '#21a6ff',
  },
} as const;

describe('in a browser', function () {
  this.timeout(600_000);
  let browser: Browser;
  const folder = mkdtempSync(path.join(tmpdir(), 'iplan-browser-'));
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const opened = async (name: string, html: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const file = path.join(folder, name);
    writeFileSync(file, html);
    const page = await browser.newPage({ viewport: { width: 1180, height: 800 }, ...options });
    page.setDefaultTimeout(20_000);
    await page.goto(pathToFileURL(file).href);
    return page;
  };

  describe('reports', () => {
    it('of every example give axe nothing to object to, ask for nothing, and complain of nothing', async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) complaints.push(`asked for ${request.url()}`);
      });
      for (const seen of [...examples(), elvebyen(), elvebyen('land')]) {
        const file = path.join(folder, 'example.html');
        writeFileSync(file, await report(whole(seen)));
        await page.goto(pathToFileURL(file).href);
        assert.deepEqual([seen.scope.id, ...(await objections(page))], [seen.scope.id]);
        assert.deepEqual(complaints, []);
      }
      await page.close();
    });

    for (const [theme, media] of Object.entries({
      dark: { colorScheme: 'dark' },
      'high contrast': { contrast: 'more' },
      'dark with high contrast': { colorScheme: 'dark', contrast: 'more' },
    } as const))
      it(`can be read in ${theme}`, async () => {
        const page = await opened('theme.html', await report(whole(elvebyen())));
        await page.emulateMedia(media);
        assert.deepEqual(await objections(page), []);
        await page.close();
      });

    it('are never wider than their page, however narrow it is', async () => {
      const page = await opened('narrow.html', await report(whole(elvebyen())), { viewport: { width: 420, height: 800 } });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 420);
      await page.close();
    });

    it('are printed with what is folded away, and the heads of tables on each page', async () => {
      const page = await opened('print.html', await report(whole(elvebyen())));
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('thead') as Element).display), 'table-header-group');
      assert.ok(await page.evaluate(() => [...document.querySelectorAll('details table')].every((table) => table.getBoundingClientRect().height > 20)));
      // Nothing of a screen's bars and columns is left: the text flows down the pages.
      const flow = (selector: string) =>
        page.evaluate((one) => {
          const { position, display } = getComputedStyle(document.querySelector(one) as Element);
          return [position, display];
        }, selector);
      for (const selector of ['header.cover', 'main']) assert.deepEqual(await flow(selector), ['static', 'block'], selector);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.ok((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length >= 9);
      await page.close();
    });
  });

  it('prints every example no wider than its paper, since a browser would make all of it smaller', async () => {
    // A4 without its margins, in pixels.
    const page = await browser.newPage({ viewport: { width: 688, height: 1000 } });
    for (const seen of [...examples(), elvebyen()]) {
      writeFileSync(path.join(folder, 'paper.html'), await report(whole(seen)));
      await page.goto(pathToFileURL(path.join(folder, 'paper.html')).href);
      await page.emulateMedia({ media: 'print' });
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main *:not(svg *)')]
          .filter((one) => one.getBoundingClientRect().right > 690 && one.closest('.unseen') === null)
          .map((one) => `${one.closest('section')?.id} ${one.tagName} ${one.textContent?.slice(0, 60)}`),
      );
      assert.deepEqual([seen.scope.id, wide.slice(0, 3)], [seen.scope.id, []]);
    }
    await page.close();
  });

  it('prints a PDF through a browser of the machine: the same bytes again, of the day of the report', async () => {
    const { pdf } = await import('../../server/src/reports/plan/pdf.ts');
    const { findChromium } = (await import('../../scripts/lib/chromium.mjs' as string)) as { findChromium(): string | undefined };
    const dossier = { ...whole(elvebyen()), browser: findChromium() };
    const [once, again] = [await pdf(dossier), await pdf(dossier)].map((file) => Buffer.from(file).toString('latin1')) as [string, string];
    assert.ok(once.startsWith('%PDF-') && once === again);
    assert.deepEqual(once.match(/\/(?:CreationDate|ModDate) \(D:\d{14}/g), ['/CreationDate (D:20260630000000', '/ModDate (D:20260630000000']);
    assert.doesNotMatch(once, /\/URI|\/JavaScript|\/Launch/);
    assert.ok((once.match(/\/Type \/Page\b/g) ?? []).length >= 9);
  });

  describe('the preview', () => {
    let page: Page;
    const sent = () => page.evaluate(() => (window as unknown as { sent: unknown[] }).sent);
    const say = (message: unknown) => page.evaluate((data) => window.postMessage(data, '*'), message);
    const uri = (seen: Seen, file: string) => [...seen.workspace.files.keys()].find((one) => one.endsWith(`elvebyen/${file}`)) as string;
    let files: readonly string[] = [];
    const show = async (view: string, seen = elvebyen()) => {
      const { html, title, views, ...drawn } = preview({ ...seen, shown: (one) => one }, view);
      files = drawn.files;
      await say({ type: 'show', uri: uri(seen, 'plan.iplan'), view, title, views, html });
      await page.waitForFunction((id) => document.querySelector(`#view-${id}`) !== null, view);
    };

    beforeEach(async () => {
      const dist = path.join(root, 'dist');
      const html = shell('file:', (file) => pathToFileURL(path.join(dist, file)).href, 'abc');
      page = await browser.newPage({ viewport: { width: 900, height: 700 } });
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => assert.fail(error));
      await page.addInitScript(() => {
        const seen: unknown[] = [];
        let state: unknown = JSON.parse(localStorage.getItem('state') ?? 'null');
        Object.assign(window, {
          sent: seen,
          acquireVsCodeApi: () => ({
            postMessage: (message: unknown) => seen.push(message),
            getState: () => state,
            setState: (next: unknown) => {
              state = next;
              localStorage.setItem('state', JSON.stringify(next));
            },
          }),
        });
      });
      writeFileSync(path.join(folder, 'preview.html'), html);
      await page.goto(pathToFileURL(path.join(folder, 'preview.html')).href);
      await page.evaluate(() => localStorage.clear());
    });
    afterEach(() => page.close());

    it('says that it is there, shows what it is sent, and changes the view', async () => {
      assert.deepEqual(await sent(), [{ type: 'ready' }]);
      await show('overview');
      assert.equal(await page.locator('nav button').count(), 9);
      assert.equal(await page.locator('nav [aria-current]').textContent(), 'Overview');
      await page.getByRole('button', { name: 'Timeline' }).click();
      assert.deepEqual((await sent()).slice(1), [{ type: 'view', view: 'timeline' }]);
    });

    it('leads from what is clicked to its line, by mouse and by keyboard, also in pictures', async () => {
      const seen = elvebyen();
      const lines = seen.workspace.files.get(uri(seen, 'sectors.iplan'))?.tree.text.split('\n') ?? [];
      const line = lines.findIndex((one) => one.includes('measure tenancy-course')) + 1;
      const wanted = () => ({ type: 'open', file: files.indexOf(uri(seen, 'sectors.iplan')), line });
      await show('responsibilities');
      await page.getByRole('link', { name: 'Tenancy course for new tenants' }).first().click();
      assert.deepEqual((await sent()).at(-1), wanted());
      await page.getByRole('link', { name: 'Tenancy course for new tenants' }).first().focus();
      await page.keyboard.press('Enter');
      assert.deepEqual((await sent()).slice(-2), [wanted(), wanted()]);
      await show('timeline');
      await page.locator('.bar-row.measure .label').first().click();
      assert.deepEqual((await sent()).at(-1), wanted());
    });

    it('follows the cursor', async () => {
      const seen = elvebyen();
      const lines = seen.workspace.files.get(uri(seen, 'sectors.iplan'))?.tree.text.split('\n') ?? [];
      await show('text');
      await say({ type: 'cursor', file: files.indexOf(uri(seen, 'sectors.iplan')), line: lines.findIndex((one) => one.includes('measure language-cafe')) + 3 });
      await page.waitForSelector('.found');
      assert.ok((await page.locator('.found').allTextContents()).some((text) => text.includes('Language café')));
      assert.ok(
        await page
          .locator('.found')
          .first()
          .evaluate((one) => one.getBoundingClientRect().top < window.innerHeight && one.getBoundingClientRect().bottom > 0),
      );
    });

    it('keeps its place, what is unfolded and where the keyboard stands while the text changes', async () => {
      await show('coverage');
      await page.locator('summary').first().click();
      await page.evaluate(() => window.scrollTo({ top: 300 }));
      await page.getByRole('link', { name: 'Housing' }).first().focus();
      const before = await page.evaluate(() => window.scrollY);
      await show('coverage', elvebyen());
      assert.equal(await page.evaluate(() => window.scrollY), before);
      assert.ok(
        await page
          .locator('details')
          .first()
          .evaluate((one) => (one as HTMLDetailsElement).open),
      );
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Housing');
    });

    it('becomes what it is sent, whatever it showed before, and keeps what stayed the same', async () => {
      const seen = elvebyen();
      const sectors = uri(seen, 'sectors.iplan');
      const typing = (text: string): Seen => {
        const workspace = seen.workspace.with([[sectors, parseFile(sectors, text)]]);
        return seenOf(workspace.scopeOf(uri(seen, 'plan.iplan')) as Seen['scope'], workspace);
      };
      const text = seen.workspace.files.get(sectors)?.tree.text ?? '';
      const lines = text.split('\n');
      const typed: readonly string[] = [
        `# one line more\n${text}`,
        text.replace('Tenancy course', 'Course'),
        text.replace('indicator tenancies-kept', 'indicator one-more "One more" { unit percent; value 3% on 2025 }\n  indicator tenancies-kept'),
        text.replace('74% on', '75% on'),
        lines.filter((_, i) => i % 7 !== 3).join('\n'),
        [...lines.slice(lines.length >> 1), ...lines.slice(0, lines.length >> 1)].join('\n'),
        text.slice(0, text.length / 3),
        '',
        text,
      ];
      for (const { id } of preview({ ...seen, shown: (one) => one }, 'overview').views) {
        await show(id);
        for (const one of typed) {
          const now = typing(one);
          const { html } = preview({ ...now, shown: (address) => address }, id);
          await show(id, now);
          const became = await page.evaluate((wanted) => {
            const template = document.createElement('template');
            template.innerHTML = wanted;
            const shownNow = (document.querySelector('main') as HTMLElement).childNodes;
            return [...template.content.childNodes].map((node, i) => shownNow[i]?.isEqualNode(node)).join() === 'true' && shownNow.length === 1;
          }, html);
          assert.ok(became, `${id} after ${one.slice(0, 60)}`);
        }
      }
      await show('text', elvebyen());
      await page.evaluate(() => Object.assign(document.querySelector('main table') as HTMLElement, { mark: 'the same' }));
      await show('text', typing(`${text}\n# more`));
      assert.equal(await page.evaluate(() => (document.querySelector('main table') as unknown as { mark?: string }).mark), 'the same');
    });

    it('shows trouble beside what it showed before, and nothing of messages that are none', async () => {
      await show('overview');
      await say({ type: 'trouble', message: 'The preview is not up to date: <b>x</b>.' });
      await page.waitForFunction(() => document.querySelector('.trouble')?.textContent !== '');
      assert.equal(await page.locator('.trouble b').count(), 0);
      assert.equal(await page.locator('#view-overview').count(), 1);
      await say({ type: 'show', html: '<p id="wrong">x</p>' });
      await show('overview');
      assert.equal(await page.locator('#wrong').count(), 0);
    });

    it('finds an actor in the network and shows what it has to do with', async () => {
      await show('actors');
      await page.getByRole('searchbox').fill('red cross');
      assert.equal(await page.locator('svg.network.focused').count(), 1);
      const near = await page.locator('.node.near').evaluateAll((nodes) => nodes.map((node) => (node as SVGElement).dataset['node']).sort());
      assert.deepEqual(near, ['housing-office', 'integration-office', 'red-cross']);
    });

    for (const [theme, colours] of Object.entries(THEMES))
      it(`gives axe nothing to object to in ${theme}`, async () => {
        await page.evaluate(
          ([name, variables]) => {
            document.body.classList.add(name);
            for (const [key, value] of Object.entries(variables)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
          },
          [theme, colours] as const,
        );
        for (const { id } of preview(whole(elvebyen()), 'overview').views) {
          await show(id);
          assert.deepEqual([id, ...(await objections(page))], [id]);
        }
      });
  });
});
