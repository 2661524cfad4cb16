// The text of the articles, with the words behind the chosen thing marked.
const RANK = { cue: 3, source: 2, content: 1 };

/** The span of the sentence that a mark begins in. */
function sentenceAt(mark) {
  if (mark[4]) return [mark[1], mark[2]];
  const { sentences } = ARTICLES[mark[0]];
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle][0] <= mark[1]) low = middle;
    else high = middle - 1;
  }
  return sentences[low] || [mark[1], mark[2]];
}

/** A stretch of text as text nodes and marks; the sharpest of overlapping marks wins. */
function marked(letters, begin, end, marks) {
  return runs(begin, end, { mark: marks }).map(({ from, to, mark }) => {
    const text = letters.slice(from, to).join('');
    return mark ? el('mark', { class: mark[3] || null }, text) : text;
  });
}

/** Cut [begin, end) where a span of any layer begins or ends, and say which of each layer covers every piece: the sharpest, then the shortest. */
function runs(begin, end, layers) {
  const cuts = new Set([begin, end]);
  for (const [, from, to] of Object.values(layers).flat()) {
    if (from > begin && from < end) cuts.add(from);
    if (to > begin && to < end) cuts.add(to);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const best = (a, b) => (RANK[b[3]] || 0) - (RANK[a[3]] || 0) || a[2] - a[1] - (b[2] - b[1]);
  return edges.slice(1).map((to, at) => {
    const from = edges[at];
    const found = Object.entries(layers).map(([layer, spans]) => [layer, spans.filter((span) => span[1] <= from && to <= span[2]).sort(best)[0]]);
    return { from, to, ...Object.fromEntries(found) };
  });
}

/** What can be shown in the text: names, what is claimed, and the words behind plain relations; each a span and where it leads. */
const LAYERS = { name: { label: 'Names', on: true }, claim: { label: 'Claims', on: true }, relation: { label: 'Relations', on: false } };
for (const layer of Object.values(LAYERS)) layer.spans = ARTICLES.map(() => []);
NODES.forEach((node, number) => {
  for (const mark of node.marks || []) {
    if (mark[4]) continue;
    if (!isClaim(node)) LAYERS.name.spans[mark[0]].push([mark[0], mark[1], mark[2], '', number]);
    else if (mark[3] !== 'source' && mark[3] !== 'cue') LAYERS.claim.spans[mark[0]].push([mark[0], mark[1], mark[2], '', number]);
  }
});
LINKS.forEach(({ statements }, number) => {
  for (const { kind, marks } of statements) {
    if (STANCES.has(kind) || !marks) continue;
    for (const mark of marks) if (!mark[4]) LAYERS.relation.spans[mark[0]].push([mark[0], mark[1], mark[2], '', number]);
  }
});

let openArticle = 0;

/** The words behind what is chosen. */
function chosenMarks() {
  if (!state.chosen) return [];
  if (state.chosen.link != null) return LINKS[state.chosen.link].statements.flatMap((statement) => statement.marks || []);
  return NODES[state.chosen.node].marks || [];
}

let stale = true;

/** The article is put together when somebody looks at it. */
function freshArticle() {
  if (stale) showArticle();
}

function showArticle(marks = chosenMarks()) {
  const panel = $('article');
  stale = false;
  if (!ARTICLES.length) {
    panel.replaceChildren(el('p', { class: 'quiet' }, 'No article in this graph.'));
    return;
  }
  const article = ARTICLES[openArticle];
  const parts = [];
  if (ARTICLES.length > 1) parts.push(articleChoice());
  parts.push(el('h2', { dir: direction(article.title) }, el('bdi', { lang: article.lang }, article.title)));
  const from = [article.publisher, article.author, article.date].filter(Boolean).flatMap((text) => [el('bdi', {}, text), ' · ']);
  parts.push(el('p', { class: 'quiet' }, article.url ? from : from.slice(0, -1), article.url ? el('a', { href: article.url, rel: 'noopener noreferrer', target: '_blank' }, 'at its source') : ''));
  if (article.text) parts.push(layerSwitches());
  parts.push(article.text ? articleText(article, marks) : el('p', { class: 'quiet' }, 'The graph was written without the text; the words behind each thing are in its details.'));
  panel.replaceChildren(...parts);
}

function articleChoice() {
  const options = ARTICLES.map((article, number) => el('option', { value: number, selected: number === openArticle }, article.title));
  const select = el('select', { 'aria-label': 'Article' }, options);
  select.addEventListener('change', () => {
    openArticle = Number(select.value);
    showArticle();
  });
  return select;
}

function articleText(article, marks) {
  const here = marks.filter((mark) => mark[0] === openArticle && !mark[4]);
  const body = el('div', { class: 'text' });
  let begin = 0;
  const { letters } = article;
  for (let at = 0; at <= letters.length; at += 1) {
    if (at < letters.length && letters[at] !== '\n') continue;
    if (at > begin) body.append(paragraph(letters, begin, at, here));
    begin = at + 1;
  }
  return body;
}

function paragraph(letters, begin, end, marks) {
  const inside = (span) => span[1] < end && span[2] > begin;
  const layers = Object.entries(LAYERS).map(([layer, { on, spans }]) => [layer, on ? spans[openArticle].filter(inside) : []]);
  const pieces = runs(begin, end, { mark: marks.filter(inside), ...Object.fromEntries(layers) }).map(({ from, to, mark, name, claim, relation }) => {
    const text = letters.slice(from, to).join('');
    let shown = mark ? el('mark', { class: mark[3] || null, 'data-at': from }, text) : text;
    const href = name ? address(name[4]) : relation ? lineAddress(relation[4]) : claim ? address(claim[4]) : null;
    if (href && text.trim()) shown = el('a', { href, 'data-tone': name && TYPES[NODES[name[4]].type].tone }, shown);
    if (relation) shown = el('span', { class: 'related' }, shown);
    if (!claim) return shown;
    const { status } = NODES[claim[4]];
    return el('span', { class: 'claimed', 'data-status': status, 'data-sign': claim[2] === to && status !== 'affirmed' ? STATUSES.get(status).sign : null }, shown);
  });
  return el('p', { dir: direction(letters.slice(begin, end).join('')) }, el('bdi', { lang: ARTICLES[openArticle].lang }, ...pieces));
}

/** Switches for what the text shows beside the words behind what is chosen. */
function layerSwitches() {
  const boxes = Object.entries(LAYERS).filter(([, { spans }]) => spans.some((list) => list.length)).map(([id, layer]) => {
    const box = el('input', { type: 'checkbox', checked: layer.on, value: id });
    box.addEventListener('change', () => {
      layer.on = box.checked;
      showArticle();
      $('article').querySelector(`.layers [value=${id}]`).focus();
    });
    return el('label', {}, box, layer.label);
  });
  return el('div', { class: 'layers', role: 'group', 'aria-label': 'Shown in the text' }, boxes);
}

/** Open the article where a sentence begins, and mark words in it. */
function showInArticle(number, begin, marks) {
  openArticle = number;
  openTab('article', false);
  showArticle(marks);
  const target = [...$('article').querySelectorAll('mark')].find((mark) => Number(mark.dataset.at) >= begin) || $('article');
  target.scrollIntoView({ block: 'center', behavior: calm.matches ? 'auto' : 'smooth' });
  $('article').focus({ preventScroll: true });
}
