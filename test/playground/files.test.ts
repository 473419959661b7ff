import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, frameworkOf, isPlanFile, pathOf } from '../../playground/src/addresses.ts';
import { fragmentOf } from '../../playground/src/share.ts';
import { canonical } from '../../server/src/text/uris.ts';
import { root, seenOf, workspaceAt } from '../views/seen.ts';

const built = (file: string) => readFileSync(path.join(root, 'dist/playground', file), 'utf8');

describe('the playground', () => {
  it('spells addresses as the server does', () => {
    for (const file of ['plan.iplan', 'a b/språk.iplan', "newcomers' (2026)/été.iplan"]) {
      assert.equal(pathOf(addressOf(file)), file);
      assert.equal(canonical(addressOf(file)), addressOf(file));
    }
    assert.equal(pathOf('file:///etc/passwd'), undefined);
    assert.equal(pathOf('playground://plans/%E0%A4%A'), undefined);
    assert.equal(frameworkOf('iplan-library:/zaragoza.iplan'), 'zaragoza.iplan');
    assert.equal(frameworkOf('iplan-library:/../index.html'), undefined);
  });

  it('begins with a plan in which nothing is found, until it is broken', () => {
    const workspace = workspaceAt('playground/start');
    const plan = workspace.scopes.list.find(({ kind }) => kind === 'plan');
    assert.deepEqual(plan && seenOf(plan, workspace).problems.filter(({ waived }) => waived === undefined), []);
  });

  it('is built of all examples, each with its files, and of nothing from elsewhere', async () => {
    const choices = JSON.parse(built('examples/index.json')) as { group: string; title: string; head: string; own: string[] }[];
    const plans = workspaceAt('examples').scopes.list.filter(({ kind }) => kind === 'plan');
    assert.equal(choices.length, plans.length + 1);
    for (const group of new Set(choices.map((choice) => choice.group))) {
      const texts = new Map(Object.entries(JSON.parse(built(`examples/${group}.json`)) as Record<string, string>));
      for (const { head, own, title } of choices.filter((choice) => choice.group === group)) {
        assert.equal(own[0], head);
        assert.match(texts.get(head) ?? '', /^plan /m, title);
        for (const file of own) assert.ok(texts.has(file) && isPlanFile(file), file);
      }
      // Each of them can be shared.
      assert.ok((await fragmentOf({ texts, shown: choices.find((choice) => choice.group === group)?.head as string })).length > 0);
    }
    for (const page of ['index.html', 'preview.html']) {
      assert.doesNotMatch(built(page), /https?:\/\/|unsafe-|\son\w+=|style="/);
      for (const [, file] of built(page).matchAll(/(?:src|href)="([^"]+)"/g)) assert.ok(existsSync(path.join(root, 'dist/playground', file as string)), file);
    }
  });
});
