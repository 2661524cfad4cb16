// What is known of the thing or line that is chosen, down to the sentences it was read from.
const details = $('details');
const FIRST = 5;
const MOST_TOLD = 12;

function showDetails() {
  const { chosen } = state;
  const parts = !chosen ? glance() : chosen.link != null ? linkDetails(chosen.link) : nodeDetails(chosen.node);
  details.replaceChildren(...parts.filter(Boolean));
  details.scrollTop = 0;
}

const sign = (kind) => el('span', { class: 'sign', 'data-kind': kind, 'aria-hidden': 'true' }, KINDS.get(kind).sign || '→');
const heading = (text) => el('h3', {}, text);
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function statusChip(status) {
  const { sign: mark, label } = STATUSES.get(status);
  return el('span', { class: 'status', 'data-status': status }, el('span', { 'aria-hidden': 'true' }, mark), ` ${label}`);
}

/** Nothing is chosen: what is in dispute, and how to go on. */
function glance() {
  const claims = NODES.map((node, number) => number).filter((number) => isClaim(NODES[number]));
  const disputed = claims.filter((number) => NODES[number].status === 'disputed');
  const denied = claims.filter((number) => NODES[number].status === 'denied');
  const parts = [el('h2', {}, disputed.length ? 'In dispute' : 'At a glance')];
  for (const number of disputed.slice(0, MOST_TOLD)) {
    parts.push(el('div', { class: 'glance' }, el('p', { class: 'lead', dir: direction(NODES[number].label) }, nodeLink(number)), positions(number, ['affirms', 'disputes'])));
  }
  if (denied.length) {
    parts.push(heading('Denied'), el('ul', { class: 'list' }, denied.slice(0, MOST_TOLD).map((number) => el('li', {}, sign('disputes'), nodeLink(number), who(number, 'disputes')))));
  }
  const untold = Math.max(0, disputed.length - MOST_TOLD) + Math.max(0, denied.length - MOST_TOLD);
  if (untold) parts.push(el('p', { class: 'quiet' }, `${untold} more are in the claims table.`));
  parts.push(heading('In this picture'), el('p', {}, `${plural(NODES.length, 'thing')}, ${plural(LINKS.length, 'line')}. Choose one to read ${ARTICLES.length ? 'the sentences behind it' : 'what is known of it'}.`));
  if (claims.length) parts.push(el('p', { class: 'quiet' }, 'A claim is not a fact: a line from a speaker tells what the speaker is reported to say, and ✓ only means that nobody here objects.'));
  return parts;
}

/** Names one after another, each kept apart from the direction of the others. */
const listed = (names) => names.flatMap((name, at) => [at ? ', ' : '', el('bdi', {}, name)]);

function who(number, kind) {
  const names = said(number, kind).map(({ at }) => NODES[other(LINKS[at], number)].label);
  return el('small', {}, listed([...new Set(names)]));
}

/** The statements of a kind along the lines of a node. */
function said(number, kind) {
  return LINKS_OF[number].flatMap((at) => LINKS[at].statements.filter((statement) => statement.kind === kind).map((statement) => ({ at, statement })));
}

const factOf = (statement, term) => (statement.facts || []).filter((fact) => fact[0] === term).map((fact) => fact[1]);

/** Who takes which position towards a claim, with their certainty and how it came into the article. */
function positions(number, kinds) {
  const rows = kinds.flatMap((kind) => said(number, kind).map((found) => ({ kind, ...found })));
  return el('ul', { class: 'list' }, rows.map(({ kind, at, statement }) => {
    const notes = [...factOf(statement, 'Certainty'), ...factOf(statement, 'Reported').map(passedOn).filter(Boolean)];
    return el('li', {}, sign(kind), el('b', {}, nodeLink(other(LINKS[at], number))), ` ${verb(kind, statement)} `, more(at), notes.length ? el('small', {}, notes.join(' · ')) : null);
  }));
}

/** Who passed a position on, unless the article itself tells it. */
const passedOn = (chain) => (chain.split(' ← ').length > 2 ? `reported by ${chain.split(' ← ').slice(1).join(' ← ')}` : '');
const verb = (kind, statement) => (kind === 'affirms' ? 'says so' : kind === 'disputes' ? 'denies it' : kind === 'reports' ? 'reports it' : statement.label);
const more = (at) => el('a', { href: lineAddress(at), class: 'why', 'aria-label': 'the words behind this' }, 'why?');

function nodeDetails(number) {
  const node = NODES[number];
  const type = TYPES[node.type];
  const parts = [el('p', { class: 'chips' }, el('span', { class: 'chip' }, glyph(node), el('bdi', {}, type.label)), node.status ? statusChip(node.status) : null)];
  parts.push(el('h2', { tabindex: '-1', dir: direction(node.label) }, named(number)));
  if (node.names) parts.push(el('p', { class: 'names' }, 'also: ', listed(node.names)));
  const when = node.when ? [['When', node.when[0]]] : [];
  parts.push(facts([...when, ...(node.facts || [])]), steps(number), growth(number), ...way(number));
  if (isClaim(node)) parts.push(heading('Who says what'), positions(number, ['affirms', 'disputes', 'other', 'reports']));
  else parts.push(...sayings(number));
  parts.push(...evidence(node.marks || [], isClaim(node) ? 'The words' : 'Where it is mentioned'));
  parts.push(...connections(number));
  parts.push(asked(nodeQuery(number)));
  return parts;
}

/** What a speaker says, as short sentences. */
function sayings(number) {
  const rows = ['affirms', 'disputes', 'other', 'reports'].flatMap((kind) => said(number, kind).map((found) => ({ kind, ...found })));
  if (!rows.length) return [];
  const items = rows.map(({ kind, at, statement }) => {
    const claim = other(LINKS[at], number);
    return el('li', {}, sign(kind), `${verb(kind, statement)}: `, nodeLink(claim), ' ', more(at), NODES[claim].status === 'disputed' ? el('small', {}, '≠ disputed') : null);
  });
  return [heading('Says, and is said to say'), el('ul', { class: 'list' }, items)];
}

/** The remaining lines of a node. */
function connections(number) {
  const rows = LINKS_OF[number].flatMap((at) => LINKS[at].statements.filter((statement) => !STANCES.has(statement.kind) || statement.kind === 'contradicts').map((statement) => ({ at, statement })));
  if (!rows.length) return [];
  const items = rows.map(({ at, statement }) => {
    const end = other(LINKS[at], number);
    const outward = statement.forward === null ? '↔' : statement.forward === (LINKS[at].source === number) ? '→' : '←';
    return el('li', {}, glyph(NODES[end]), `${outward} ${statement.label}: `, nodeLink(end), ' ', more(at));
  });
  return [heading('Linked with'), el('ul', { class: 'list' }, items)];
}

function facts(rows) {
  if (!rows.length) return null;
  return el('dl', {}, rows.flatMap(([term, value, node, address]) => {
    const text = el('bdi', {}, value);
    const link = address ? el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, text) : node != null ? nodeLink(node, value) : text;
    return [el('dt', {}, term), el('dd', {}, link)];
  }));
}

function linkDetails(number) {
  const link = LINKS[number];
  const parts = [el('p', { class: 'chips' }, el('span', { class: 'chip' }, 'Line'), nodeLink(link.source), ' – ', nodeLink(link.target))];
  for (const statement of link.statements) {
    const mark = KINDS.get(statement.kind).sign;
    parts.push(el('h2', { tabindex: '-1' }, mark ? el('span', { class: 'position', 'data-kind': statement.kind, 'aria-hidden': 'true' }, el('span', {}, `${mark} `)) : null, el('bdi', {}, statement.words)));
    parts.push(facts(statement.facts || []), ...evidence(statement.marks || [], 'The words'));
    if (!statement.marks) parts.push(el('p', { class: 'quiet' }, 'Read from how the claim is put; its words are with the claim.'));
    parts.push(asked(linkQuery(statement, link)));
  }
  return parts;
}

/** The sentences behind something, with its words marked, and a way to each in the article. */
function evidence(marks, title) {
  if (!marks.length) return [];
  const groups = new Map();
  for (const mark of marks) {
    const [begin] = sentenceAt(mark);
    const key = `${mark[0]} ${begin}`;
    groups.set(key, [...(groups.get(key) || []), mark]);
  }
  const all = [...groups.values()];
  const parts = [heading(title)];
  if (marks.some((mark) => mark[3])) parts.push(el('p', { class: 'key' }, el('b', {}, 'who'), ', ', el('mark', { class: 'cue' }, 'reporting words'), ', ', el('mark', {}, 'what is claimed')));
  parts.push(...all.slice(0, FIRST).map(quoted));
  if (all.length > FIRST) {
    const button = el('button', { type: 'button', class: 'plain' }, `Show ${plural(all.length - FIRST, 'more sentence')}`);
    button.addEventListener('click', () => button.replaceWith(...all.slice(FIRST).map(quoted)));
    parts.push(button);
  }
  return parts;
}

function quoted(marks) {
  const [begin, end] = sentenceAt(marks[0]);
  const article = ARTICLES[marks[0][0]];
  const last = Math.max(end, ...marks.map((mark) => mark[2]));
  const text = marks[0][4] ? [marks[0][4]] : marked(article.letters, begin, last, marks);
  const words = el('bdi', { lang: article.lang }, ...text);
  const quote = el('blockquote', { dir: direction(words.textContent) }, words);
  if (!marks[0][4]) {
    const button = el('button', { type: 'button', class: 'jump' }, ARTICLES.length > 1 ? `Show in “${article.title}”` : 'Show in the article');
    button.addEventListener('click', () => showInArticle(marks[0][0], begin, marks));
    quote.append(' ', button);
  }
  return quote;
}
