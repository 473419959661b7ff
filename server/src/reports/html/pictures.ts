import { TIES } from '../../views/actors.ts';

/** The looks of everything that is drawn. */
export const PICTURES = `svg text { font: 12px var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif); fill: var(--fg); }
svg .grid { fill: none; stroke: var(--edge); stroke-width: 1; opacity: .6; }
svg text.axis { fill: var(--muted); font-size: 11px; }
svg .today { stroke: var(--bad); stroke-width: 1.5; }
svg text.today-word { fill: var(--bad); font-size: 11px; }
.lane-ground, .strip-ground { fill: var(--soft); stroke: var(--edge); stroke-width: .5; }
svg text.lane-title, svg text.strip-title { font-weight: 600; font-size: 11.5px; fill: var(--muted); }
.span:not(.hatched) { fill: var(--info); opacity: .75; }
.fund .span:not(.hatched) { fill: var(--funds); }
.agreement .span:not(.hatched) { fill: var(--mandates); }
.target .span:not(.hatched) { fill: var(--consults); opacity: .55; }
.plan .span:not(.hatched) { fill: var(--muted); }
.span.hatched { stroke: var(--bad); }
.span.open { opacity: .45; }
.hatch-ground { fill: var(--bad-ground); }
.hatch { stroke: var(--bad); stroke-width: 3; }
.bar-row .hit { fill: transparent; }
.bar-row[data-line]:hover .hit { fill: var(--fg); opacity: .06; }
.beyond { fill: none; stroke: var(--bg); stroke-width: 1.5; }
.moment { fill: var(--bg); stroke: var(--fg); stroke-width: 1.2; }
.moment.due { fill: var(--fg); }
.moment.overdue { fill: var(--bad); stroke: var(--bad); }
.edge { fill: none; stroke: currentColor; stroke-width: 1.4; }
.head { fill: currentColor; stroke: none; }
.informal .edge { stroke-dasharray: 5 4; }
${TIES.map((tie) => `.edge.${tie} { stroke: var(--${tie}); }\n.head.${tie} { fill: var(--${tie}); }`).join('\n')}
.node rect { fill: var(--bg); stroke: var(--fg); stroke-width: 1.2; }
.node.partner rect { fill: var(--soft); }
.node.body rect { stroke-dasharray: none; stroke: var(--mandates); }
.node.group rect, .node.class rect { stroke-dasharray: 3 3; }
.node.volunteer rect { stroke: var(--warn); }
svg text.node-type { fill: var(--muted); font-size: 10px; }
svg .values { fill: none; stroke: var(--info); stroke-width: 2; }
.point { fill: var(--info); stroke: var(--info); stroke-width: 1.6; }
.point.estimate, .point.baseline { fill: var(--bg); }
svg .alarm { stroke: var(--bad); stroke-dasharray: 2 3; stroke-width: 1.5; }
.aim .way { fill: none; stroke: var(--muted); stroke-width: 1.4; stroke-dasharray: 5 4; }
.aim .goal { fill: var(--muted); }
.aim.green .goal { fill: var(--good); }
.aim.amber .goal { fill: var(--warn); }
.aim.red .goal { fill: var(--bad); }
.flow { fill: none; stroke: var(--funds); stroke-width: 3; opacity: .45; }
.flow.bad { stroke: var(--bad); stroke-dasharray: 7 5; }
.stop rect { fill: var(--bg); stroke: var(--edge); }
.stop.bad rect { stroke: var(--bad); }
svg text.note { font-size: 11px; fill: var(--muted); }
`;
