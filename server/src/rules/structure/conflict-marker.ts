import type { Statement } from '../../syntax/tree.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'structure/conflict-marker',
  severity: 'error',
  summary: 'A merge was left unfinished.',
  why: 'Lines that begin with <<<<<<<, ======= or >>>>>>> are left by a merge that could not decide between two versions. Both versions stand in the plan until somebody does.',
  grounding: [
    {
      cite: 'Git documentation, "How conflicts are presented"',
      finding: 'Conflicting versions are written into the file between markers until they are resolved.',
    },
  ],
  good: ['group women "Women" { priority high }'],
  bad: [
    'group women "Women" {\n<<<<<<< ours\n^^^^^^^ Here begins a conflict that a merge has left behind.\n  priority high\n=======\n  priority normal\n>>>>>>> theirs\n}',
  ],
  checkChunk(chunk, report) {
    // The engine goes through lines far slower than through text, and there is hardly ever one.
    if (!chunk.text.includes('<<<<<<<')) return;
    for (const match of chunk.text.matchAll(/^<{7}(?= |$)/gm)) {
      report({
        at: { node: { chunk } as Statement, span: { start: match.index, end: match.index + 7 } },
        message: say`Here begins a conflict that a merge has left behind.`,
        instead: say`Choose one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.`,
      });
    }
  },
});
