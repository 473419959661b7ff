// Makes up plans as plain data, the same in every run: what is said in them can be written in every format that is compared.

const FIELDS = ['housing', 'work', 'education', 'health', 'language', 'culture'];
const WORDS =
  'expand provide support local newcomers register language course intake family school employer training counselling affordable rental units reception centre health access screening volunteers mentoring pathway certificate recognition district annual review'.split(
    ' ',
  );
const STATUS = ['planned', 'ongoing', 'delayed', 'completed'];

/** A generator of numbers that begins where it is told. */
function dice(seed) {
  let state = seed;
  const below = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const one = (list) => list[below(list.length)];
  const words = (n) => {
    const said = Array.from({ length: n }, () => one(WORDS)).join(' ');
    return said[0].toUpperCase() + said.slice(1);
  };
  const date = () => `${2025 + below(4)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  return { below, one, words, date };
}

/** A declaration. What it says is a list of [word, as the language writes it, as data]. */
const declare = (kind, id, title, says, holds = []) => ({ kind, id, title, says, holds });

/** The plan of a town with its offices and groups, which its sectors refer to from wherever they stand. */
export function head(town) {
  const { words } = dice(town + 1);
  const id = `t${town}`;
  return [
    declare('plan', id, `Plan of town ${town}`, [
      ['level', 'local', 'local'],
      ['period', '2025 to 2028', { from: 2025, to: 2028 }],
      ['currency', 'EUR', 'EUR'],
      ['coordinator', `${id}-office-0`, `${id}-office-0`],
    ]),
    ...FIELDS.map((field, i) =>
      declare('actor', `${id}-office-${i}`, `Office for ${field}`, [
        ['type', 'department', 'department'],
        ['contact', `"${words(2)}" "${field}.${town}@town.example"`, [`${words(2)}`, `${field}.${town}@town.example`]],
      ]),
    ),
    ...['newcomers', 'families', 'youth'].map((group) =>
      declare('group', `${id}-${group}`, `Group of ${group}`, [['size', '320 persons on 2024-12-31', { count: 320, on: '2024-12-31' }]]),
    ),
  ];
}

/** A sector of a town with so many measures, each with a target and an indicator. */
export function sector(town, number, measures) {
  const { below, one, words, date } = dice(1000 * town + number + 7);
  const id = `t${town}-s${number}`;
  const office = () => `t${town}-office-${below(FIELDS.length)}`;
  const group = () => `t${town}-${one(['newcomers', 'families', 'youth'])}`;
  const field = FIELDS[number % FIELDS.length];
  const holds = [];
  for (let i = 0; i < measures; i++) {
    const [lead, partner, whom, until, amount, status, about] = [office(), office(), group(), date(), 1000 * (1 + below(900)), one(STATUS), words(20)];
    const steps = Array.from({ length: below(3) }, () => ({ title: words(6), by: date(), status: one(STATUS) }));
    const says = [
      ['serves', `${id}-t${i}`, `${id}-t${i}`],
      ['lead', lead, lead],
      ['with', partner, [partner]],
      ['for', whom, [whom]],
      ['deadline', `by ${until}`, until],
      ['budget', `${amount} EUR per year`, { amount, currency: 'EUR', per: 'year' }],
      ['status', status, status],
      ['about', `"${about}"`, about],
      ...steps.map((step) => ['step', `"${step.title}" by ${step.by} ${step.status}`, step]),
    ];
    const [least, by, now, source] = [50 + below(40), date(), 20 + below(25), words(5)];
    holds.push(
      declare('measure', `${id}-m${i}`, words(8), says),
      declare('target', `${id}-t${i}`, words(8), [
        ['measured by', `${id}-i${i}`, `${id}-i${i}`],
        ['at least', `${least}% by ${by}`, { percent: least, by }],
      ]),
      declare('indicator', `${id}-i${i}`, words(8), [
        ['unit', 'percent', 'percent'],
        ['baseline', `${now}% on 2023-12-31`, { percent: now, on: '2023-12-31' }],
        ['source', `register "${source}"`, { kind: 'register', text: source }],
        ['frequency', 'yearly', 'yearly'],
      ]),
    );
  }
  const says = [
    ['field', field, field],
    ['lead', `t${town}-office-${number % FIELDS.length}`, `t${town}-office-${number % FIELDS.length}`],
    ['groups', `t${town}-newcomers, t${town}-youth`, [`t${town}-newcomers`, `t${town}-youth`]],
  ];
  return declare('sector', id, `Sector of ${field}`, says, holds);
}

const MEASURES = 12;
const bytesOf = (() => {
  let known;
  return () => (known ??= JSON.stringify(sector(0, 0, MEASURES)).length * 0.565);
})();

/** One town in one file of about so many bytes. */
export const largeTown = (bytes) => [...head(0), ...Array.from({ length: Math.max(1, Math.round(bytes / bytesOf())) }, (_, n) => sector(0, n, MEASURES))];

/** Towns of seven files of about so many bytes each: the plan, and six sectors. Name without ending → declarations. */
export function country(files, bytes) {
  const measures = Math.max(1, Math.round((MEASURES * bytes) / bytesOf()));
  const all = new Map();
  for (let town = 0; all.size < files; town++) {
    all.set(`town-${town}/plan`, [...head(town), sector(town, 6, measures)]);
    for (let n = 0; n < 6 && all.size < files; n++) all.set(`town-${town}/${FIELDS[n]}`, [sector(town, n, measures)]);
  }
  return all;
}
