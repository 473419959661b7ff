import type { CancellationToken } from 'vscode-languageserver';
import type {
  Branch,
  BranchesParams,
  FindingsParams,
  NewPlanParams,
  NewPlanResult,
  PlanChoices,
  PlanState,
  PlanStateParams,
  PreviewParams,
  PreviewResult,
  RuleEntry,
  RulePageParams,
  RulePageResult,
} from '../../client/src/messages.ts';
import { findings } from './features/findings.ts';
import { newPlan, planChoices } from './features/new-plan.ts';
import { planState } from './features/plan-state.ts';
import { planTree } from './features/plan-tree.ts';
import { ruleList, rulePage } from './features/rule-pages.ts';
import type { Diagnosis } from './lint.ts';
import type { Session } from './session.ts';
import { canonical } from './text/uris.ts';

/** What the views of our own extension ask, beyond the protocol. */
export class Overview {
  readonly #session: Session;
  readonly #known = new Map<string, readonly Diagnosis[]>();
  #moment = '';

  constructor(session: Session) {
    this.#session = session;
  }

  async planTree({ parent }: BranchesParams, token: CancellationToken): Promise<readonly Branch[]> {
    await this.#judge(this.#session.judged, token);
    return this.#spelled(planTree(this.#session.workspace, this.#found, parent));
  }

  async findings({ by, parent }: FindingsParams, token: CancellationToken): Promise<readonly Branch[]> {
    const uris = this.#session.judged;
    await this.#judge(uris, token);
    return this.#spelled(findings(this.#session.workspace, uris, this.#found, by, parent));
  }

  async planState({ uri }: PlanStateParams, token: CancellationToken): Promise<PlanState> {
    const workspace = this.#session.workspaceOf(canonical(uri));
    await this.#judge([canonical(uri)], token);
    return planState(workspace, this.#session.configs, this.#found, canonical(uri));
  }

  /** A view of the plan that a document belongs to. What draws it is loaded when it is first asked for. */
  async preview({ uri: spelled, view, rested }: PreviewParams): Promise<PreviewResult> {
    const { noPlan, preview } = await import('./reports/html/preview.ts');
    const uri = canonical(spelled);
    const workspace = this.#session.workspaceOf(uri);
    const scope = workspace.scopeOf(uri);
    if (scope?.kind !== 'plan') return { ...noPlan(scope), settled: true };
    const { problems, settled } = this.#session.diagnosePlan(scope, rested);
    const shown = (file: string) => this.#session.spelled(file);
    return { ...preview({ scope, workspace, today: this.#session.today(uri), problems, shown }, view), settled };
  }

  rules(): readonly RuleEntry[] {
    return ruleList();
  }

  rulePage({ rule }: RulePageParams): RulePageResult {
    return rulePage(rule);
  }

  planChoices(): PlanChoices {
    return planChoices(this.#session.workspace);
  }

  newPlan(wish: NewPlanParams): NewPlanResult {
    return newPlan(wish, this.#session.workspace, this.#session.today(''));
  }

  /** The findings of a file: several views ask for the same ones at once. */
  readonly #found = (uri: string): readonly Diagnosis[] => {
    if (this.#moment !== this.#session.moment) {
      this.#moment = this.#session.moment;
      this.#known.clear();
    }
    let found = this.#known.get(uri);
    if (found === undefined) this.#known.set(uri, (found = this.#session.diagnose(uri)));
    return found;
  };

  /** Judges plans in slices, so that asking for their findings afterwards takes no time. */
  async #judge(uris: readonly string[], token: CancellationToken): Promise<void> {
    const rest = this.#session.pace.slices();
    for (const uri of uris) {
      if (token.isCancellationRequested) return;
      for (const _ of this.#session.judging(uri)) await rest();
      this.#found(uri);
      await rest();
    }
  }

  #spelled(branches: readonly Branch[]): readonly Branch[] {
    return branches.map((branch) =>
      branch.place === undefined ? branch : { ...branch, place: { ...branch.place, uri: this.#session.spelled(branch.place.uri) } },
    );
  }
}
