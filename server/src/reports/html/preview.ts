import type { PreviewResult } from '../../../../client/src/messages.ts';
import type { Scope } from '../../model/scope.ts';
import { say, told } from '../../text/say.ts';
import type { Subject } from '../../views/table.ts';
import { h } from './element.ts';
import { Numbered } from './numbered.ts';
import { nothing } from './parts.ts';
import { VIEWS, type View, viewOf } from './views.ts';

const EXAMPLE = 'plan our-town "Integration plan" { level local; period 2025 to 2028 }';
const titles = () => VIEWS.map(({ id, title }) => ({ id, title: told(title) }));

/** A view for the editor: what is mentioned leads to its line. */
export function preview(subject: Subject, wanted: string): Omit<PreviewResult, 'settled'> {
  const view = VIEWS.find(({ id }) => id === wanted) ?? (VIEWS[0] as View);
  // Whatever a view leads to, the editor may open; it learns of nothing else.
  const numbered = new Numbered();
  const html = viewOf(view, { seen: subject, live: true, shown: (uri) => numbered.of(subject.shown(uri)) }).text;
  const own = subject.scope.files.map(({ uri }) => subject.shown(uri));
  return {
    own,
    plan: subject.scope.id || (subject.scope.files[0]?.uri ?? ''),
    title: subject.scope.title,
    view: view.id,
    views: titles(),
    html,
    files: numbered.files,
  };
}

/** What the preview says where there is no plan to show. */
export function noPlan(scope: Scope | undefined): Omit<PreviewResult, 'settled'> {
  const message =
    scope?.kind === 'framework'
      ? say`"${scope.title}" is a framework. Open a plan that uses it to see what the plan covers of it.`
      : say`This file belongs to no plan. A folder becomes a plan with a declaration such as: ${EXAMPLE}`;
  return { title: scope?.title ?? '', view: '', views: [], html: h('section', { class: 'view' }, nothing(message)).text, own: [], files: [] };
}
