/** Marks what stands in the line of the cursor, or nearest above it, and brings it into sight. */
export function follow(main: HTMLElement, { file, line }: { readonly file: number; readonly line: number }): void {
  const candidates = [...main.querySelectorAll<HTMLElement | SVGElement>(`[data-file="${file}"]`)].filter(isSeen);
  const lineOf = (one: HTMLElement | SVGElement): number => Number(one.dataset['line']);
  const nearest = Math.max(0, ...candidates.map(lineOf).filter((at) => at <= line));
  const found = candidates.filter((one) => lineOf(one) === nearest);
  for (const marked of main.querySelectorAll('.found')) if (!found.includes(marked as HTMLElement)) marked.classList.remove('found');
  for (const one of found) one.classList.add('found');
  const [first] = found;
  // A file opens with the cursor in its first line: nobody has asked for anything yet.
  if (line > 1 && first !== undefined && !found.some(isInSight)) first.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}

/** What is folded away has no place on the page. */
const isSeen = (one: Element): boolean => one.getClientRects().length > 0 && one.closest('details:not([open]) > :not(summary)') === null;

function isInSight(one: Element): boolean {
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 40 && top < window.innerHeight;
}
