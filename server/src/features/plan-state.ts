import type { PlanState } from '../../../client/src/messages.ts';
import type { Configs } from '../config/configs.ts';
import { counted, noun } from '../language/nouns.ts';
import type { Workspace } from '../model/workspace.ts';
import { say } from '../text/say.ts';
import { countsOf, type Found, fileName } from './branches.ts';
import { saying } from './describe.ts';
import { PLAIN } from './prose.ts';

/** How the plan of a file stands, how strictly it is judged, and who says so. */
export function planState(workspace: Workspace, configs: Configs, found: Found, uri: string): PlanState {
  const chosen = configs.chosenFor(uri);
  const config = configs.configOf(uri);
  const about = whatItIs(workspace, configs, uri);
  const problems = about.files.flatMap(found).filter(({ waived }) => waived === undefined);
  const accepted = about.files.flatMap(found).length - problems.length;
  const file = config === undefined ? 'iplan.config.json' : fileName(config);
  return {
    ...(about.plan !== undefined && { plan: about.plan }),
    counts: countsOf(problems),
    profile: chosen.profile,
    why: [
      about.sentence,
      ...(accepted === 0 ? [] : [accepted === 1 ? say`One gap is accepted by a waiver.` : say`${accepted} gaps are accepted by a waiver.`]),
      {
        editor: say`The editor's settings choose the profile "${chosen.profile}".`,
        configuration: say`${file} chooses the profile "${chosen.profile}".`,
        nobody: say`Nobody has chosen a profile, so "${chosen.profile}" holds.`,
      }[chosen.profileFrom],
      {
        editor: say`The editor's settings have it judged as of ${chosen.today}.`,
        configuration: say`${file} has it judged as of ${chosen.today}.`,
        nobody: say`It is judged as of today, ${chosen.today}.`,
      }[chosen.todayFrom],
    ],
    ...(config !== undefined && { config }),
  };
}

/** What a file is part of, and the files whose findings count for it. */
function whatItIs(workspace: Workspace, configs: Configs, uri: string): { plan?: string; files: readonly string[]; sentence: string } {
  const scope = workspace.scopeOf(uri);
  if (workspace.files.get(uri)?.library === true) return { files: [], sentence: say`This framework is there to be looked up; it is not judged.` };
  if (configs.excluded(uri)) return { files: [], sentence: say`The configuration leaves this file out, so it is not judged.` };
  if (scope === undefined) return { files: [], sentence: say`This file is not one of the plans.` };
  const files = scope.files.map((file) => file.uri);
  const { head } = scope;
  if (head === undefined) return { plan: fileName(uri), files, sentence: say`This file belongs to no plan: no file in its folder or above declares one.` };
  const plan = scope.title || scope.id;
  const facts = ['level', 'period', 'status'].flatMap((word) => head.facts.find((fact) => fact.word === word) ?? []);
  const more = [counted(files.length, 'file'), ...facts.map((fact) => saying(fact, scope, PLAIN))];
  return { plan, files, sentence: say`This file belongs to the ${noun(head.kind)} "${plan}" (${more.join(', ')}).` };
}
