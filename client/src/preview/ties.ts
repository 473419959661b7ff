/** In a network: what has to do with whoever is pointed at, or is looked for, stands out. */
export function tieTogether(main: HTMLElement): void {
  const picture = main.querySelector<SVGElement>('svg.network');
  if (picture === null) return;
  const nodes = [...picture.querySelectorAll<SVGElement>('.node')];
  const lines = [...picture.querySelectorAll<SVGElement>('.line')];
  const keyOf = (node: SVGElement): string => node.dataset['node'] ?? '';

  const focus = (keys: ReadonlySet<string>): void => {
    picture.classList.toggle('focused', keys.size > 0);
    const near = new Set(keys);
    for (const line of lines) {
      const { from = '', to = '' } = line.dataset;
      const touches = keys.has(from) || keys.has(to);
      line.classList.toggle('near', touches);
      if (touches) near.add(from).add(to);
    }
    for (const node of nodes) node.classList.toggle('near', near.has(keyOf(node)));
  };

  const search = document.createElement('input');
  search.type = 'search';
  const { find = '' } = document.body.dataset;
  search.placeholder = find;
  search.setAttribute('aria-label', find);
  const sought = (): ReadonlySet<string> => {
    const words = search.value.trim().toLowerCase();
    return new Set(words === '' ? [] : nodes.filter((node) => (node.dataset['title'] ?? '').toLowerCase().includes(words)).map(keyOf));
  };
  search.addEventListener('input', () => focus(sought()));
  picture.closest('.scroll')?.before(search);
  picture.addEventListener('pointerover', ({ target }) => {
    const node = (target as Element).closest<SVGElement>('.node');
    focus(node === null ? sought() : new Set([keyOf(node)]));
  });
  picture.addEventListener('pointerleave', () => focus(sought()));
}
