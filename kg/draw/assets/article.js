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
  return runs(begin, end, marks, []).map(({ from, to, mark }) => {
    const text = letters.slice(from, to).join('');
    return mark ? el('mark', { class: mark[3] || null }, text) : text;
  });
}

/** Cut [begin, end) where marks or mentions begin or end, and say which of each covers every piece. */
function runs(begin, end, marks, mentions) {
  const cuts = new Set([begin, end]);
  for (const [, from, to] of [...marks, ...mentions]) {
    if (from > begin && from < end) cuts.add(from);
    if (to > begin && to < end) cuts.add(to);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const covers = (from, to) => (mark) => mark[1] <= from && to <= mark[2];
  return edges.slice(1).map((to, at) => {
    const from = edges[at];
    const mark = marks.filter(covers(from, to)).sort((a, b) => (RANK[b[3]] || 0) - (RANK[a[3]] || 0))[0];
    const mention = mentions.filter(covers(from, to)).sort((a, b) => a[2] - a[1] - (b[2] - b[1]))[0];
    return { from, to, mark, mention };
  });
}

const MENTIONS = ARTICLES.map(() => []);
NODES.forEach((node, number) => {
  if (isClaim(node)) return;
  for (const mark of node.marks || []) if (!mark[4]) MENTIONS[mark[0]].push([mark[0], mark[1], mark[2], number]);
});

let openArticle = 0;

/** The words behind what is chosen. */
function chosenMarks() {
  if (!state.chosen) return [];
  if (state.chosen.link != null) return LINKS[state.chosen.link].statements.flatMap((statement) => statement.marks || []);
  return NODES[state.chosen.node].marks || [];
}

function showArticle(marks = chosenMarks()) {
  const panel = $('article');
  if (!ARTICLES.length) {
    panel.replaceChildren(el('p', { class: 'quiet' }, 'No article in this graph.'));
    return;
  }
  const article = ARTICLES[openArticle];
  const parts = [];
  if (ARTICLES.length > 1) parts.push(articleChoice());
  parts.push(el('h2', {}, el('bdi', {}, article.title)));
  const from = [article.publisher, article.author, article.date].filter(Boolean).join(' · ');
  parts.push(el('p', { class: 'quiet' }, from, from && article.url ? ' · ' : '', article.url ? el('a', { href: article.url, rel: 'noopener noreferrer', target: '_blank' }, 'at its source') : ''));
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
  const inside = (mark) => mark[1] < end && mark[2] > begin;
  const pieces = runs(begin, end, marks.filter(inside), MENTIONS[openArticle].filter(inside)).map(({ from, to, mark, mention }) => {
    const text = letters.slice(from, to).join('');
    const shown = mark ? el('mark', { class: mark[3] || null, 'data-at': from }, text) : text;
    if (!mention) return shown;
    return el('a', { href: address(mention[3]), 'data-tone': TYPES[NODES[mention[3]].type].tone }, shown);
  });
  return el('p', {}, el('bdi', {}, ...pieces));
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
