// Questions one after the other, with a way back.
import { type QuickInput, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** Went back, or went away. */
export type Left = 'back' | 'away';
export const isLeft = (answer: unknown): answer is Left => answer === 'back' || answer === 'away';

export interface Step {
  readonly title: string;
  readonly number: number;
  readonly of: number;
}

/** Items to choose from: one, or several where some are picked already. */
export function choose<T extends QuickPickItem>(step: Step, placeholder: string, items: readonly T[], picked?: readonly T[]): Promise<readonly T[] | Left> {
  const pick = window.createQuickPick<T>();
  pick.items = items;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (picked !== undefined) {
    pick.canSelectMany = true;
    pick.selectedItems = picked;
  }
  return shown(pick, step, (done) => pick.onDidAccept(() => (picked !== undefined || pick.selectedItems.length > 0) && done(pick.selectedItems)));
}

/** A line of text; `wrong` says what is wrong with it. */
export function write(step: Step, prompt: string, value: string, wrong: (text: string) => string | undefined): Promise<{ readonly text: string } | Left> {
  const box = window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  const look = () => {
    box.validationMessage = wrong(box.value.trim());
  };
  box.onDidChangeValue(look);
  return shown(box, step, (done) =>
    box.onDidAccept(() => {
      look();
      if (!box.validationMessage) done({ text: box.value.trim() });
    }),
  );
}

function shown<R>(
  input: QuickInput & { buttons: readonly unknown[]; onDidTriggerButton: unknown },
  { title, number, of }: Step,
  listen: (done: (answer: R) => void) => unknown,
): Promise<R | Left> {
  const asked = input as QuickInput & Pick<ReturnType<typeof window.createInputBox>, 'buttons' | 'onDidTriggerButton'>;
  return new Promise<R | Left>((resolve) => {
    asked.title = title;
    asked.step = number;
    asked.totalSteps = of;
    asked.ignoreFocusOut = true;
    asked.buttons = number > 1 ? [QuickInputButtons.Back] : [];
    asked.onDidTriggerButton((button) => button === QuickInputButtons.Back && resolve('back'));
    asked.onDidHide(() => resolve('away'));
    listen(resolve);
    asked.show();
  }).finally(() => input.dispose());
}
