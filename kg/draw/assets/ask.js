// The SPARQL that finds what the details tell, to copy and to ask elsewhere.
const PREFIXES = {
  kg: 'https://w3id.org/newskg/ns#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
};

/** A node's IRI as SPARQL writes it; null for one without an IRI, or with one that no query can hold. */
function term(number) {
  const { space, local, key } = NODES[number];
  const iri = space == null ? '' : DATA.spaces[space] + (local ?? key);
  return /^[^\s<>"{}|\\^`]+$/u.test(iri) ? `<${iri}>` : null;
}

/** A claim: whoever takes a position on it, also through others. Anything else: what is said of it. */
function nodeQuery(number) {
  const it = term(number);
  if (!it) return null;
  if (!isClaim(NODES[number])) return `SELECT ?subject ?property ?value WHERE {
  { ${it} ?property ?value } UNION { ?subject ?property ${it} }
}`;
  return `PREFIX kg: <${PREFIXES.kg}>
SELECT ?claim ?claimant ?mode ?polarity ?certainty WHERE {
  ?claim kg:content* ${it} ; kg:claimant ?claimant .
  OPTIONAL { ?claim kg:mode ?mode ; kg:polarity ?polarity }
  OPTIONAL { ?claim kg:certainty ?certainty }
}`;
}

/** What links two nodes: a position that one takes on the other, two claims against each other, or a plain triple. */
function linkQuery({ kind, facts, marks }, { source, target }) {
  const [one, two] = [term(source), term(target)];
  if (!one || !two) return null;
  if (kind === 'negated') {
    return `PREFIX kg: <${PREFIXES.kg}>
PREFIX rdf: <${PREFIXES.rdf}>
SELECT ?subject ?property ?object WHERE {
  VALUES (?subject ?object) { (${one} ${two}) (${two} ${one}) }
  ?statement rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object ; kg:polarity kg:Negative .
}`;
  }
  if (kind === 'contradicts') {
    return `PREFIX kg: <${PREFIXES.kg}>
SELECT ?claim ?other WHERE {
  ?claim kg:content* ${one} ; kg:contradicts|^kg:contradicts ?other .
  ?other kg:content* ${two} .
}`;
  }
  // What is claimed may be about another claim, which is drawn as what that one claims.
  if (kind === 'about' && isClaim(NODES[source]) && isClaim(NODES[target])) {
    return `PREFIX kg: <${PREFIXES.kg}>
SELECT ?subject ?property ?claim ?object WHERE {
  VALUES (?subject ?object) { (${one} ${two}) (${two} ${one}) }
  ?subject ?property ?claim . ?claim kg:content* ?object .
}`;
  }
  const plain = `SELECT ?subject ?property ?object WHERE {
  VALUES (?subject ?object) { (${one} ${two}) (${two} ${one}) }
  ?subject ?property ?object .
}`;
  // A position without words and facts is one that the graph gives in short, without its claim.
  if (!STANCES.has(kind) || !(facts || marks)) return plain;
  const [who, what] = isClaim(NODES[source]) ? [two, one] : [one, two];
  return `PREFIX kg: <${PREFIXES.kg}>
SELECT ?claim ?mode ?polarity ?certainty WHERE {
  ?claim kg:content* ${what} ; kg:claimant|kg:reportedBy ${who} .
  OPTIONAL { ?claim kg:mode ?mode ; kg:polarity ?polarity }
  OPTIONAL { ?claim kg:certainty ?certainty }
}`;
}

/** A query, folded up, with a button that copies it. */
function asked(query) {
  if (!query) return null;
  const text = el('pre', { tabindex: '0', 'aria-label': 'SPARQL' }, query);
  const button = el('button', { type: 'button', class: 'plain copy' }, 'Copy');
  button.addEventListener('click', () => copy(query, text));
  return el('details', { class: 'query' }, el('summary', {}, 'SPARQL that finds it'), text, button);
}

/** To the clipboard; where a frame may not use it, the text is selected for the reader's own keys. */
async function copy(query, text) {
  try {
    await navigator.clipboard.writeText(query);
    say('Copied.');
  } catch {
    getSelection().selectAllChildren(text);
    say('Selected: Ctrl+C copies it.');
  }
}
