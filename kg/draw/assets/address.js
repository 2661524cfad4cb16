// The address tells what is seen: the selection, how much around it, the layout and the filters. It can be shared.
const LIMITS = [['from', 'from'], ['until', 'to'], ['by', 'by'], ['rel', 'rel']];

/** What the address asks for. What it does not name stays as it is. */
function readAddress() {
  const asked = new Map();
  for (const part of location.hash.slice(1).split('&')) {
    const [, name, value] = /^([a-z]+)=(.*)$/s.exec(part) || [];
    if (!name) continue;
    try {
      asked.set(name, decodeURIComponent(value));
    } catch {
      // Not an address that this page has written; it is looked up as it stands.
      asked.set(name, value);
    }
  }
  return asked;
}

/** Keep the address in step with what is seen, without an entry in the history. */
function writeAddress() {
  const { chosen } = state;
  const parts = [];
  if (chosen) parts.push((chosen.link != null ? lineAddress(chosen.link) : address(chosen.node)).slice(1));
  if (chosen?.node != null && state.way != null) parts.push(`way=${encodeURIComponent(NODES[state.way].key)}`);
  if (chosen?.node != null && state.steps) parts.push(`steps=${state.steps}`);
  if (state.layout !== FIRST_LAYOUT) parts.push(`view=${state.layout}`);
  if (state.community != null) parts.push(`group=${state.community}`);
  if (state.folded.size) parts.push(`fold=${encodeURIComponent([...state.folded].map((number) => encodeURIComponent(NODES[number].key)).join(','))}`);
  const off = Object.entries(state.off).flatMap(([set, values]) => [...values].map((value) => `${set}.${value}`));
  if (off.length) parts.push(`off=${encodeURIComponent(off.join(','))}`);
  for (const [name, id] of LIMITS) {
    if ($(id)?.value) parts.push(`${name}=${encodeURIComponent($(id).value)}`);
  }
  const hash = `#${parts.join('&')}`;
  if (hash === (location.hash || '#')) return;
  try {
    history.replaceState(null, '', hash);
  } catch {
    // A frame without an address of its own, as in a notebook, has none to keep.
  }
}

function readFolds(text) {
  const keys = text.split(',').map((key) => {
    try {
      return decodeURIComponent(key);
    } catch {
      return key;
    }
  });
  state.folded = new Set(keys.map((key) => BY_KEY.get(key)).filter((number) => number != null));
}

/** Go to a permalink; choosing always goes through the address, so that Back works and every view can be shared. */
function go(hash, quietly = false) {
  if (quietly) {
    try {
      history.replaceState(null, '', hash || '#');
      follow();
      return;
    } catch {
      // A frame without an address of its own, as in a notebook, cannot do this: the hash then makes an entry.
    }
  }
  if (location.hash === hash) follow();
  else location.hash = hash;
}

function follow() {
  const asked = readAddress();
  setFilters(asked);
  if (['columns', 'map'].includes(asked.get('view')) && asked.get('view') !== state.layout) setLayout(asked.get('view'));
  if (asked.has('group')) setCommunity(DATA.communities[asked.get('group')] ? Number(asked.get('group')) : null);
  if (asked.has('fold')) readFolds(asked.get('fold'));
  const number = BY_KEY.get(asked.get('n'));
  const at = asked.has('e') ? LINKS.findIndex((link) => `${link.source}-${link.target}` === asked.get('e')) : -1;
  choose(number != null ? { node: number } : at >= 0 ? { link: at } : null, asked);
  writeAddress();
}
