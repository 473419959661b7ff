import { readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from '../../server/src/host/load.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';

const EXAMPLES = path.join(import.meta.dirname, '../../examples');

/** Every example as a workspace of its own, as people open it. */
export const exampleWorkspaces = (today: string): readonly Workspace[] =>
  readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => load([path.join(EXAMPLES, name)], { today }).workspace);
