// How things look, once for the canvas and for SVG: a node is a list of shapes around its centre.
const FONT = 'Arial, "Liberation Sans", Helvetica, Roboto, sans-serif';
const DASHES = { disputes: [8, 5], contradicts: [4, 3], reports: [10, 4, 2, 4], other: [2, 4], negated: [6, 4] };
const STATUS_DASHES = { denied: [6, 4], open: [2, 3] };
const STANCES = new Set(['affirms', 'disputes', 'other', 'reports', 'contradicts']);
const paths = new Map();
let palette = {};

function pathOf(id) {
  if (!paths.has(id)) paths.set(id, document.querySelector(`#${id} path`).getAttribute('d'));
  return paths.get(id);
}

/** Read the colours of the current scheme from the style sheet. */
function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const tones = ['paper', 'panel', 'ink', 'soft', 'rule', 'accent', ...[1, 2, 3, 4, 5, 6].map((number) => `other-${number}`), ...KINDS.keys(), ...TYPES.map((type) => type.tone)];
  for (const status of STATUSES.keys()) tones.push(status, `${status}-wash`);
  palette = Object.fromEntries(tones.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()]));
  if (forced.matches) for (const tone of tones) palette[tone] = systemColour(palette[tone]);
}

/** What a colour of the system, such as CanvasText, is on this reader's screen. */
function systemColour(name) {
  const live = $('live');
  live.style.color = name;
  const { color } = getComputedStyle(live);
  live.style.color = '';
  return color;
}

const toneOf = (type) => palette[type.tone];
const boxOf = (node) => (state.layout === 'columns' ? node.box : node.small);

/** The shapes of a node around (0, 0): rectangles, paths and lines of text. */
function shapes(number, chosen) {
  const node = NODES[number];
  const [width, height, lines, note] = boxOf(node);
  const left = -width / 2;
  const top = -height / 2;
  const list = [];
  const type = TYPES[node.type];
  const rtl = RTL.test(node.label);
  let halo;
  if (isClaim(node)) {
    const radius = lines.length ? 5 : height / 2;
    const double = node.status === 'disputed';
    const frame = { rect: [left, top, width, height, radius], fill: palette[`${node.status}-wash`], stroke: palette[node.status] };
    list.push({ ...frame, width: double ? 2.5 : 1.5, dash: STATUS_DASHES[node.status] });
    if (double) list.push({ rect: [left + 3.5, top + 3.5, width - 7, height - 7, Math.max(2, radius - 3.5)], stroke: palette[node.status], width: 0.8 });
    const size = lines.length ? 13 : 15;
    const at = lines.length ? [rtl ? -left - 8 - size : left + 8, top + 9] : [-size / 2, -size / 2];
    list.push({ path: `s-${node.status}`, at, size, stroke: palette[node.status], width: 2.4 });
  } else if (lines.length) {
    if (type.id === 'event') list.push({ rect: [left, top, width, height, 4], fill: palette.panel, stroke: palette.rule, width: 1 });
    else halo = palette.paper;
    list.push({ path: `g-${type.glyph}`, at: [rtl ? -left - 19 : left + 5, top + 8], size: 14, fill: toneOf(type) });
  } else {
    list.push({ rect: [left, top, width, height, width / 2], fill: palette.paper });
    list.push({ path: `g-${type.glyph}`, at: [left + 3, top + 3], size: width - 6, fill: toneOf(type) });
  }
  const bold = node.column === 0 && !isClaim(node);
  const begin = rtl ? -left - 24 : left + 24;
  lines.forEach((text, row) => {
    list.push({ text, rtl, right: rtl, at: [begin, top + 7 + 17 * row + 13], size: 13, bold, fill: palette.ink, halo, max: width - 28 });
  });
  if (note && lines.length) list.push({ text: note, rtl: RTL.test(note), right: rtl, at: [begin, top + 7 + 17 * lines.length + 11], size: 11.5, fill: palette.soft, max: width - 28 });
  if (lines.length) list.push(...letterShapes(node, width, top));
  if (folds.get(number)) list.push(...foldShapes(folds.get(number), width, height));
  if (chosen) list.push({ rect: [left - 4, top - 4, width + 8, height + 8, 8], stroke: palette.accent, width: 2.5 });
  return list;
}

/** How many things are folded away behind a box, at its lower edge. */
function foldShapes(count, width, height) {
  const text = `+${count}`;
  const wide = 8 + 7 * text.length;
  return [
    { rect: [width / 2 - wide + 6, height / 2 - 8, wide, 16, 8], fill: palette.ink },
    { text, at: [width / 2 - wide / 2 + 6, height / 2 + 4], size: 11, bold: true, middle: true, fill: palette.panel },
  ];
}

/** Paint shapes on a canvas, at a place. */
function paint(context, list, x, y, alpha) {
  context.save();
  context.translate(x, y);
  context.globalAlpha = alpha;
  context.textBaseline = 'alphabetic';
  for (const shape of list) {
    if (shape.rect) {
      context.beginPath();
      context.roundRect(...shape.rect);
      stroke(context, shape, null);
    } else if (shape.d) {
      stroke(context, shape, new Path2D(shape.d));
    } else if (shape.path) {
      context.save();
      context.translate(...shape.at);
      context.scale(shape.size / 16, shape.size / 16);
      stroke(context, shape, new Path2D(pathOf(shape.path)));
      context.restore();
    } else {
      context.font = `${shape.bold ? 'bold ' : ''}${shape.size}px ${FONT}`;
      context.textAlign = shape.middle ? 'center' : shape.right ? 'right' : 'left';
      context.direction = shape.rtl ? 'rtl' : 'ltr';
      if (shape.halo) {
        Object.assign(context, { strokeStyle: shape.halo, lineWidth: 4, lineJoin: 'round' });
        context.setLineDash([]);
        context.strokeText(shape.text, ...shape.at, shape.max);
      }
      context.fillStyle = shape.fill;
      context.fillText(shape.text, ...shape.at, shape.max);
    }
  }
  context.restore();
}

function stroke(context, shape, path) {
  if (shape.fill) {
    context.fillStyle = shape.fill;
    if (path) context.fill(path, 'evenodd');
    else context.fill();
  }
  if (!shape.stroke) return;
  context.strokeStyle = shape.stroke;
  context.lineWidth = shape.width;
  context.lineCap = shape.path ? 'round' : 'butt';
  context.setLineDash(shape.dash || []);
  if (path) context.stroke(path);
  else context.stroke();
}

/** The same shapes as SVG. */
function drawn(list, x, y) {
  const group = svg('g', { transform: `translate(${x} ${y})` });
  for (const shape of list) {
    const look = { fill: shape.fill || 'none', stroke: shape.stroke, 'stroke-width': shape.stroke && shape.width, 'stroke-dasharray': (shape.dash || []).join(' ') };
    if (shape.rect) {
      const [left, top, width, height, radius] = shape.rect;
      group.append(svg('rect', { x: left, y: top, width, height, rx: radius, ...look }));
    } else if (shape.d) {
      group.append(svg('path', { d: shape.d, ...look }));
    } else if (shape.path) {
      const transform = `translate(${shape.at.join(' ')}) scale(${shape.size / 16})`;
      group.append(svg('path', { d: pathOf(shape.path), transform, 'fill-rule': 'evenodd', 'stroke-linecap': 'round', ...look }));
    } else {
      const [left, base] = shape.at;
      const halo = shape.halo && { stroke: shape.halo, 'stroke-width': 4, 'paint-order': 'stroke' };
      const text = { x: left, y: base, 'font-size': shape.size, 'font-weight': shape.bold ? 700 : null, 'text-anchor': shape.middle ? 'middle' : shape.right && !shape.rtl ? 'end' : null, direction: shape.rtl ? 'rtl' : null };
      group.append(svg('text', { ...text, fill: shape.fill, ...halo }, shape.text));
    }
  }
  return group;
}
