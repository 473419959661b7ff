// In a real Chromium: the playground as a visitor finds it, from the folder that a static host would serve. Run by scripts/test.mjs where
// there is a browser; the playground must have been built.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { fragmentOf } from '../../playground/src/share.ts';
import { root } from '../views/seen.ts';
import { objections, openBrowser } from './browser.ts';

describe('the playground in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: Server;
  let address: string;
  let page: Page;
  let asked: string[];
  let complaints: string[];

  before(async () => {
    const { serveFolder } = (await import('../../scripts/lib/serve.mjs' as string)) as {
      serveFolder(folder: string, port: number): Promise<{ server: Server; address: string }>;
    };
    ({ server, address } = await serveFolder(path.join(root, 'dist/playground'), 0));
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  afterEach(async () => {
    await page.close();
    assert.deepEqual(complaints, []);
    // Nothing leaves: whatever is asked for is a file of the folder.
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(address)),
      [],
    );
  });

  const counts = () => page.locator('#counts');
  const text = () => page.locator('.cm-content');
  const written = async () => (await text().locator('.cm-line').allTextContents()).join('\n');
  const frame = () => page.frames().find((one) => one.url().endsWith('preview.html')) as Frame;
  const judged = () => page.waitForFunction(() => !/being read/.test(document.querySelector('#counts')?.textContent ?? 'being read'));
  const drawn = (title: string) => page.frameLocator('#preview').locator('h1', { hasText: title }).waitFor();
  /** Puts the cursor behind some words of the text, as a person would click there. */
  const clickBehind = async (words: string) => {
    await text().locator('.cm-line', { hasText: words }).first().click();
    await page.keyboard.press('End');
  };

  async function visit(fragment = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    page.setDefaultTimeout(20_000);
    [asked, complaints] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(address + fragment);
    await judged();
  }
  /** Takes what is offered, after a look at it: the editor leaves keys alone in the first moment of a list, which nobody has read yet. */
  async function take(label: string) {
    const list = page.locator('.cm-tooltip-autocomplete');
    await list.locator('li', { hasText: label }).waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'detached' });
  }
  const shared = (files: Record<string, string>) => {
    const texts = new Map(Object.entries(files));
    return fragmentOf({ texts, shown: [...texts.keys()][0] as string });
  };

  it('opens with a plan in which nothing is found, and its preview', async () => {
    await visit();
    assert.equal(await counts().textContent(), 'Nothing is found in this plan.');
    await drawn('Language plan for Lakeside');
    assert.deepEqual(await page.getByRole('tab').allTextContents(), ['plan.iplan', 'language.iplan', 'iplan.config.json']);
    await page.locator('.word-keyword', { hasText: 'plan' }).first().waitFor();
  });

  it('shows what is found when the plan is broken, in the text, in the list and in the preview, and mends it', async () => {
    await visit();
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.locator('.cm-lintRange-error').waitFor();
    assert.match((await page.locator('#told').textContent()) ?? '', /^Line 8 was taken out: "accountable adult-school"/);
    assert.equal(await counts().textContent(), '1 error');
    assert.match((await page.locator('#found li').first().textContent()) ?? '', /has nobody accountable\. Name the one role .*accountability\/no-accountable/);
    await page.frameLocator('#preview').getByText('has nobody accountable').first().waitFor();
    assert.equal(await page.getByRole('tab', { selected: true }).getAttribute('data-weight'), 'error');
    await page.getByRole('button', { name: 'Mend', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add "accountable adult-school"' }).click();
    await page.getByText('Nothing is found in this plan.').waitFor();
    assert.match(await written(), /accountable adult-school/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 error').first().waitFor();
  });

  it('tells why at the underlined words, with the page of the rule', async () => {
    await visit();
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.locator('.cm-lintRange-error').first().hover();
    await page.locator('.cm-tooltip').getByRole('button', { name: 'Why?' }).click();
    assert.match((await page.getByRole('dialog').textContent()) ?? '', /A duty that belongs to everybody is done by nobody/);
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  it('completes words and names, and says what they mean', async () => {
    await visit();
    await page.getByRole('tab', { name: 'language.iplan' }).click();
    await clickBehind('field language');
    await page.keyboard.press('Enter');
    await page.keyboard.type('gro');
    await take('groups');
    assert.match(await written(), /field language\n {2}groups /);
    await page.keyboard.type('resid');
    // Asked for as well, since a slow machine may still be answering the keys before.
    await page.keyboard.press('Control+Space');
    await take('residents');
    assert.match(await written(), /field language\n {2}groups residents/);
    await page.locator('.word-property', { hasText: 'dimension' }).hover();
    await page.locator('.cm-lsp-hover-tooltip', { hasText: 'dimension' }).waitFor();
  });

  it('explains, leads to where a name is declared, renames it everywhere and lays text out, all with the keyboard', async () => {
    await visit();
    await page.getByRole('tab', { name: 'language.iplan' }).click();
    await clickBehind('accountable adult-school');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+i');
    assert.match((await page.getByRole('dialog').textContent()) ?? '', /Adult education centre/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await page.locator('.cm-lsp-rename-panel input').fill('learning-centre');
    await page.keyboard.press('Enter');
    await text().getByText('learning-centre').first().waitFor();
    assert.doesNotMatch(await written(), /adult-school/);
    await page.keyboard.press('F12');
    await page.getByRole('tab', { name: 'plan.iplan', selected: true }).waitFor();
    assert.match(await written(), /actor learning-centre "Adult education centre"/);
    await page.getByText('Nothing is found in this plan.').waitFor();
    await clickBehind('actor learning-centre');
    await page.keyboard.press('Enter');
    await page.keyboard.type('   level   local');
    await page.keyboard.press('Shift+Alt+F');
    await text()
      .getByText(/^ {2}level local$/)
      .nth(1)
      .waitFor();
  });

  it('opens another example, with its files, and a framework that it uses', async () => {
    await visit();
    await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Integration plan for Elvebyen municipality 2025–2028' });
    await page.getByRole('tab', { name: 'housing.iplan' }).waitFor();
    await judged();
    assert.equal(await counts().textContent(), 'Nothing is found in this plan.');
    await drawn('Integration plan for Elvebyen');
    await text()
      .getByText('zaragoza')
      .first()
      .click({ modifiers: ['Control'] });
    await page.getByRole('tab', { name: 'zaragoza.iplan', selected: true }).waitFor();
    assert.equal(await text().getAttribute('aria-readonly'), 'true');
  });

  it('asks before what was changed is lost', async () => {
    await visit();
    await page.getByRole('button', { name: 'Break it' }).click();
    const choose = page.getByLabel('Plan', { exact: true });
    const before = await choose.inputValue();
    await choose.selectOption({ label: 'Integration plan for Elvebyen municipality 2025–2028' });
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    assert.equal(await choose.inputValue(), before);
    await choose.selectOption({ label: 'Integration plan for Elvebyen municipality 2025–2028' });
    await page.getByRole('dialog').getByRole('button', { name: 'Open the other plan' }).click();
    await page.getByRole('tab', { name: 'housing.iplan' }).waitFor();
  });

  it('keeps what was typed when the page is loaded anew', async () => {
    await visit();
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.getByText('1 error').first().waitFor();
    await page.reload();
    await judged();
    await page.getByText('1 error').first().waitFor();
  });

  it('shares a plan in a link that opens with it', async () => {
    await visit();
    await clickBehind('currency EUR');
    await page.keyboard.press('Enter');
    await page.keyboard.type('vision "Everybody who wants to can speak"');
    await page.getByRole('button', { name: 'Share' }).click();
    const link = await page.getByLabel('The link to this plan').inputValue();
    assert.equal(link, page.url());
    assert.ok(link.length < 4000, `${link.length}`);
    await page.close();
    await visit(link.slice(address.length));
    assert.match((await page.locator('#told').textContent()) ?? '', /^This plan came with the link/);
    assert.match(await written(), /vision "Everybody who wants to can speak"/);
    // Which files belong to a plan that nobody knows is said by the server.
    await page.getByRole('tab', { name: 'language.iplan' }).waitFor();
    assert.deepEqual(await page.getByRole('tab').allTextContents(), ['plan.iplan', 'language.iplan', 'iplan.config.json']);
    // The link itself was asked for by nobody: what follows the # stays in the browser.
    assert.ok(asked.every((url) => !url.includes('#')));
  });

  it('says what is wrong with a link, and opens what it has', async () => {
    await visit('#plan=1.AAAA');
    assert.match((await page.locator('#told').textContent()) ?? '', /^This link is damaged/);
    assert.equal(await counts().textContent(), 'Nothing is found in this plan.');
  });

  it('runs nothing that a shared plan brings along', async () => {
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>[x](javascript:alert(1))';
    await visit(
      await shared({
        'plan.iplan': `plan town "${evil}" {\n  level local\n  period 2025 to 2028\n  about """\n    ${evil}\n    """\n}\nactor office "${evil}" { type department; about "${evil}" }\nsector a "A" { field work; lead office }\n`,
      }),
    );
    page.on('dialog', () => complaints.push('a script ran'));
    await text().getByText('office').last().hover();
    await page.locator('.cm-lsp-hover-tooltip').waitFor();
    await clickBehind('lead office');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('button', { name: 'Explain' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (const place of [page.locator('.cm-editor'), dialog]) assert.equal(await place.locator('img, script, a[href^="javascript"]').count(), 0);
    assert.equal(await frame().locator('img, main script, a[href^="javascript"]').count(), 0);
  });

  it('is as wide as a phone, with the text and the preview one at a time', async () => {
    await visit('', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(await width(), 360);
    assert.ok(await text().isVisible());
    assert.ok(!(await page.locator('#preview').isVisible()));
    await page.getByRole('button', { name: 'Preview' }).tap();
    await drawn('Language plan for Lakeside');
    assert.ok(!(await text().isVisible()));
    assert.equal(await width(), 360);
    // What is tapped in the preview leads back to its line.
    await page.frameLocator('#preview').getByRole('link', { name: 'Newcomers pass the language test within two years' }).first().tap();
    await page.getByRole('tab', { name: 'language.iplan', selected: true }).waitFor();
    assert.ok(await text().isVisible());
    assert.match((await page.locator('.cm-line.cm-activeLine').textContent()) ?? '', /target speak/);
    await page.getByRole('button', { name: 'Break it' }).tap();
    await page.getByText('1 error').first().waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`gives axe nothing to object to in ${colorScheme}`, async () => {
      await visit('', { colorScheme });
      await page.getByRole('button', { name: 'Break it' }).click();
      await page.locator('.cm-lintRange-error').waitFor();
      assert.deepEqual(await objections(page), []);
      assert.deepEqual(await objections(frame()), []);
      for (const name of ['Help', 'Share', 'Mend'] as const) {
        await page.getByRole('button', { name, exact: true }).click();
        await page.getByRole('dialog').waitFor();
        assert.deepEqual([name, ...(await objections(page))], [name]);
        await page.keyboard.press('Escape');
      }
      await page.setViewportSize({ width: 360, height: 740 });
      assert.deepEqual(await objections(page), []);
    });

  it('lets the keyboard in and out of the text', async () => {
    await visit();
    await page.locator('#choose').focus();
    const reached: string[] = [];
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName || ''));
    }
    for (const id of ['share', 'help', 'break', 'tab-shown', 'undo', 'tidy', 'preview']) assert.ok(reached.includes(id), `${id} in ${reached.join(', ')}`);
    assert.ok(reached.some((one) => one.includes('cm-content')));
  });
});
