// What the page was made with, and small helpers. All text enters the page as text, never as markup.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const NETWORK = read('network');
const NODES = DATA.nodes;
const LINKS = DATA.links;
const ARTICLES = DATA.articles.map((article) => ({ ...article, letters: Array.from(article.text) }));
const TYPES = DATA.types;
const KINDS = new Map(DATA.kinds.map((kind) => [kind.id, kind]));
const STATUSES = new Map(DATA.statuses.map((status) => [status.id, status]));
const BY_KEY = new Map(NODES.map((node, number) => [node.key, number]));
const LINKS_OF = NODES.map(() => []);
LINKS.forEach((link, number) => {
  LINKS_OF[link.source].push(number);
  LINKS_OF[link.target].push(number);
});

const $ = (id) => document.getElementById(id);
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const contrast = matchMedia('(prefers-contrast: more)');
const forced = matchMedia('(forced-colors: active)');
const phone = matchMedia('(max-width: 760px)');

/** Columns run from the left to the right (1), or the other way (-1) where most labels do. */
const ONWARD = DATA.heads.length > 1 && DATA.heads[0][1] > DATA.heads.at(-1)[1] ? -1 : 1;

/** What the reader has chosen. `chosen` is null, {node} or {link}; `steps` limits the picture to a neighbourhood, `way` to the way to another node. */
const FIRST_LAYOUT = DATA.heads.length > 1 ? 'columns' : 'map';
const state = {
  layout: FIRST_LAYOUT,
  chosen: null,
  steps: 0,
  way: null,
  everyLine: false,
  off: { status: new Set(), type: new Set(), kind: new Set(), article: new Set() },
  from: '',
  to: '',
  by: null,
  rel: '',
  community: null,
  folded: new Set(),
  shown: new Set(NODES.flatMap((node, number) => (node.at ? [number] : []))),
};

/** An element with attributes and children; a string child becomes a text node. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ''));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes. */
function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== '') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

const isClaim = (node) => Boolean(node.status);
const other = (link, number) => (link.source === number ? link.target : link.source);
const words = (mark) => mark[4] || ARTICLES[mark[0]].letters.slice(mark[1], mark[2]).join('');
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const address = (number) => `#n=${encodeURIComponent(NODES[number].key)}`;
const lineAddress = (number) => `#e=${LINKS[number].source}-${LINKS[number].target}`;

// Text that begins in a script which is written from right to left.
const RTL = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** The direction of a block of text, where it is not that of the page. */
const direction = (text) => (RTL.test(text) ? 'rtl' : null);

/** The sign of a node's type, as a small drawing. */
function glyph(node) {
  const type = TYPES[node.type];
  const use = svg('use', { href: `#g-${type.glyph}` });
  return svg('svg', { class: 'glyph', 'data-tone': type.tone, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, use);
}

/** A node's label or other text in its language, kept apart from the direction of what stands around it. */
const named = (number, text = NODES[number].label) => el('bdi', { lang: NODES[number].lang }, text);

/** A link to a node, by its permalink. */
function nodeLink(number, text = NODES[number].label) {
  return el('a', { href: address(number) }, named(number, text));
}
