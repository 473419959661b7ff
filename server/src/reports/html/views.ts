import { told } from '../../text/say.ts';
import { actors } from './actors.ts';
import { coverage } from './coverage.ts';
import { all, type Html, h } from './element.ts';
import { funding } from './funding.ts';
import { indicators } from './indicators.ts';
import { mandates } from './mandates.ts';
import { overview } from './overview.ts';
import type { Drawing } from './parts.ts';
import { responsibilities } from './responsibilities.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';

export interface View {
  readonly id: string;
  readonly title: string;
  /** The question that it answers. */
  readonly question: string;
  readonly draw: (drawing: Drawing) => Html;
}

/** Every view, in the order in which a plan is looked at. */
export const VIEWS: readonly View[] = [
  { id: 'overview', title: 'Overview', question: 'Where does the plan stand?', draw: overview },
  { id: 'coverage', title: 'Coverage', question: 'Is everything and everyone addressed?', draw: coverage },
  { id: 'responsibilities', title: 'Responsibilities', question: 'Does somebody answer for it?', draw: responsibilities },
  { id: 'timeline', title: 'Timeline', question: 'When is what due, and what ends too early?', draw: timeline },
  { id: 'actors', title: 'Actors', question: 'Who has to do with whom?', draw: actors },
  { id: 'indicators', title: 'Indicators', question: 'Would we know whether it works?', draw: indicators },
  { id: 'funding', title: 'Funding', question: 'Is it paid for, and for how long?', draw: funding },
  { id: 'mandates', title: 'Mandates', question: 'Do the levels fit together?', draw: mandates },
  { id: 'text', title: 'Text', question: 'What does the plan say?', draw: text },
];

/** A view with its heading, as the preview and the page show it. */
export const viewOf = (view: View, drawing: Drawing): Html =>
  h(
    'section',
    { class: `view ${view.id}`, id: `view-${view.id}`, 'aria-labelledby': `title-${view.id}` },
    h('h2', { id: `title-${view.id}` }, told(view.title)),
    h('p', { class: 'question' }, told(view.question)),
    all(view.draw(drawing)),
  );
