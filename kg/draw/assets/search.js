// Search in names, other names, claims and the sentences of the articles.
const searchBox = $('search');
const results = $('results');
const MOST = 12;
let index = null;
const RELATIONS = new Map();
for (const { statements } of LINKS) for (const { label } of statements) RELATIONS.set(label, (RELATIONS.get(label) || 0) + 1);

/** What is searched, made when the reader first searches: a large graph should open before that. */
function entries() {
  index ??= NODES.map((node, number) => ({ number, label: folded(node.label), names: folded((node.names || []).join('\n')) }));
  return index;
}
let active = -1;
let found = [];

/** The best matches: labels that begin with the words, labels, other names, relations, then sentences. */
function matches(text) {
  const query = folded(text.trim());
  if (!query) return [];
  const rank = ({ label, names }) => (label.startsWith(query) ? 0 : label.includes(` ${query}`) ? 1 : label.includes(query) ? 2 : names.includes(query) ? 3 : 9);
  const nodes = entries().map((entry) => ({ ...entry, rank: rank(entry) })).filter((entry) => entry.rank < 9);
  nodes.sort((a, b) => a.rank - b.rank || LINKS_OF[b.number].length - LINKS_OF[a.number].length || a.number - b.number);
  const relations = [...RELATIONS].filter(([label]) => folded(label).includes(query)).slice(0, 3).map(([label]) => ({ relation: label }));
  const best = [...nodes.slice(0, MOST - relations.length).map(({ number }) => ({ node: number })), ...relations];
  return best.length < MOST ? [...best, ...sentencesWith(query, MOST - best.length)] : best;
}

function sentencesWith(query, most) {
  const list = [];
  for (const [article, { letters, sentences }] of ARTICLES.entries()) {
    for (const [begin, end] of sentences) {
      if (list.length === most) return list;
      const text = letters.slice(begin, end);
      const at = findIn(text, query);
      if (at) list.push({ article, begin, text: text.join(''), mark: [article, begin + at[0], begin + at[1]] });
    }
  }
  return list;
}

/** Where folded words stand in letters that are not folded; folding may change how many there are. */
function findIn(letters, query) {
  const pieces = letters.map(folded);
  const at = pieces.join('').indexOf(query);
  if (at < 0) return null;
  let length = 0;
  const ends = pieces.map((piece) => (length += piece.length));
  return [ends.findIndex((end) => end > at), ends.findIndex((end) => end >= at + query.length) + 1];
}

function showResults() {
  found = matches(searchBox.value);
  active = found.length ? 0 : -1;
  const items = found.map((result, at) => {
    if (result.relation != null) return option(at, el('span', {}, '—'), result.relation, `relation, ${plural(RELATIONS.get(result.relation), 'line')}`);
    if (result.node == null) return option(at, el('span', {}, '¶'), result.text, 'in the article');
    const node = NODES[result.node];
    return option(at, glyph(node), node.label, node.status ? `claim, ${STATUSES.get(node.status).label}` : TYPES[node.type].label);
  });
  const open = searchBox.value.trim() !== '';
  results.replaceChildren(...(items.length ? items : [el('li', { class: 'none', role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true' }, 'Nothing found')]));
  results.hidden = !open;
  searchBox.setAttribute('aria-expanded', String(open));
  mark();
  if (open) say(found.length ? `${found.length} found` : 'Nothing found');
}

function option(at, icon, text, hint) {
  const item = el('li', { id: `result-${at}`, role: 'option', 'aria-selected': 'false' }, icon, el('bdi', {}, text.length > 140 ? `${text.slice(0, 140)}…` : text), el('span', { class: 'hint' }, hint));
  item.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    take(found[at]);
  });
  return item;
}

function mark() {
  [...results.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === active)));
  if (active >= 0) {
    searchBox.setAttribute('aria-activedescendant', `result-${active}`);
    results.children[active].scrollIntoView({ block: 'nearest' });
  } else searchBox.removeAttribute('aria-activedescendant');
}

function closeResults() {
  results.hidden = true;
  searchBox.setAttribute('aria-expanded', 'false');
  searchBox.removeAttribute('aria-activedescendant');
}

function take(result) {
  closeResults();
  if (!result) return;
  if (result.node != null) go(address(result.node));
  else if (result.relation != null) {
    $('rel').value = result.relation;
    filtered();
  }
  else showInArticle(result.article, result.begin, [result.mark]);
}

searchBox.addEventListener('input', showResults);
searchBox.addEventListener('focus', () => searchBox.value.trim() && showResults());
searchBox.addEventListener('blur', closeResults);
searchBox.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeResults();
  else if (event.key === 'Enter') take(found[active]);
  else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length) {
    active = (active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
    mark();
    event.preventDefault();
  }
});
