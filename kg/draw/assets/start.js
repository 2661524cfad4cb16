// Choosing, tabs, the keyboard and the colour scheme; then the page begins.
const say = (text) => {
  $('live').textContent = text;
};

function choose(chosen, asked) {
  if (chosen?.node !== state.chosen?.node) [state.steps, state.way] = [0, null];
  state.chosen = chosen;
  if (asked.has('steps')) state.steps = ['1', '2'].indexOf(asked.get('steps')) + 1;
  if (asked.has('way')) state.way = BY_KEY.get(asked.get('way')) ?? null;
  const ends = !chosen ? [] : chosen.link != null ? [LINKS[chosen.link].source, LINKS[chosen.link].target] : [chosen.node];
  show(ends);
  bringIn();
  refresh();
  if (narrowed()) fit();
  showDetails();
  stale = true;
  if (!$('article').hidden) showArticle();
  for (const row of document.querySelectorAll('[data-node]')) row.classList.toggle('chosen', chosen?.node != null && BY_KEY.get(row.dataset.node) === chosen.node);
  if (!chosen) return;
  reveal(ends[0]);
  if (['details', 'article'].some((name) => !$(name).hidden)) openTab('details', false);
  say(chosen.link != null ? LINKS[chosen.link].statements[0].words : spoken(chosen.node));
}

/** A node in words, for those who do not see the picture. */
function spoken(number) {
  const node = NODES[number];
  const status = node.status ? `${STATUSES.get(node.status).label} claim` : TYPES[node.type].label;
  return `${node.label}. ${status}. ${plural(LINKS_OF[number].length, 'line')}.`;
}

const TABS = [...document.querySelectorAll('[role=tab]')].map((tab) => tab.getAttribute('aria-controls'));

function openTab(name, focus = true) {
  for (const tab of TABS) {
    const button = $(`tab-${tab}`);
    const on = tab === name;
    button.setAttribute('aria-selected', String(on));
    button.tabIndex = on ? 0 : -1;
    $(tab).hidden = !on;
    if (on && focus) button.focus();
  }
  if (name === 'article') freshArticle();
  document.querySelector('main').classList.toggle('wide', ['claims', 'sides'].includes(name));
}

for (const [at, tab] of TABS.entries()) {
  const button = $(`tab-${tab}`);
  button.addEventListener('click', () => openTab(tab));
  button.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: TABS.length - 1, Home: -at, End: TABS.length - 1 - at }[event.key];
    if (step == null) return;
    event.preventDefault();
    openTab(TABS[(at + step) % TABS.length]);
  });
}

for (const [at, head] of [...document.querySelectorAll('#claims-table thead th')].entries()) {
  head.firstElementChild.addEventListener('click', () => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const each of head.parentElement.children) each.setAttribute('aria-sort', 'none');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const body = document.querySelector('#claims-table tbody');
    const rows = [...body.rows];
    const key = (row) => row.cells[at].textContent.trim();
    // Empty cells come last either way.
    rows.sort((a, b) => !key(a) - !key(b) || key(a).localeCompare(key(b)) * (down ? -1 : 1));
    body.append(...rows);
  });
}

network.on('click', ({ nodes, pointer }) => {
  const line = nodes.length ? null : lineAt(pointer.canvas);
  if (nodes.length) go(address(nodes[0]));
  else if (line != null) go(lineAddress(line));
  else if (state.chosen) go('#', true);
});
network.on('doubleClick', ({ nodes: [number] }) => {
  if (number == null) return;
  if (hiddenAround(number).length) expand(number);
  else toggleFold(number);
});
for (const event of ['dragging', 'dragEnd']) {
  network.on(event, ({ nodes }) => {
    nodes.forEach((number) => places[state.layout].set(number, network.getPosition(number)));
    version += 1;
  });
}
stage.addEventListener('pointermove', (event) => {
  if (event.buttons) return;
  const { left, top } = stage.getBoundingClientRect();
  const at = { x: event.clientX - left, y: event.clientY - top };
  const over = network.getNodeAt(at) != null || lineAt(network.DOMtoCanvas(at)) != null;
  stage.style.cursor = over ? 'pointer' : '';
});
for (const event of ['dragEnd', 'zoom', 'animationFinished']) network.on(event, showBelow);
// vis-network scales what is seen when its frame changes; the page would rather keep letters readable.
let [wide, high] = [stage.clientWidth, stage.clientHeight];
new ResizeObserver(() => requestAnimationFrame(() => {
  if (wide === stage.clientWidth && high === stage.clientHeight) return;
  [wide, high] = [stage.clientWidth, stage.clientHeight];
  network.redraw();
  fit();
  if (state.chosen?.node != null) reveal(state.chosen.node);
  showBelow();
})).observe(stage);

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest node in a direction; what lies straight ahead counts as nearer. */
function nextNode([right, down], from = state.chosen?.node) {
  const numbers = [...seen];
  if (!numbers.length) return null;
  const here = placeOf(from) || null;
  const start = (number) => placeOf(number).x + placeOf(number).y;
  if (!here) return numbers.sort((a, b) => start(a) - start(b))[0];
  const ahead = numbers.map((number) => {
    const { x, y } = placeOf(number);
    const along = (x - here.x) * right + (y - here.y) * down;
    const across = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * right);
    return { number, along, cost: along + across * 2.5 };
  });
  return ahead.filter(({ along }) => along > 4).sort((a, b) => a.cost - b.cost || a.number - b.number)[0]?.number ?? null;
}

stage.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = {
    Escape: () => go('#', true),
    Enter: () => {
      openTab('details', false);
      details.querySelector('h2')?.focus();
    },
    '+': () => zoom(1.25),
    '=': () => zoom(1.25),
    '-': () => zoom(0.8),
    0: fit,
    e: () => state.chosen?.node != null && expand(state.chosen.node),
    c: () => state.chosen?.node != null && toggleFold(state.chosen.node),
  };
  if (WAYS[event.key]) {
    const next = nextNode(WAYS[event.key]);
    if (next != null) go(address(next), true);
  } else if (acts[event.key]) acts[event.key]();
  else return;
  event.preventDefault();
});
details.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') stage.focus();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.closest('input, select, textarea')) return;
  event.preventDefault();
  searchBox.focus();
});

const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;
const FIRST_THEME = root.dataset.theme;
const wantedScheme = () => (root.dataset.theme === 'auto' ? (dark.matches ? 'dark' : 'light') : root.dataset.theme);

function setScheme(scheme) {
  root.dataset.scheme = scheme;
  $('theme').setAttribute('aria-pressed', String(scheme === 'dark'));
  readPalette();
  repaint();
}

$('theme').addEventListener('click', () => {
  root.dataset.theme = root.dataset.scheme === 'dark' ? 'light' : 'dark';
  setScheme(wantedScheme());
});
for (const query of [dark, contrast, forced]) query.addEventListener('change', () => setScheme(wantedScheme()));
for (const button of $('layouts').children) {
  button.addEventListener('click', () => {
    setLayout(button.dataset.layout);
    writeAddress();
  });
}
$('zoom-in').addEventListener('click', () => zoom(1.25));
$('zoom-out').addEventListener('click', () => zoom(0.8));
$('fit').addEventListener('click', () => {
  fit();
  showBelow();
});
$('below').addEventListener('click', () => {
  pan(0, stage.clientHeight * 0.7);
  showBelow();
});
addEventListener('hashchange', follow);

setScheme(wantedScheme());
takeLayout(state.layout);
refresh();
openTab('details', false);
document.querySelector('main').classList.add('ready');
fit();
if (location.hash.length > 1) follow();
showBelow();

/** A small view from outside, for tests and the curious. Places are in pixels from the corner of the picture. */
window.kgPage = {
  network,
  state,
  data: DATA,
  chosen: () => (state.chosen?.node == null ? null : NODES[state.chosen.node].key),
  visible: () => [...seen].map((number) => NODES[number].key),
  lines: () => [...drawnLinks].map(([at, kind]) => [NODES[LINKS[at].source].key, kind, NODES[LINKS[at].target].key]),
  boxes: () => [...seen].map((number) => {
    const { left, top, right, bottom } = network.getBoundingBox(number);
    const [from, to] = [network.canvasToDOM({ x: left, y: top }), network.canvasToDOM({ x: right, y: bottom })];
    return { key: NODES[number].key, left: from.x, top: from.y, right: to.x, bottom: to.y };
  }),
  labels: () => labels().map(({ number, box }) => {
    const [from, to] = [network.canvasToDOM({ x: box.left, y: box.top }), network.canvasToDOM({ x: box.right, y: box.bottom })];
    return { key: NODES[number].key, left: from.x, top: from.y, right: to.x, bottom: to.y };
  }),
  middle: (one, two) => {
    const ends = [one, two].map((key) => BY_KEY.get(key));
    const { x, y } = onCurve(points(LINKS.findIndex((link) => ends.includes(link.source) && ends.includes(link.target))), 0.5);
    const at = network.canvasToDOM({ x, y });
    return [at.x, at.y];
  },
  ends: (one, two) => {
    const [source, target] = [one, two].map((key) => BY_KEY.get(key));
    const at = LINKS.findIndex((link) => [link.source, link.target].every((end) => end === source || end === target));
    const found = [points(at)[0], points(at).at(-1)].map((point) => network.canvasToDOM(point).x);
    return LINKS[at].source === source ? found : found.reverse();
  },
  around: (key) => Object.values(WAYS).map((way) => nextNode(way, BY_KEY.get(key))).filter((next) => next != null).map((next) => NODES[next].key),
  squeezed: () => {
    const context = stage.querySelector('canvas').getContext('2d');
    return [...seen].flatMap((number) => shapes(number, false).filter((shape) => {
      context.font = `${shape.bold ? 'bold ' : ''}${shape.size}px ${FONT}`;
      return shape.text && context.measureText(shape.text).width > shape.max;
    }).map((shape) => shape.text));
  },
  letterSize: () => 13 * network.getScale(),
  reset: () => {
    filters.reset();
    reset();
    searchBox.value = '';
    closeResults();
    root.dataset.theme = FIRST_THEME;
    setScheme(wantedScheme());
    setLayout(FIRST_LAYOUT);
    openTab('details', false);
    document.activeElement.blur();
  },
  ready: false,
};
network.once('afterDrawing', () => {
  kgPage.painted = performance.now();
  // What stands beside the picture comes after it.
  setTimeout(() => {
    if (!state.chosen) showDetails();
    kgPage.ready = true;
  });
});
