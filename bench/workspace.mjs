// Makes up a workspace of plans: a state, counties and municipalities with a file for each sector, and one large file.

const FIELDS = ['housing', 'employment', 'education', 'health', 'language', 'culture'];
const GROUPS = ['women', 'youth', 'elderly'];

const state = `plan state "State plan" { level national; period 2020 to 2035; status adopted }
actor agency "State agency" { type agency }
fund grant "State grant" { amount 400000000 NOK per year }
${FIELDS.map((field) => `mandate settle-${field} "Duty on ${field}" { from agency; to local; force must; field ${field} }`).join('\n')}
`;

const town = (i) => `plan town-${i} "Plan of town ${i}" {
  level local
  period 2025 to 2028
  status adopted
  under state
  coordinator office
}
actor council "Council" { type council }
actor office "Office" { type department; part of council }
${GROUPS.map((group) => `group ${group} "Group of ${group}" { size 320 persons on 2024-12-31 }`).join('\n')}
`;

/** A sector with so many measures, targets and indicators. */
const sector = (field, n) => `sector ${field} "Sector of ${field}" {
  field ${field}
  lead office
  groups women, youth
  responsibility answer-${field} "Answers for ${field}" {
    accountable council
    fulfils settle-${field}
    deadline by 2027-06-30
  }
${Array.from(
  { length: n },
  (_, i) => `  measure ${field}-measure-${i} "Measure ${i} of ${field}" {
    lead office
    for ${GROUPS[i % GROUPS.length]}
    serves ${field}-target-${i}
    period 2025-03 to 2027
    budget ${100 + i}000 NOK per year from grant
    status ongoing
  }
  target ${field}-target-${i} "Target ${i} of ${field}" { measured by ${field}-indicator-${i}; at least 55% by 2028 }
  indicator ${field}-indicator-${i} "Indicator ${i} of ${field}" {
    unit percent
    baseline 41% on 2023-12-31
    value 43% on 2024-12-31
    source register "Register"
    frequency yearly
  }
`,
).join('')}}
`;

/** The texts of a workspace by path; the first is the large file, with so many of the six sectors of its town. */
export function workspace(files, kilobytes, sectors = 1) {
  const per = FIELDS.length + 1;
  const towns = Math.max(1, Math.ceil((files - 1) / per));
  const texts = [['state/plan.iplan', state]];
  for (let i = 0; i < towns; i++) {
    texts.push([`town-${i}/plan.iplan`, town(i)]);
    for (const field of FIELDS) texts.push([`town-${i}/${field}.iplan`, sector(field, 3)]);
  }
  const one = sector('housing', 1).length;
  const each = sector('housing', 2).length - one;
  const fields = FIELDS.slice(0, sectors);
  const measures = Math.ceil(((kilobytes * 1024) / fields.length - one) / each) + 1;
  const large = fields.map((field) => sector(field, measures)).join('');
  const written = new Set(fields.map((field) => `town-0/${field}.iplan`));
  return new Map([['town-0/housing.iplan', large], ...texts.slice(0, files).filter(([path]) => !written.has(path))]);
}
