// Folding away what hangs on one thing alone, drawing what the page did not open on, and communities of large graphs.

/** Fold away what hangs on the folded things alone, and tell how much each hides. */
function foldAway() {
  const found = new Map();
  for (const number of state.folded) {
    if (!seen.has(number)) continue;
    const hanging = hangingOn(number);
    hanging.forEach((each) => seen.delete(each));
    if (hanging.length) found.set(number, hanging.length);
  }
  return found;
}

/** What would be cut off from the rest of its part of the picture without a node: all that hangs together but the largest. */
function hangingOn(number) {
  const within = (of) => LINKS_OF[of].filter((at) => drawnKind(LINKS[at])).map((at) => other(LINKS[at], of)).filter((end) => seen.has(end));
  const groups = [];
  const found = new Set([number]);
  for (const start of within(number)) {
    if (found.has(start)) continue;
    const group = [start];
    found.add(start);
    for (const each of group) {
      for (const end of within(each)) {
        if (!found.has(end)) group.push(end);
        found.add(end);
      }
    }
    groups.push(group);
  }
  groups.sort((a, b) => b.length - a.length);
  // A thing with nothing but its own leaves keeps none of them.
  const rest = groups.length && groups[0].length > 1 ? groups.slice(1) : groups;
  return rest.flat();
}

const hiddenAround = (number) => [...new Set(LINKS_OF[number].map((at) => other(LINKS[at], number)))].filter((end) => !state.shown.has(end));

function toggleFold(number) {
  if (state.folded.has(number)) state.folded.delete(number);
  else if (hangingOn(number).length) state.folded.add(number);
  else {
    say('Nothing hangs on it alone.');
    return;
  }
  redrawn();
}

const MOST_DRAWN = 50;

function expand(number) {
  if (state.folded.delete(number) || show(hiddenAround(number).slice(0, MOST_DRAWN))) redrawn();
  else say('All its neighbours are drawn.');
}

function redrawn() {
  refresh();
  showDetails();
  writeAddress();
  say(`${seen.size} things are drawn.`);
}

/** Buttons that fold and unfold a thing, or draw its neighbours that the page did not open on. */
function growth(number) {
  const button = (text, act) => {
    const found = el('button', { type: 'button' }, text);
    found.addEventListener('click', () => {
      act(number);
      details.querySelector('.growth button')?.focus();
    });
    return found;
  };
  const folded = folds.get(number);
  const hanging = folded ? 0 : hangingOn(number).length;
  const hidden = hiddenAround(number).length;
  const buttons = [];
  if (hidden) buttons.push(button(`Expand: ${Math.min(hidden, MOST_DRAWN)} more around it`, expand));
  if (folded) buttons.push(button(`Unfold ${folded}`, toggleFold));
  else if (hanging) buttons.push(button(`Collapse: fold away ${hanging}`, toggleFold));
  return buttons.length ? el('div', { class: 'steps growth', role: 'group', 'aria-label': 'Expand and collapse' }, ...buttons) : null;
}

const communityChoice = $('community');

/** The name of a community: what is linked best in it. */
function communityName({ at, size }) {
  const members = at.map(([number]) => number).filter((number) => !isClaim(NODES[number]));
  members.sort((a, b) => LINKS_OF[b].length - LINKS_OF[a].length || a - b);
  return `${members.slice(0, 3).map((number) => NODES[number].label.slice(0, 40)).join(', ')} … (${size})`;
}

/** Open a community in place of what is drawn; null for the most central of all. */
function setCommunity(number) {
  if (number === state.community) return;
  state.community = number;
  if (communityChoice) communityChoice.value = number ?? '';
  const { at, via } = number == null ? { at: OPENING, via: DATA.via } : DATA.communities[number];
  const gone = [...state.shown];
  seen = new Set();
  for (const layout of ['columns', 'map']) places[layout].clear();
  place(at, via);
  state.shown = new Set(at.map(([each]) => each));
  const out = gone.filter((each) => !state.shown.has(each));
  visNodes.remove(out);
  out.forEach((each) => sent.delete(each));
  state.folded.clear();
  refresh();
  fit();
}

if (communityChoice) {
  communityChoice.append(...DATA.communities.map((community, number) => el('option', { value: number }, communityName(community))));
  communityChoice.addEventListener('change', (event) => {
    event.stopPropagation();
    setCommunity(communityChoice.value === '' ? null : Number(communityChoice.value));
    writeAddress();
    say(`${seen.size} things are drawn.`);
  });
}
