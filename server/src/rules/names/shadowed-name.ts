import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';

export default rule({
  id: 'names/shadowed-name',
  severity: 'information',
  summary: 'A name hides the same name of a plan above.',
  why: 'A municipality sees the actors, groups and funds of its county and state without repeating them. Declaring the same id again hides theirs: two offices with one name, and readers who take one for the other.',
  grounding: [{ cite: 'iplan language reference, names', finding: 'A name is looked up in its own plan before the plans above.' }],
  gathered: 'hide the same names of a plan above',
  good: [
    'plan a "A" { level local; period 2025; under s }\nactor office "Office" { type department }\n--- s/plan.iplan\nplan s "State" { level national; period 2025 }\nactor agency "Agency" { type agency }',
    'plan a "A" { level local; period 2025; under s }\nsector work "Work" { field work }\n--- s/plan.iplan\nplan s "State" { level national; period 2025 }\nsector work "Work" { field work }',
  ],
  bad: [
    'plan a "A" { level local; period 2025; under s }\nactor agency "Agency" { type department }\n      ^^^^^^ Actor "Agency" hides actor "State agency" of the plan "State".\n--- s/plan.iplan\nplan s "State" { level national; period 2025 }\nactor agency "State agency" { type agency }',
  ],
  check(plan, report) {
    for (const [name, declaration] of plan.names) {
      // Sectors, measures and the like repeat themselves from level to level; only shared things are looked up from below.
      if (!['actor', 'partner', 'body', 'group', 'phase', 'fund', 'mandate'].includes(declaration.kind)) continue;
      const owner = plan.ancestors.find((scope) => scope.names.has(name));
      const hidden = owner?.names.get(name);
      if (owner === undefined || hidden === undefined) continue;
      report({
        at: declaration,
        message: say`${Called(declaration)} hides ${called(hidden)} of the plan "${owner.title}".`,
        instead: say`Use the one of "${owner.title}", or give this one another id.`,
        related: [{ at: hidden, message: say`Here ${called(hidden)} is declared.` }],
      });
    }
  },
});
