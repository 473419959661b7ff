import { Configs } from '../../server/src/config/configs.ts';
import { Linter } from '../../server/src/lint.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';

export const TODAY = '2026-06-30';
export const configsFor = (texts: Readonly<Record<string, string>> = {}, more: Partial<ConstructorParameters<typeof Configs>[1]> = {}): Configs =>
  new Configs(new Map(Object.entries(texts)), { today: TODAY, ...more });

/** A workspace of files below `file:///w/`, and what is found in each. */
export function judged(texts: Readonly<Record<string, string>>, configs = configsFor(), library: readonly string[] = []) {
  const files = Object.entries(texts).map(([path, text]) => parseFile(`file:///w/${path}`, text, library.includes(path)));
  const workspace = new Workspace(new Map(files.map((file) => [file.uri, file])));
  const linter = new Linter((rule, error) => {
    throw new Error(rule, { cause: error });
  });
  const found = (uri: string) => linter.diagnose(workspace, uri, (of) => configs.settingsOf(of));
  return { workspace, configs, found, uris: files.filter((file) => !file.library).map((file) => file.uri) };
}
