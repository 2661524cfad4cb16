// The picture: vis-network keeps the boxes, the view and the pointer; the page paints what is seen.
const stage = $('graph');
const HEAD = 30;
const SMALLEST = 0.86;
let seen = new Set();
let drawnLinks = new Map();
let near = null;
let trail = null;
let closer = new Map();
let fewChosen = true;
let folds = new Map();
let version = 0;

const places = { columns: new Map(), map: new Map() };
let passages = new Map();

/** Put the nodes of a picture in their places, as they were worked out before the page was opened. */
function place(spots, via) {
  for (const [number, ...at] of spots) {
    places.columns.set(number, { x: at[0], y: at[1] });
    places.map.set(number, { x: at[2], y: at[3] });
  }
  passages = new Map(via.map(([at, ...heights]) => [at, heights]));
}

const OPENING = NODES.flatMap(({ at }, number) => (at ? [[number, ...at]] : []));
place(OPENING, DATA.via);
const placeOf = (number) => (state.layout === 'columns' && closer.get(number)) || places[state.layout].get(number);

// Lines are painted by the page alone, and vis-network is quicker without them.
const sent = new Map();
const visNodes = new vis.DataSet(NETWORK.nodes.map(({ color, shape, ...node }) => told({ ...node, ...visNode(node.id, true) })));
const OPTIONS = read('options');
Object.assign(OPTIONS.interaction, freedom(FIRST_LAYOUT));
const network = new vis.Network(stage, { nodes: visNodes, edges: new vis.DataSet() }, OPTIONS);
stage.firstElementChild.tabIndex = -1;
stage.querySelector('canvas').setAttribute('aria-hidden', 'true');

/** The statement whose kind a line is drawn in: the first that the legend leaves on. */
function drawnKind(link) {
  const said = state.rel ? link.statements.filter(({ label }) => label === state.rel) : link.statements;
  const kinds = said.map((statement) => statement.kind).filter((kind) => !state.off.kind.has(kind));
  return kinds.sort((a, b) => KINDS.get(a).rank - KINDS.get(b).rank)[0];
}

const FAR = 360;
const CLAIMED = NODES.some(isClaim);

/** Whether a line waits until one of its ends is chosen: in columns those in the background that touch the first one
 * or lead far up or down within one. */
function isQuiet(link, kind) {
  if (state.layout !== 'columns' || state.everyLine || state.rel || STANCES.has(kind)) return false;
  const [one, two] = [NODES[link.source].column, NODES[link.target].column];
  if (one === two && Math.abs(placeOf(link.source).y - placeOf(link.target).y) > FAR) return true;
  return CLAIMED && (one === 0 || two === 0);
}

const isChosen = (number, link) => {
  if (!state.chosen) return false;
  if (state.chosen.link != null) return state.chosen.link === number;
  if (trail) return trail.some(({ at }) => at === number);
  return link.source === state.chosen.node || link.target === state.chosen.node;
};

/** Work out again what is seen, and tell vis-network. */
function refresh() {
  trail = askedWay();
  const within = narrowed();
  seen = new Set([...state.shown].filter((number) => isLeftOn(number) && (!within || within.has(number))));
  folds = foldAway();
  version += 1;
  closer = within || state.by != null || state.rel ? closedUp() : new Map();
  drawnLinks = new Map();
  for (const number of seen) {
    for (const at of LINKS_OF[number]) {
      const link = LINKS[at];
      const kind = seen.has(link.source) && seen.has(link.target) && drawnKind(link);
      if (kind && (!isQuiet(link, kind) || isChosen(at, link))) drawnLinks.set(at, kind);
    }
  }
  near = nearChosen();
  fewChosen = [...drawnLinks.keys()].filter((at) => isChosen(at, LINKS[at])).length <= 7;
  sendNodes();
  repaint();
  $('empty').hidden = seen.size > 0;
  showMore();
  showBelow();
}

/** Paint before the next frame, once for all that has changed until then. */
const repaint = () => network.body.emitter.emit('_requestRedraw');

/** Tell vis-network of the nodes that are not as it last heard. */
function sendNodes() {
  const nodes = [...state.shown].map((number) => visNode(number, seen.has(number)));
  const changed = nodes.filter((node) => sent.get(node.id) !== lookOf(node));
  if (changed.length) visNodes.update(changed.map(told));
}

function lookOf({ x, y, hidden, widthConstraint, heightConstraint }) {
  return [x, y, hidden, widthConstraint, heightConstraint].join();
}

/** A node that vis-network is told of now. */
function told(node) {
  sent.set(node.id, lookOf(node));
  return node;
}

function visNode(number, visible) {
  const node = NODES[number];
  const [width, height, lines] = boxOf(node);
  const whole = lines.length && !lines.at(-1).endsWith('…');
  const title = whole ? undefined : `${STATUSES.get(node.status)?.sign ?? ''} ${node.label}`.trim();
  // The page writes the label itself; vis-network would measure every word of it.
  return { id: number, label: ' ', ...placeOf(number), hidden: !visible, title, widthConstraint: width, heightConstraint: height };
}

/** The nodes that stay bright beside the chosen one; null when nothing is chosen. */
function nearChosen() {
  if (!state.chosen) return null;
  if (state.chosen.link != null) return new Set([LINKS[state.chosen.link].source, LINKS[state.chosen.link].target]);
  return trail ? narrowed() : neighbourhood(state.chosen.node, 1);
}

/** A node and those within some steps of it along lines that the legend leaves on. */
function neighbourhood(start, steps) {
  const found = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step += 1) {
    edge = edge.flatMap((number) => LINKS_OF[number].filter((at) => drawnKind(LINKS[at])).map((at) => other(LINKS[at], number)));
    edge = edge.filter((number) => !found.has(number));
    edge.forEach((number) => found.add(number));
  }
  return found;
}

network.on('afterDrawing', (context) => {
  // What is not near the chosen one steps back; with more contrast asked for, less so.
  const [faintLine, faintNode] = contrast.matches ? [0.4, 0.55] : [0.13, 0.25];
  const bright = (at) => !near || isChosen(at, LINKS[at]);
  // The lines of what is chosen come last, so that they lie on top of the others.
  const lines = [...drawnLinks].sort(([a], [b]) => isChosen(a, LINKS[a]) - isChosen(b, LINKS[b]));
  for (const [at, kind] of lines) paint(context, lineShapes(at, kind, isChosen(at, LINKS[at])), 0, 0, bright(at) ? 1 : faintLine);
  for (const { number, shape } of labels()) {
    const { x, y } = placeOf(number);
    paint(context, [shape], x, y, near && !near.has(number) ? faintNode : 1);
  }
  for (const number of seen) {
    const { x, y } = placeOf(number);
    const chosen = state.chosen?.node === number;
    paint(context, shapes(number, chosen), x, y, near && !near.has(number) ? faintNode : 1);
  }
  placeHeads();
});

/** The headings stay at the top of the picture while it moves beneath them. */
function placeHeads() {
  const heads = $('heads');
  heads.hidden = state.layout !== 'columns';
  if (heads.hidden) return;
  if (!heads.childElementCount) DATA.heads.forEach(([label]) => heads.append(el('span', {}, label)));
  DATA.heads.forEach(([, x], number) => {
    const left = `${network.canvasToDOM({ x, y: 0 }).x}px`;
    if (heads.children[number].style.left !== left) heads.children[number].style.left = left;
  });
}

/** The rectangle around what is seen. */
function extent() {
  const all = [...seen].map((number) => ({ ...placeOf(number), width: boxOf(NODES[number])[0], height: boxOf(NODES[number])[1] }));
  if (!all.length) return { left: 0, top: 0, right: 1, bottom: 1 };
  const edges = {
    left: Math.min(...all.map((box) => box.x - box.width / 2)),
    top: Math.min(...all.map((box) => box.y - box.height / 2)),
    right: Math.max(...all.map((box) => box.x + box.width / 2)),
    bottom: Math.max(...all.map((box) => box.y + box.height / 2)),
  };
  if (state.layout !== 'columns') return edges;
  const [first, last] = [DATA.heads[0], DATA.heads.at(-1)].sort((a, b) => a[1] - b[1]);
  // Lines within the rightmost column swing out to its right.
  return { ...edges, left: first[1] - first[2] / 2, right: last[1] + last[2] / 2 + 22 };
}

/** Columns fill the width and start at the top; the map is shown whole, as long as it can be read. */
function fit() {
  const { left, top, right, bottom } = extent();
  const width = stage.clientWidth;
  const height = stage.clientHeight;
  if (!width || !height) return;
  const room = state.layout === 'columns' ? 24 : 60;
  const wide = (width - room) / (right - left);
  const high = (height - room) / (bottom - top);
  if (state.layout === 'columns') {
    const scale = Math.max(SMALLEST, Math.min(1.3, wide));
    const begin = ONWARD > 0 ? left - (12 - width / 2) / scale : right + (12 - width / 2) / scale;
    const x = wide < scale ? begin : (left + right) / 2;
    moveTo({ x, y: top + (height / 2 - HEAD - 12) / scale }, scale, false);
  } else {
    const scale = Math.max(phone.matches ? 0.7 : 0.5, Math.min(1.25, wide, high));
    moveTo({ x: (left + right) / 2, y: (top + bottom) / 2 }, scale, false);
  }
}

function moveTo(position, scale = network.getScale(), gently = true) {
  const animation = gently && !calm.matches ? { duration: 260, easingFunction: 'easeInOutQuad' } : false;
  network.moveTo({ position, scale, animation });
}

/** Bring a node into view without changing the zoom, unless it is there already. */
function reveal(number) {
  const at = placeOf(number);
  if (!at) return;
  const dom = network.canvasToDOM(at);
  const inside = dom.x > 60 && dom.x < stage.clientWidth - 60 && dom.y > HEAD + 20 && dom.y < stage.clientHeight - 40;
  if (inside) return;
  const here = network.getViewPosition();
  moveTo(state.layout === 'columns' && stage.clientWidth > 640 ? { x: here.x, y: at.y } : at);
}

function pan(across, down) {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  const { top, bottom } = extent();
  const half = stage.clientHeight / 2 / scale;
  const lowest = Math.max(top + half - (HEAD + 12) / scale, bottom - half + 24 / scale);
  const wanted = Math.min(lowest, Math.max(top + half - (HEAD + 12) / scale, y + down / scale));
  moveTo({ x: x + across / scale, y: wanted }, scale, false);
}

function zoom(factor) {
  moveTo(network.getViewPosition(), Math.min(3, Math.max(0.15, network.getScale() * factor)));
}

/** In columns the wheel scrolls, as in any text, and zooms with Ctrl; on the map it zooms. */
stage.addEventListener('wheel', (event) => {
  if (state.layout !== 'columns') return;
  event.preventDefault();
  if (event.ctrlKey) zoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
  else pan(event.shiftKey ? event.deltaY : event.deltaX, event.shiftKey ? 0 : event.deltaY);
}, { passive: false });

function showBelow() {
  const bottom = network.canvasToDOM({ x: 0, y: extent().bottom }).y;
  $('below').hidden = state.layout !== 'columns' || bottom < stage.clientHeight + 12;
}

function setLayout(layout) {
  takeLayout(layout);
  refresh();
  fit();
}

function takeLayout(layout) {
  if (DATA.heads.length < 2) layout = 'map';
  state.layout = layout;
  for (const button of $('layouts').children) button.setAttribute('aria-pressed', String(button.dataset.layout === layout));
  $('layouts').hidden = DATA.heads.length < 2;
  const quiet = $('quiet-row');
  if (quiet) quiet.hidden = layout !== 'columns';
  const free = freedom(layout);
  if (free.zoomView !== network.interactionHandler.options.zoomView) network.setOptions({ interaction: free });
}

/** What the pointer may do by itself: on the map things are dragged, and the wheel zooms. */
function freedom(layout) {
  return { zoomView: layout !== 'columns', dragNodes: layout !== 'columns' };
}

/** Show nodes that the page did not open on: below their column, and on the map in the nearest free place. */
function show(numbers) {
  const added = numbers.filter((number) => !state.shown.has(number));
  for (const number of added) {
    for (const layout of ['columns', 'map']) places[layout].set(number, freePlace(number, layout));
    state.shown.add(number);
  }
  if (added.length) sendNodes();
  return added.length;
}

function freePlace(number, layout) {
  const size = layout === 'columns' ? 'box' : 'small';
  const taken = [...state.shown].map((at) => ({ at, ...places[layout].get(at), width: NODES[at][size][0], height: NODES[at][size][1] }));
  const [width, height] = NODES[number][size];
  if (layout === 'columns') {
    const [, middle, whole] = DATA.heads[NODES[number].column];
    const slack = (ONWARD * (whole - width)) / 2;
    const speaks = NODES[number].column === 0 && !isClaim(NODES[number]);
    const column = taken.filter((box) => NODES[box.at].column === NODES[number].column);
    const bottom = Math.max(0, ...column.map((box) => box.y + box.height / 2 + 12));
    return { x: middle + (speaks ? slack : -slack), y: bottom + height / 2 };
  }
  const friends = new Set(LINKS_OF[number].map((at) => other(LINKS[at], number)));
  const start = taken.find((box) => friends.has(box.at)) || taken[0] || { x: 0, y: 0 };
  for (let turn = 0; turn < 2500; turn += 1) {
    const angle = turn * 2.399963;
    const spot = { x: Math.round(start.x + 16 * Math.sqrt(turn) * Math.cos(angle) * 1.4), y: Math.round(start.y + 16 * Math.sqrt(turn) * Math.sin(angle)) };
    const hit = taken.some((box) => Math.abs(box.x - spot.x) < (box.width + width) / 2 + 10 && Math.abs(box.y - spot.y) < (box.height + height) / 2 + 10);
    if (!hit) return spot;
  }
  return { x: start.x, y: Math.max(...taken.map((box) => box.y + box.height)) + height };
}

const BATCH = 50;

function showMore() {
  const left = NODES.length - state.shown.size;
  $('more').hidden = left === 0;
  $('more-count').textContent = `${state.shown.size} of ${NODES.length} things are drawn: what is disputed and best linked.`;
  $('more-button').textContent = `Show ${Math.min(BATCH, left)} more`;
}

$('more-button').addEventListener('click', () => {
  const waiting = NODES.map((_, number) => number).filter((number) => !state.shown.has(number));
  const inward = new Map(waiting.map((number) => [number, LINKS_OF[number].filter((at) => state.shown.has(other(LINKS[at], number))).length]));
  waiting.sort((a, b) => inward.get(b) - inward.get(a) || LINKS_OF[b].length - LINKS_OF[a].length || a - b);
  show(waiting.slice(0, BATCH));
  refresh();
});
