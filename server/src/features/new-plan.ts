import type { NewPlanParams, NewPlanResult, PlanChoices } from '../../../client/src/messages.ts';
import { COUNTRIES } from '../language/countries.ts';
import type { Day } from '../language/dates.ts';
import { FIELDS, LEVELS } from '../language/forms.ts';
import { quote } from '../language/token.ts';
import type { Workspace } from '../model/workspace.ts';
import { inHalfAYear } from '../rules/mend.ts';
import { say, told } from '../text/say.ts';

type Field = (typeof FIELDS)[number];
type Level = (typeof LEVELS)[number];

/** What the sector of a field is called, and what a planner asks first there. */
export const SECTORS: Readonly<Record<Field, { readonly title: string; readonly question: string; readonly usual?: true }>> = {
  reception: { title: 'Reception and settlement', question: 'Who meets people on their first days, and how soon do they get a place to live?', usual: true },
  language: { title: 'Language', question: 'Who teaches the language, to which level, and who gets no place today?', usual: true },
  work: { title: 'Work', question: 'How do people get from the first course to a job that fits what they can do?', usual: true },
  education: { title: 'Education', question: 'How do children and adults come into school and training, and stay there?', usual: true },
  housing: { title: 'Housing', question: 'Who finds homes that last, and who helps to keep them?', usual: true },
  health: { title: 'Health', question: 'How do people reach health services, with an interpreter where they need one?', usual: true },
  participation: { title: 'Participation', question: 'Where do immigrants have a say, and where do old and new residents meet?', usual: true },
  'social-support': { title: 'Social support', question: 'Who helps families and single people when something goes wrong?' },
  'anti-discrimination': { title: 'Equal treatment', question: 'Where are people turned away, and what is done about it?' },
  culture: { title: 'Culture and leisure', question: 'What is there to do together, and for whom is it hard to join?' },
  legal: { title: 'Rights and legal help', question: 'Who explains rights and decisions, and helps against wrong ones?' },
  other: { title: 'Other tasks', question: 'What else must be done that no other sector holds?' },
};

export const PUBLISHERS: Readonly<Record<Level, readonly [id: string, title: string, type: string]>> = {
  eu: ['commission', 'Institution of the Union', 'government'],
  national: ['ministry', 'Ministry', 'ministry'],
  regional: ['region', 'Regional administration', 'region'],
  local: ['municipality', 'Municipal administration', 'municipality'],
};

/** What there is to choose from for a new plan in this workspace. */
export function planChoices(workspace: Workspace): PlanChoices {
  const scopes = workspace.scopes.list.filter((scope) => scope.id !== '');
  return {
    levels: LEVELS,
    countries: COUNTRIES,
    fields: (Object.keys(SECTORS) as Field[]).map((word) => ({ word, title: told(SECTORS[word].title), usual: SECTORS[word].usual === true })),
    frameworks: scopes
      .filter((scope) => scope.kind === 'framework')
      .map(({ id, title, head }) => {
        const country = /^([a-z]{2})-/.exec(id)?.[1]?.toUpperCase();
        const level = head?.facts.find((fact) => fact.word === 'for')?.value;
        return {
          id,
          title: title || id,
          ...(country !== undefined && COUNTRIES.includes(country) && { country }),
          ...(typeof level === 'string' && { level }),
        };
      }),
    plans: scopes.filter((scope) => scope.kind === 'plan').map(({ id, title, levels }) => ({ id, title: title || id, levels })),
  };
}

/** The files of a new plan, with the sections that a planner fills in; what nobody knows yet is promised for half a year from now. */
export function newPlan(wish: NewPlanParams, workspace: Workspace, today: Day): NewPlanResult {
  const id = free(idOf(wish.name), workspace);
  const until = inHalfAYear(today);
  const level = LEVELS.find((one) => one === wish.level) ?? 'local';
  const fields = FIELDS.filter((field) => wish.fields.includes(field));
  return {
    folder: id,
    files: [
      { path: 'plan.iplan', text: head({ ...wish, level }, id, until) },
      { path: 'actors.iplan', text: actors(level) },
      { path: 'people.iplan', text: people(until) },
      ...fields.map((field) => ({ path: `sectors/${field}.iplan`, text: sector(field, until) })),
    ],
  };
}

function head(wish: NewPlanParams & { readonly level: Level }, id: string, until: string): string {
  const [publisher] = PUBLISHERS[wish.level];
  const frameworks = wish.frameworks.filter((name) => NAME.test(name));
  const lines = [
    `level ${wish.level}`,
    ...(COUNTRIES.includes(wish.country) ? [`country ${wish.country}`] : []),
    PERIOD.test(wish.period) ? `period ${wish.period}` : `period tbd until ${until}`,
    'status draft',
    `published by ${publisher}`,
    ...(wish.under !== undefined && NAME.test(wish.under) ? [`under ${wish.under}`] : []),
    ...(frameworks.length === 0 ? [] : [`uses ${frameworks.join(', ')}`]),
    `coordinator tbd until ${until} "${say`who keeps the plan together from day to day`}"`,
    'review yearly',
  ];
  return say`# The head of the plan. Every file in this folder and in the folders below belongs to it, so each office can keep its own.
# A line that begins with # is a note. "tbd until" promises what is not known yet: the findings remind you when the day comes.
plan ${id} ${quote(wish.name.trim() || say`Integration plan`)} {
${lines.map((line) => `  ${line}\n`).join('')}}

# What should be different when the plan ends? Take the # away and write your own:
# goal own-living "Newcomers earn their own living" {
#   horizon long
# }
`;
}

function actors(level: Level): string {
  const [id, name, type] = PUBLISHERS[level];
  const title = told(name);
  return say`# Who acts: the offices of the administration, and the organisations outside of it.
actor ${id} ${quote(title)} {
  type ${type}
  level ${level}
}

# One for each office that has a task. Answer for things by office, not by person: people move on.
# actor housing-office "Housing office" {
#   type department
#   part of ${id}
# }

# Organisations that take part, above all those of immigrants themselves:
# partner women-association "Association of immigrant women" {
#   type migrant-organisation
#   contributes "Meeting place and interpreters"
#   agreement "Agreement on the meeting place" { kind partnership; period 2027 to 2030 }
# }

# Where they are heard, and in which stages of the plan:
# body integration-council "Integration council" {
#   kind migrant-council
#   members women-association, ${id}
#   meets quarterly
#   involved in design, monitoring
# }
`;
}

function people(until: string): string {
  return say`# For whom the plan is, and the way they go from arrival to taking part.
group newcomers "Newcomers" {
  kind newcomers
  size tbd until ${until} "how many are expected each year"
}

group residents "Residents" {
  kind receiving-society
  size tbd until ${until} "how many people live here"
}

# Groups whose needs differ, such as women, young people, families or those who came alone:
# group newly-arrived-women "Women in their first five years" {
#   stay below 5 years
#   priority high
# }

# The phases of the way:
# phase arrival "Arrival" {
#   from arrival
#   lasts 3 months
# }
`;
}

function sector(field: Field, until: string): string {
  const title = told(SECTORS[field].title);
  const question = told(SECTORS[field].question);
  return say`# ${question}
sector ${field} ${quote(title)} {
  field ${field}
  groups newcomers
  lead tbd until ${until} "which office leads here"

  # What must always be done, and who answers for it?
  # responsibility ${field}-duty "…" {
  #   accountable …
  #   deadline within 3 months of settlement
  # }

  # What does the plan do about it?
  # measure ${field}-measure "…" {
  #   lead …
  #   for newcomers
  #   period 2027 to 2028
  #   serves ${field}-target
  # }

  # What is to be reached, and how will you know?
  # target ${field}-target "…" {
  #   measured by ${field}-indicator
  #   at least 60% by 2030
  # }
  # indicator ${field}-indicator "…" {
  #   unit percent
  #   baseline 45% on 2026
  #   source register "…"
  #   frequency yearly
  # }
}
`;
}

const NAME = /^\p{L}[\p{L}\p{N}_-]*$/u;
const PERIOD = /^\d{4}(?:-\d{2})?(?: to \d{4}(?:-\d{2})?)?$/;

/** A short name made of a title, also for the folder: letters without their marks, digits and hyphens. */
function idOf(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const id = words
    .join('-')
    .replace(/^[^\p{L}]+/u, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return id === '' ? 'plan' : id;
}

/** Plans and frameworks are told apart by their ids over all that is read together. */
function free(id: string, workspace: Workspace): string {
  const taken = workspace.scopes.byId;
  for (let number = 2, candidate = id; ; candidate = `${id}-${number++}`) if (!taken.has(candidate)) return candidate;
}
