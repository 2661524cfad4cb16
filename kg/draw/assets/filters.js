// The legend is the filter: a tick that is taken away takes away what it stands for.
const filters = $('filters');

/** Whether the legend leaves a node on. */
function isLeftOn(node) {
  if (isClaim(node)) {
    if (state.off.status.has(node.status)) return false;
  } else if (state.off.type.has(TYPES[node.type].id)) return false;
  if (state.off.article.size && node.marks && node.marks.every((mark) => state.off.article.has(String(mark[0])))) return false;
  const key = node.when?.[1];
  // A month or a year lies within a limit if it begins like it.
  if (key && state.from && key < state.from && !state.from.startsWith(key)) return false;
  return !(key && state.to && key > state.to && !key.startsWith(state.to));
}

function readFilters() {
  for (const set of filters.querySelectorAll('fieldset[data-filter]')) {
    const off = [...set.querySelectorAll('input[value]')].filter((box) => !box.checked && box.id !== 'quiet');
    if (state.off[set.dataset.filter]) state.off[set.dataset.filter] = new Set(off.map((box) => box.value));
  }
  state.everyLine = Boolean($('quiet')?.checked);
  state.from = $('from')?.value || '';
  state.to = $('to')?.value || '';
  refresh();
  filterRows();
  say(`${seen.size} things and ${drawnLinks.size} lines are drawn.`);
}

/** The tables follow the legend. */
function filterRows() {
  for (const row of document.querySelectorAll('#claims-table tbody tr, .timeline li')) {
    const node = NODES[BY_KEY.get(row.dataset.node)];
    row.hidden = Boolean(node && !isLeftOn(node)) || state.off.kind.has(row.dataset.kind);
  }
}

filters.addEventListener('change', readFilters);
filters.addEventListener('reset', () => setTimeout(readFilters));
filters.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('.opener').addEventListener('click', (event) => {
  const open = event.currentTarget.getAttribute('aria-expanded') !== 'true';
  event.currentTarget.setAttribute('aria-expanded', String(open));
});
