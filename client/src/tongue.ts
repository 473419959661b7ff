// The language that the extension and its server speak: the editor's, unless the settings choose another.
import { type ExtensionContext, env, Uri, workspace } from 'vscode';
import { bundleOf, languageOf } from '../../server/src/text/languages.ts';
import { type Bundle, speak } from '../../server/src/text/say.ts';
import type { InitializationOptions } from './messages.ts';

/** Reads the texts of the language that is wanted and speaks it from here on; the server is given the same. */
export async function chosenSpeech(context: ExtensionContext): Promise<NonNullable<InitializationOptions['speech']>> {
  const asked = workspace.getConfiguration('iplan').get<string>('language', 'auto');
  const language = languageOf(asked === 'auto' ? env.language : asked);
  let texts: Bundle | undefined;
  if (language !== undefined) {
    const file = Uri.joinPath(context.extensionUri, bundleOf(language));
    texts = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Bundle;
  }
  speak(language ?? 'en', texts);
  return { language: language ?? 'en', texts };
}
