// New plan …: a few questions, and a folder of files to fill in. Nothing that is there is ever written over.
import { commands, type ExtensionContext, env, Uri, window, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { chooseFolder, freeFolder, offerToOpen } from './folders.ts';
import { type NewPlanParams, type NewPlanResult, newPlan, type PlanChoices, planChoices } from './messages.ts';
import { choose, isLeft, type Left, type Step, write } from './steps.ts';

const levelsSaid = (): Readonly<Record<string, readonly [label: string, says: string]>> => ({
  local: [say`Local`, say`A municipality, a city or a district`],
  regional: [say`Regional`, say`A county, a province or a federal state`],
  national: [say`National`, say`A state`],
  eu: [say`European Union`, say`A plan of the Union`],
});

export function offerNewPlan(context: ExtensionContext): void {
  context.subscriptions.push(
    // With answers and a folder nobody is asked: for other extensions, and for the tests.
    commands.registerCommand('iplan.newPlan', async (answers?: NewPlanParams, folder?: Uri) => {
      const wish = answers?.name === undefined ? await askForPlan() : answers;
      const parent = wish && (folder ?? (await chooseFolder()));
      return wish && parent && writePlan(wish, parent);
    }),
  );
}

type Draft = { -readonly [K in keyof NewPlanParams]?: NewPlanParams[K] };
type Question = (step: Step, draft: Draft, choices: PlanChoices) => Promise<Left | undefined>;

/** Asks until the last question is answered; one may go back and change one's mind. */
async function askForPlan(): Promise<NewPlanParams | undefined> {
  const choices = await ask<PlanChoices>(planChoices);
  if (choices === undefined || choices.levels.length === 0) {
    void window.showErrorMessage(say`The language server for integration plans does not answer.`);
    return undefined;
  }
  const draft: Draft = {};
  const questions = [level, name, country, period, ...(choices.plans.length > 0 ? [under] : []), sectors, frameworks];
  for (let at = 0; at < questions.length; ) {
    const left = await (questions[at] as Question)({ title: say`New plan`, number: at + 1, of: questions.length }, draft, choices);
    if (left === 'away') return undefined;
    at += left === 'back' ? -1 : 1;
  }
  return draft as NewPlanParams;
}

const level: Question = async (step, draft, { levels }) => {
  const items = Object.entries(levelsSaid()).flatMap(([word, [label, description]]) => (levels.includes(word) ? [{ label, description, word }] : []));
  const answer = await choose(step, say`Whose plan is it?`, items);
  if (isLeft(answer)) return answer;
  draft.level = answer[0]!.word;
  return undefined;
};

const name: Question = async (step, draft) => {
  const answer = await write(step, say`What is the plan called?`, draft.name ?? '', (text) => (text === '' ? say`A plan needs a name.` : undefined));
  if (isLeft(answer)) return answer;
  draft.name = answer.text;
  return undefined;
};

const country: Question = async (step, draft, { countries }) => {
  const names = new Intl.DisplayNames([env.language, 'en'], { type: 'region' });
  const known = countries.map((code) => ({ label: names.of(code) ?? code, description: code, code })).sort((a, b) => a.label.localeCompare(b.label));
  const answer = await choose(step, say`In which country?`, [...known, { label: say`None of them`, description: '', code: '' }]);
  if (isLeft(answer)) return answer;
  draft.country = answer[0]!.code;
  return undefined;
};

const period: Question = async (step, draft) => {
  const year = new Date().getFullYear() + 1;
  const answer = await write(step, say`Which years does it cover?`, draft.period ?? `${year} to ${year + 3}`, wrongPeriod);
  if (isLeft(answer)) return answer;
  draft.period = answer.text;
  return undefined;
};

export function wrongPeriod(text: string): string | undefined {
  const [, from, to] = /^(\d{4}(?:-(?:0[1-9]|1[0-2]))?)(?: to (\d{4}(?:-(?:0[1-9]|1[0-2]))?))?$/.exec(text) ?? [];
  if (from === undefined) return say`Write it as 2027 to 2030, or as 2027-08 to 2030-07.`;
  return to !== undefined && to.slice(0, 4) < from.slice(0, 4) ? say`It ends before it begins.` : undefined;
}

const under: Question = async (step, draft, { plans, levels }) => {
  const above = plans.filter((plan) => plan.levels.some((one) => levels.indexOf(one) < levels.indexOf(draft.level ?? '')));
  const none = { label: say`It stands under no plan of this workspace`, description: '', id: undefined as string | undefined };
  const answer = await choose(step, say`Under which plan does it stand?`, [...above.map(({ id, title }) => ({ label: title, description: id, id })), none]);
  if (isLeft(answer)) return answer;
  const { id } = answer[0]!;
  if (id === undefined) delete draft.under;
  else draft.under = id;
  return undefined;
};

const sectors: Question = async (step, draft, { fields }) => {
  const items = fields.map(({ word, title, usual }) => ({ label: title, description: word, word, usual }));
  const picked = items.filter(({ word, usual }) => draft.fields?.includes(word) ?? usual);
  const answer = await choose(step, say`Which sectors does it have? Each gets a file of its own.`, items, picked);
  if (isLeft(answer)) return answer;
  draft.fields = answer.map(({ word }) => word);
  return undefined;
};

/** Laws of other countries come last; those of this one that are for the plan's level are picked already. */
const frameworks: Question = async (step, draft, choices) => {
  const own = (item: { readonly country?: string }) => item.country === draft.country;
  const rank = (item: { readonly country?: string }) => (own(item) ? 0 : item.country === undefined ? 1 : 2);
  const items = choices.frameworks.map((framework) => ({ ...framework, label: framework.title, description: framework.id })).sort((a, b) => rank(a) - rank(b));
  const picked = items.filter((item) => draft.frameworks?.includes(item.id) ?? (own(item) && item.level === draft.level));
  const answer = await choose(step, say`Which frameworks and laws does it follow?`, items, picked);
  if (isLeft(answer)) return answer;
  draft.frameworks = answer.map(({ id }) => id);
  return undefined;
};

/** Makes the files in a folder of their own and shows the first; the address of that folder. */
async function writePlan(wish: NewPlanParams, parent: Uri): Promise<Uri | undefined> {
  const made = await ask<NewPlanResult>(newPlan, wish);
  if (made === undefined) return undefined;
  try {
    const folder = await freeFolder(parent, made.folder);
    // The head comes last: when it is read, everything that it names is there.
    for (const { path, text } of [...made.files].reverse()) await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
    const first = Uri.joinPath(folder, made.files[0]!.path);
    await window.showTextDocument(await workspace.openTextDocument(first));
    if (workspace.workspaceFolders === undefined) void offerToOpen(folder);
    return folder;
  } catch (error) {
    void window.showErrorMessage(say`The plan could not be written: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
