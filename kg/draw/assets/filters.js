// The legend is the filter: a tick that is taken away takes away what it stands for.
const filters = $('filters');

/** Whether the legend leaves a node on. */
function isLeftOn(number) {
  const node = NODES[number];
  if (state.rel && !LINKS_OF[number].some((at) => LINKS[at].statements.some(({ label }) => label === state.rel))) return false;
  if (state.by != null && !isHeard(number)) return false;
  if (isClaim(node)) {
    if (state.off.status.has(node.status)) return false;
  } else if (state.off.type.has(TYPES[node.type].id)) return false;
  if (state.off.article.size && node.marks && node.marks.every((mark) => state.off.article.has(String(mark[0])))) return false;
  const key = node.when?.[1];
  // A month or a year lies within a limit if it begins like it.
  if (key && state.from && key < state.from && !state.from.startsWith(key)) return false;
  return !(key && state.to && key > state.to && !key.startsWith(state.to));
}

/** Whether somebody takes a position on a claim, or passes one on. */
const speaksOf = (who, claim) => LINKS_OF[claim].some((at) => other(LINKS[at], claim) === who && LINKS[at].statements.some(({ kind }) => STANCES.has(kind)));

/** With one speaker picked: their claims, others who speak of those, and all that is no speaker. */
function isHeard(number) {
  if (isClaim(NODES[number])) return speaksOf(state.by, number);
  if (number === state.by || NODES[number].column !== 0) return true;
  return LINKS_OF[number].some((at) => {
    const claim = other(LINKS[at], number);
    return isClaim(NODES[claim]) && speaksOf(state.by, claim) && speaksOf(number, claim);
  });
}

function readFilters() {
  for (const set of filters.querySelectorAll('fieldset[data-filter]')) {
    const off = [...set.querySelectorAll('input[value]')].filter((box) => !box.checked && box.id !== 'quiet');
    if (state.off[set.dataset.filter]) state.off[set.dataset.filter] = new Set(off.map((box) => box.value));
  }
  state.everyLine = Boolean($('quiet')?.checked);
  state.from = $('from')?.value || '';
  state.to = $('to')?.value || '';
  state.by = BY_KEY.get($('by')?.value) ?? null;
  state.rel = $('rel')?.value || '';
  refresh();
  filterRows();
}

/** The filters that an address names. */
function setFilters(asked) {
  if (!['off', ...LIMITS.map(([name]) => name)].some((name) => asked.has(name))) return;
  const off = new Set((asked.get('off') || '').split(','));
  for (const set of filters.querySelectorAll('fieldset[data-filter]')) {
    for (const box of set.querySelectorAll('input[value]:not(#quiet)')) box.checked = !off.has(`${set.dataset.filter}.${box.value}`);
  }
  for (const [name, id] of LIMITS) {
    const known = $(id) && [...$(id).options].some(({ value }) => value === asked.get(name));
    if ($(id)) $(id).value = known ? asked.get(name) : '';
  }
  readFilters();
}

function filtered() {
  const before = closer.size;
  readFilters();
  if (before || closer.size) fit();
  if (state.way != null) showDetails();
  writeAddress();
  say(`${seen.size} things and ${drawnLinks.size} lines are drawn.`);
}

/** Everything again: no filter, no narrowed picture, nothing chosen. */
function reset() {
  [state.steps, state.way] = [0, null];
  state.folded.clear();
  setCommunity(null);
  filtered();
  go('#', true);
  fit();
}

/** The tables follow the legend. */
function filterRows() {
  for (const row of document.querySelectorAll('#claims-table tbody tr, #sides-table tbody tr, .timeline li')) {
    const number = BY_KEY.get(row.dataset.node);
    const others = state.by != null && row.dataset.by != null && row.dataset.by !== NODES[state.by].key;
    row.hidden = others || (number != null && !isLeftOn(number)) || state.off.kind.has(row.dataset.kind);
  }
}

filters.addEventListener('change', filtered);
filters.addEventListener('reset', () => setTimeout(reset));
filters.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('.opener').addEventListener('click', (event) => {
  const open = event.currentTarget.getAttribute('aria-expanded') !== 'true';
  event.currentTarget.setAttribute('aria-expanded', String(open));
});
