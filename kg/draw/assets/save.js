// What a reader takes home: picture, drawing, table, graph.
function download(name, blob) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const fileName = (ending) => `${folded(document.title).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'graph'}.${ending}`;

/** The whole picture as SVG, also what lies outside the window. */
function drawing() {
  const { left, top, right, bottom } = extent();
  const head = state.layout === 'columns' ? 34 : 0;
  const [x, y, width, height] = [left - 24, top - 24 - head, right - left + 48, bottom - top + 48 + head];
  const root = svg('svg', { xmlns: SVG, viewBox: `${x} ${y} ${width} ${height}`, width, height, 'font-family': FONT });
  root.append(svg('title', {}, document.title), svg('rect', { x, y, width, height, fill: palette.paper }));
  if (head) {
    for (const [label, middle] of DATA.heads) {
      root.append(svg('text', { x: middle, y: top - 26, 'text-anchor': 'middle', 'font-family': 'Georgia, serif', 'font-style': 'italic', 'font-weight': 700, 'font-size': 14, fill: palette.ink }, label));
    }
  }
  for (const [at, kind] of drawnLinks) root.append(drawn(lineShapes(at, kind), 0, 0));
  for (const { number, shape } of labels()) root.append(drawn([shape], placeOf(number).x, placeOf(number).y));
  for (const number of seen) {
    const { x: across, y: down } = placeOf(number);
    root.append(drawn(shapes(number, false), across, down));
  }
  return root;
}

const drawingText = () => new XMLSerializer().serializeToString(drawing());

function savePicture() {
  const address = URL.createObjectURL(new Blob([drawingText()], { type: 'image/svg+xml' }));
  const image = new Image();
  image.addEventListener('load', () => {
    const scale = Math.min(2, 12000 / image.width, 12000 / image.height);
    const canvas = el('canvas');
    canvas.width = Math.ceil(image.width * scale);
    canvas.height = Math.ceil(image.height * scale);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(address);
    canvas.toBlob((blob) => download(fileName('png'), blob), 'image/png');
  });
  image.src = address;
}

/** The claims table as it is seen: filtered, and in its order. */
function tableText() {
  const rows = [...document.querySelectorAll('#claims-table tr')].filter((row) => !row.hidden);
  const cell = (text) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    // A spreadsheet would run these as a formula.
    const safe = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\ufeff${rows.map((row) => [...row.cells].map((part) => cell(part.textContent)).join(',')).join('\r\n')}\r\n`;
}

async function saveGraph(format, ending, type) {
  download(fileName(ending), new Blob([await unpacked($(`file-${format}`).textContent).arrayBuffer()], { type }));
}

const FILES = new Set(['turtle', 'json-ld']);
const SAVES = {
  png: savePicture,
  svg: () => download(fileName('svg'), new Blob([drawingText()], { type: 'image/svg+xml' })),
  csv: () => download(fileName('csv'), new Blob([tableText()], { type: 'text/csv;charset=utf-8' })),
  turtle: () => saveGraph('turtle', 'ttl', 'text/turtle;charset=utf-8'),
  'json-ld': () => saveGraph('json-ld', 'jsonld', 'application/ld+json'),
};
const saveMenu = $('save');
for (const button of saveMenu.querySelectorAll('button')) {
  const kind = button.dataset.save;
  if (FILES.has(kind) && !$(`file-${kind}`)) {
    button.disabled = true;
    button.textContent += ': too large for the page';
  }
  if (kind === 'csv') button.disabled = !$('claims-table');
  button.addEventListener('click', () => {
    saveMenu.open = false;
    SAVES[kind]();
  });
}
saveMenu.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  saveMenu.open = false;
  saveMenu.querySelector('summary').focus();
});
document.addEventListener('click', (event) => {
  if (!saveMenu.contains(event.target)) saveMenu.open = false;
});

addEventListener('beforeprint', () => {
  setScheme('light');
  freshArticle();
  $('print').replaceChildren(drawing());
});
addEventListener('afterprint', () => {
  $('print').replaceChildren();
  setScheme(wantedScheme());
});
