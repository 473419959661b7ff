import type { Kind } from '../../language/vocabulary.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';

const KINDS: readonly Kind[] = ['actor', 'partner', 'group', 'phase', 'fund', 'goal'];

export default rule({
  id: 'names/unused-declaration',
  severity: 'information',
  silencedAt: ['coverage/group-without-measure', 'coverage/legal-status-gap', 'coverage/goal-without-measure', 'partners/informal-partner-unlinked'],
  silencedBy: ['names/folder-without-plan'],
  summary: 'Something is declared and nothing refers to it.',
  why: 'An office without a duty, a group that no measure is for, a fund that pays for nothing: either the plan has forgotten them, or they need not stand in it.',
  grounding: [
    {
      cite: 'DHIS2 documentation, metadata integrity checks',
      finding: 'Metadata that nothing refers to is the most common sign of an unfinished or outgrown configuration.',
    },
  ],
  gathered: 'are referred to by nothing',
  good: [
    'measure cafe "Job café" { lead office }\nactor office "Office" { type department }',
    'plan a "A" { level local; period 2025; under s }\nmeasure cafe "Job café" { lead agency }\n--- s/plan.iplan\nplan s "State" { level national; period 2025 }\nactor agency "Agency" { type agency }',
    'body council "Council" { kind steering; meets monthly }',
    'plan act "Act" { kind statute; level national; period 2022 }\ngoal work "Newcomers work" { horizon long }',
    '# A plan above pays into a fund of the one below.\nplan a "A" { level local; period 2025; under s }\nfund grant "Grant" { secured yes }\n--- s/plan.iplan\nplan s "State" { level national; period 2025 }\nmeasure pay "Pay" { budget 5000 EUR from a.grant }',
  ],
  bad: ['actor office "Office" { type department }\n      ^^^^^^ Actor "Office" is declared, but nothing refers to it.'],
  checkAny(scope, report) {
    if (scope.kind === 'framework' || isOver(scope)) return;
    const used = new Set<Declaration>();
    for (const user of [scope, ...scope.below, ...scope.ancestors]) markUsed(user, scope, used);
    for (const declaration of scope.of(...KINDS)) {
      if (used.has(declaration)) continue;
      // An act says what it is for; the plans that carry it out are others.
      if (declaration.kind === 'goal' && scope.planKind === 'statute') continue;
      // A member of a larger whole, or one that says whom it works with, has its place without being named elsewhere.
      if (declaration.refs().some((ref) => ref.kinds.length > 0) && declaration.kind !== 'fund' && declaration.kind !== 'goal') continue;
      report({
        at: declaration,
        message: say`${Called(declaration)} is declared, but nothing refers to it.`,
        instead: say`Say where it takes part, or remove it.`,
      });
    }
  },
});

function markUsed(user: Scope, owner: Scope, used: Set<Declaration>): void {
  const mark = (name: string) => {
    const found = user.resolve(name);
    if (found?.scope.declarations === owner.declarations) used.add(found.declaration);
  };
  for (const declaration of user.declarations) for (const fact of declaration.facts) for (const ref of fact.refs) mark(ref.name);
  // A waiver speaks of what is missing around a thing; only who approves it takes part.
  for (const waiver of user.waivers) if (waiver.by !== undefined) mark(waiver.by.name);
}
