// A part of the picture: one or two steps around a thing, or the way from it to another.

/** The shortest way along what the legend leaves on, as steps of a line and the thing it leads to; null for none. */
function wayTo(from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    // All whom the text does not name are one box: no way leads through it.
    for (const number of edge.filter((at) => at === from || TYPES[NODES[at].type].id !== 'unattributed')) {
      for (const at of LINKS_OF[number]) {
        const end = other(LINKS[at], number);
        if (before.has(end) || !drawnKind(LINKS[at]) || !isLeftOn(end)) continue;
        before.set(end, at);
        next.push(end);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const steps = [];
  for (let number = to; number !== from; number = other(LINKS[before.get(number)], number)) steps.unshift({ at: before.get(number), number });
  return steps;
}

/** The way that the reader asks for, if there is one. */
const askedWay = () => (state.way == null || state.chosen?.node == null ? null : wayTo(state.chosen.node, state.way));

/** What the reader has narrowed the picture to; null where all is drawn. */
function narrowed() {
  if (state.chosen?.node == null) return null;
  if (trail) return new Set([state.chosen.node, ...trail.map(({ number }) => number)]);
  return state.steps ? neighbourhood(state.chosen.node, state.steps) : null;
}

const GAP = 14;

/** In columns of which little is left: the same order without the gaps, each column in the middle of the tallest. */
function closedUp() {
  const found = new Map();
  const columns = DATA.heads.map((head, column) => [...seen].filter((number) => NODES[number].column === column));
  const height = (numbers) => numbers.reduce((sum, number) => sum + NODES[number].box[1] + GAP, -GAP);
  const tallest = Math.max(...columns.map(height));
  for (const numbers of columns) {
    const at = (number) => places.columns.get(number);
    numbers.sort((a, b) => at(a).y - at(b).y || a - b);
    let y = (tallest - height(numbers)) / 2;
    for (const number of numbers) {
      found.set(number, { x: at(number).x, y: y + NODES[number].box[1] / 2 });
      y += NODES[number].box[1] + GAP;
    }
  }
  return found;
}

/** One or two steps around a node, or everything again. */
function steps(number) {
  const choices = [[0, 'everything'], [1, 'one step'], [2, 'two steps']];
  const buttons = choices.map(([count, label]) => {
    const button = el('button', { type: 'button', 'aria-pressed': String(state.steps === count && state.way == null) }, label);
    button.addEventListener('click', () => narrow(count, null));
    return button;
  });
  return el('div', { class: 'steps', role: 'group', 'aria-label': 'How much to draw around it' }, el('span', {}, 'Draw'), ...buttons);
}

function narrow(count, to) {
  [state.steps, state.way] = [count, to];
  bringIn();
  refresh();
  showDetails();
  writeAddress();
  if (narrowed()) fit();
  else reveal(state.chosen.node);
  details.querySelector(to == null ? '.steps [aria-pressed=true]' : '.way input').focus();
  say(to != null && !trail ? 'No way leads there.' : `${seen.size} things are drawn.`);
}

/** Draw what the page did not open on, as far as the narrowed picture needs it. */
function bringIn() {
  trail = askedWay();
  const wanted = narrowed();
  if (wanted) show([...wanted].slice(0, 200));
}

const MOST_NAMES = 2000;

/** The form that asks for the way from a node to another, and the way itself. */
function way(number) {
  const input = el('input', { list: 'names', autocomplete: 'off', placeholder: 'a name or claim', value: state.way == null ? '' : NODES[state.way].label });
  input.addEventListener('focus', offerNames, { once: true });
  const form = el('form', { class: 'way' }, el('label', {}, 'Way to ', input), el('button', { type: 'submit', class: 'plain' }, 'Show'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const to = called(input.value);
    if (to == null || to === number) say('Nothing else has this name.');
    else narrow(0, to);
  });
  if (state.way == null) return [form];
  if (!trail) return [form, el('p', { class: 'quiet' }, `No way leads from here to ${NODES[state.way].label} along what the legend leaves on.`)];
  const list = trail.map(({ at, number: end }) => el('li', {}, `${LINKS[at].statements.find(({ kind }) => kind === drawnKind(LINKS[at])).words} `, more(at), el('small', {}, nodeLink(end))));
  return [form, el('ol', { class: 'list trail' }, list)];
}

/** The node of a name: as it is written, or the first that begins so. */
function called(text) {
  const wanted = folded(text.trim());
  if (!wanted) return null;
  const names = NODES.map((node) => folded(node.label));
  const exact = names.indexOf(wanted);
  const found = exact >= 0 ? exact : names.findIndex((name) => name.startsWith(wanted));
  return found >= 0 ? found : null;
}

function offerNames() {
  if ($('names')) return;
  const labels = [...new Set(NODES.map((node) => node.label))].slice(0, MOST_NAMES);
  document.body.append(el('datalist', { id: 'names' }, labels.map((value) => el('option', { value }))));
}
