// A planner's hour at a real VS Code, in a folder that nobody has trusted yet. The tests follow each other in one window; each leaves a
// picture in out/screen for people to look at.
import assert from 'node:assert/strict';
import path from 'node:path';
import { PICTURES, Window } from './window.ts';

describe('on the screen', function () {
  this.timeout(120_000);
  let window: Window;
  before('VS Code starts', async () => {
    window = await Window.open('model-municipality', (edit) => {
      edit('work.iplan', 'lead employment-office', 'lead employment-ofice');
      edit('data/work.csv', 'employment-rate,2025-12-31,65.6%', 'employment-rate,2025-12-31,6S.6%');
    });
  });
  after('VS Code ends', async () => {
    await window?.close();
    console.log(`      Pictures: ${path.relative(process.cwd(), PICTURES)}`);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window?.picture('failed');
  });

  it('a misspelt name is underlined, and hovering says what to do', async () => {
    await window.show(...window.at('work.iplan', 'employment-ofice'));
    await window.see('.restricted-mode, [id="status.workspaceTrust"], .statusbar-item', 'Restricted Mode');
    const squiggle = await window.see('.squiggly-error');
    await window.press('ArrowRight', 'ArrowRight', 'Control+k', 'Control+i');
    await window.see('.monaco-hover', /employment-ofice/);
    await window.picture('squiggle-and-hover');
    assert.ok((await squiggle.boundingBox()) !== null);
    await window.press('Escape');
  });

  it('the quick fix mends it', async () => {
    // A hover takes the keyboard for a while.
    await window.show(...window.at('work.iplan', 'employment-ofice'));
    await window.press('ArrowRight');
    await window.pressUntil('Control+.', '.action-widget .monaco-list-row', /employment-office/);
    await window.picture('quick-fixes');
    await window.press('Enter');
    await window.see('.view-line', 'lead employment-office');
    await window.page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
  });

  it('after "with" the actors are offered, with their titles', async () => {
    const [file, line] = window.at('work.iplan', '    with chamber-of-commerce, university-college');
    await window.show(file, line, 200);
    await window.type(', ');
    await window.see('.suggest-widget.visible .monaco-list-row', /refugee-office|adult-education/);
    await window.picture('completion');
    await window.press('Escape');
    await window.run('Revert File');
  });

  it('an empty line of a block is filled with what it lacks, in grey', async () => {
    const [file, line] = window.at('work.iplan', '  measure first-job-women');
    await window.show(file, line - 1, 1);
    await window.type('  measure mentors "Mentors" {');
    await window.press('Enter');
    const grey = await window.see('.ghost-text, .ghost-text-decoration, .ghost-text-decoration-preview');
    assert.match((await grey.textContent()) ?? '', /lead|number|serves/);
    await window.picture('ghost-text');
    await window.press('Escape');
    await window.run('Revert File');
  });

  it('a name is changed everywhere, and data files are asked about first', async () => {
    await window.show(...window.at('work.iplan', 'employment-rate "'));
    await window.press('F2');
    const box = await window.see('.rename-box input');
    await window.picture('rename-box');
    await box.fill('in-employment');
    await window.press('Enter');
    await window.see('.panel .monaco-list-row', 'work.csv');
    await window.picture('rename-preview');
    await (await window.see('.panel .monaco-button', 'Discard')).click();
  });

  it('a bad cell of a data file is underlined, and its cells are completed', async () => {
    await window.show(...window.at('data/work.csv', '6S.6%'));
    await window.see('.squiggly-error');
    await window.press('Control+End', 'Enter');
    await window.press('Control+Space');
    await window.see('.suggest-widget.visible .monaco-list-row', /job-retention/);
    await window.picture('data-file');
    await window.press('Escape');
    await window.run('Revert File');
  });

  it('the plans and their findings stand in the side bar', async () => {
    await window.run('View: Show Integration plans');
    const row = await window.see('.pane-body .monaco-list-row');
    await row.click();
    await window.press('ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight');
    await window.show('work.iplan');
    await window.see('.statusbar-item', /recommended|thorough|essential/);
    await window.picture('plans-and-findings');
  });

  it('the preview stands beside the text, and is there again after a reload', async function () {
    this.timeout(300_000);
    await window.show('work.iplan');
    await window.run('iplan: Open Preview to the Side');
    await (await window.frame('#view-overview')).locator('#view-overview').waitFor();
    await window.picture('preview-beside');
    const responsibilities = (await window.frame('nav')).getByRole('button', { name: 'Responsibilities' });
    await responsibilities.click();
    await window.frame('#view-responsibilities');
    // VS Code writes down what pages keep every few seconds.
    await window.page.waitForTimeout(8000);
    await window.page.reload();
    await window.see('.monaco-workbench .part.activitybar');
    await window.frame('#view-responsibilities');
    await window.picture('preview-after-reload');
  });

  it('the page of a rule opens', async () => {
    await window.run('iplan: Show the Page of a Rule');
    await window.see('.quick-input-list .monaco-list-row', /structure\//);
    await window.press('Enter');
    // No page of ours but the one of VS Code for Markdown knows its lines: the preview beside it has a heading too.
    await window.frame('h1[data-line]');
    await window.picture('rule-page');
  });

  it('a new plan is asked for step by step', async () => {
    await window.run('iplan: New plan…');
    await window.see('.quick-input-list .monaco-list-row');
    await window.picture('new-plan');
    await window.press('Escape');
  });

  it('the first steps have pictures', async () => {
    await window.run('Welcome: Open Walkthrough...');
    await window.see('.quick-input-list .monaco-list-row', 'First steps with an integration plan');
    await window.page.locator('.quick-input-widget input[type=text]').fill('First steps with an integration plan');
    await window.press('Enter');
    await window.see('.getting-started .step-title, .gettingStartedContainer .step-title');
    await window.page.waitForTimeout(800);
    await window.picture('walkthrough');
  });
});
