/**
 * Brings the page to life: filters, links that keep them, movement by keys. Everything is on the page without it.
 *
 * The page contains the text of this function, so nothing outside it may be referred to.
 */
export function enhancePage(): void {
  const filters = document.querySelector<HTMLElement>('[data-filters]');
  if (filters === null) return;

  interface State {
    /** The fragment of the change that the link leads to; empty for none. */
    readonly target: string;
    readonly levels: readonly string[];
    readonly operation: string;
    readonly query: string;
  }

  const toggles = [...filters.querySelectorAll<HTMLButtonElement>('[data-level]')];
  const operationField = filters.querySelector<HTMLInputElement>('[data-operation]')!;
  const queryField = filters.querySelector<HTMLInputElement>('[data-query]')!;
  const status = filters.querySelector<HTMLElement>('[data-status]')!;
  const empty = document.querySelector<HTMLElement>('[data-empty]')!;
  const shortcuts = document.querySelector<HTMLInputElement>('[data-shortcuts]')!;
  const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')];
  const cards = [...document.querySelectorAll<HTMLElement>('[data-change]')].map((element) => ({
    element,
    level: element.dataset['change']!,
    operations: element.dataset['operations']!.split(' '),
    text: '',
  }));
  const operations = [...filters.querySelectorAll('option')].map((option, index) => ({
    index: String(index),
    id: option.value,
    text: `${option.value} ${option.text}`.toLowerCase(),
  }));
  const allLevels = toggles.map((toggle) => toggle.dataset['level']!);

  /** A fragment is the change, then the filters as a query: `#<change>?level=breaking&text=enum`. */
  function readFragment(): State {
    const [target = '', query = ''] = location.hash.slice(1).split('?', 2);
    const parameters = new URLSearchParams(query);
    const levels = parameters.get('level')?.split(' ') ?? allLevels;
    return {
      target,
      levels: allLevels.filter((level) => levels.includes(level)),
      operation: parameters.get('operation') ?? '',
      query: parameters.get('text') ?? '',
    };
  }

  function toFragment({ target, levels, operation, query }: State): string {
    const parameters = new URLSearchParams();
    if (levels.length < allLevels.length) parameters.set('level', levels.join(' '));
    if (operation !== '') parameters.set('operation', operation);
    if (query !== '') parameters.set('text', query);
    return parameters.size === 0 ? `#${target}` : `#${target}?${parameters}`;
  }

  function readControls(): State {
    return {
      target: readFragment().target,
      levels: toggles
        .filter((toggle) => toggle.getAttribute('aria-pressed') === 'true')
        .map((toggle) => toggle.dataset['level']!),
      operation: operationField.value.trim(),
      query: queryField.value.trim(),
    };
  }

  function writeControls({ levels, operation, query }: State): void {
    for (const toggle of toggles)
      toggle.setAttribute('aria-pressed', String(levels.includes(toggle.dataset['level']!)));
    operationField.value = operation;
    queryField.value = query;
  }

  function createFilter({
    levels,
    operation,
    query,
  }: State): (card: (typeof cards)[number]) => boolean {
    const words = query.toLowerCase().match(/\S+/g) ?? [];
    const wanted = findOperations(operation);
    return (card) =>
      levels.includes(card.level) &&
      (wanted === undefined || card.operations.some((index) => wanted.has(index))) &&
      words.every((word) => textOf(card).includes(word));
  }

  /** What is searched: the words of the change, without those that every card has. */
  function textOf(card: (typeof cards)[number]): string {
    // Thousands of texts are collected when somebody searches, not before anything is shown.
    card.text ||= [...card.element.querySelectorAll('h3, .rule, tbody, .operations, .places')]
      .map((part) => part.textContent)
      .join(' ')
      .toLowerCase();
    return card.text;
  }

  /** An operationId means that operation, though others may begin alike; other text is searched for. */
  function findOperations(text: string): ReadonlySet<string> | undefined {
    if (text === '') return undefined;
    const named = operations.filter(({ id }) => id === text);
    const found =
      named.length > 0
        ? named
        : operations.filter((operation) => operation.text.includes(text.toLowerCase()));
    return new Set(found.map(({ index }) => index));
  }

  /** @returns the state, without a target that the filters leave out where `keepTarget` does not insist on it. */
  function show(state: State, keepTarget: boolean): State {
    const matches = createFilter(state);
    let target = '';
    let count = 0;
    for (const card of cards) {
      const { element } = card;
      const isMatch = matches(card);
      const isTarget = element.id === state.target && (isMatch || keepTarget);
      if (isMatch) count++;
      if (isTarget) target = element.id;
      element.hidden = !isMatch && !isTarget;
      element.toggleAttribute('data-target', isTarget);
      element.toggleAttribute('data-outside', isTarget && !isMatch);
    }
    for (const section of sections)
      section.hidden = section.querySelector('[data-change]:not([hidden])') === null;
    empty.hidden = count > 0;
    const total = cards.length === 1 ? '1 change' : `${cards.length} changes`;
    status.textContent = count === cards.length ? total : `${count} of ${total}`;
    return { ...state, target };
  }

  function followFragment(): void {
    const state = readFragment();
    writeControls(state);
    const { target } = show(state, true);
    if (target !== '') moveTo(document.getElementById(target)!);
  }

  function followControls(): void {
    const state = show(readControls(), false);
    history.replaceState(null, '', toFragment(state));
  }

  function moveTo(element: HTMLElement): void {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'start' });
  }

  function moveBy(step: 1 | -1): void {
    const shown = cards.map(({ element }) => element).filter((element) => !element.hidden);
    const current = document.activeElement?.closest<HTMLElement>('[data-change]');
    const index = current ? shown.indexOf(current) + step : 0;
    const next = shown[index];
    if (next !== undefined) moveTo(next);
  }

  filters.addEventListener('input', followControls);
  for (const toggle of toggles) {
    toggle.addEventListener('click', () => {
      toggle.setAttribute('aria-pressed', String(toggle.getAttribute('aria-pressed') !== 'true'));
      followControls();
    });
  }
  document.querySelector('[data-reset]')!.addEventListener('click', () => {
    writeControls({ target: '', levels: allLevels, operation: '', query: '' });
    followControls();
    queryField.focus();
  });
  document.querySelector('.skip')!.addEventListener('click', (event) => {
    // The address holds the filters, and a jump would replace it.
    event.preventDefault();
    document.querySelector('main')!.focus();
  });
  // One listener for thousands of links.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.permalink');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = toFragment({ ...readControls(), target: link.hash.slice(1) });
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).matches('input:not([type=checkbox])');
    if (isTyping || !shortcuts.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') moveBy(1);
    if (event.key === 'k') moveBy(-1);
    if (event.key === '/') {
      event.preventDefault();
      queryField.select();
    }
  });
  addEventListener('hashchange', followFragment);

  filters.hidden = false;
  shortcuts.closest('label')!.hidden = false;
  followFragment();
}
