/** In a network: what has to do with whoever is pointed at, or is looked for, stands out. The answer marks it anew after a change. */
export function tieTogether(main: HTMLElement, finder: HTMLElement): () => void {
  const search = finder.querySelector('input') as HTMLInputElement;
  const keyOf = (node: SVGElement): string => node.dataset['node'] ?? '';

  const focus = (picture: SVGElement, nodes: readonly SVGElement[], keys: ReadonlySet<string>): void => {
    picture.classList.toggle('focused', keys.size > 0);
    const near = new Set(keys);
    for (const line of picture.querySelectorAll<SVGElement>('.line')) {
      const { from = '', to = '' } = line.dataset;
      const touches = keys.has(from) || keys.has(to);
      line.classList.toggle('near', touches);
      if (touches) near.add(from).add(to);
    }
    for (const node of nodes) node.classList.toggle('near', near.has(keyOf(node)));
  };

  const mark = (pointed?: SVGElement | null): void => {
    const picture = main.querySelector<SVGElement>('svg.network');
    finder.hidden = picture === null;
    if (picture === null) return;
    const nodes = [...picture.querySelectorAll<SVGElement>('.node')];
    const words = search.value.trim().toLowerCase();
    const sought = words === '' ? [] : nodes.filter((node) => (node.dataset['title'] ?? '').toLowerCase().includes(words));
    focus(picture, nodes, new Set((pointed ? [pointed] : sought).map(keyOf)));
  };

  search.addEventListener('input', () => mark());
  main.addEventListener('pointerover', ({ target }) => mark((target as Element).closest<SVGElement>('svg.network .node')));
  main.addEventListener('pointerleave', () => mark());
  return mark;
}
