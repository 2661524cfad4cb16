// The lines between nodes: one path for the canvas, for SVG and for the pointer.
const between = (link) => [link.source, link.target].map((number) => {
  const [width, height] = boxOf(NODES[number]);
  return { ...placeOf(number), width, height };
});
const mix = (a, b, t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });

/** The control points of a line: in columns from side to side, on the map straight from box to box. */
function points(at) {
  const link = LINKS[at];
  const [a, b] = between(link);
  if (state.layout !== 'columns') return [edgeOf(a, b), edgeOf(b, a)];
  const [first, last] = [NODES[link.source].column, NODES[link.target].column];
  if (first === last) return arc(a, b);
  const side = first < last ? ONWARD : -ONWARD;
  const [from, to] = [{ x: a.x + (side * a.width) / 2, y: a.y }, { x: b.x - (side * b.width) / 2, y: b.y }];
  const way = [from];
  for (const [column, y] of passed(at, first, last, a.y, b.y)) {
    const [, middle, width] = DATA.heads[column];
    const [near, far] = [{ x: middle - (side * width) / 2, y }, { x: middle + (side * width) / 2, y }];
    way.push(...bent(way.at(-1), near, side), near, far, far);
  }
  return [...way, ...bent(way.at(-1), to, side)];
}

function bent(from, to, side) {
  const bend = side * Math.max(26, Math.abs(to.x - from.x) * 0.48);
  return [{ x: from.x + bend, y: from.y }, { x: to.x - bend, y: to.y }, to];
}

/** The columns that a line passes, with the height where each has room for it: one kept free, or the nearest gap. */
function passed(at, first, last, begin, end) {
  const heights = closer.size ? null : passages.get(at);
  const step = first < last ? 1 : -1;
  const found = [];
  for (let column = first + step; column !== last; column += step) {
    const level = begin + ((end - begin) * (column - first)) / (last - first);
    found.push([column, heights ? heights[column - Math.min(first, last) - 1] : nearestGap(column, level)]);
  }
  return found;
}

let gaps = { version: -1, of: new Map() };

function nearestGap(column, level) {
  if (gaps.version !== version) gaps = { version, of: new Map() };
  if (!gaps.of.has(column)) gaps.of.set(column, gapsIn(column));
  const found = gaps.of.get(column);
  return found.length ? found.reduce((best, y) => (Math.abs(y - level) < Math.abs(best - level) ? y : best)) : level;
}

/** The heights between the boxes of a column, above the first and below the last. */
function gapsIn(column) {
  const boxes = [...seen].filter((number) => NODES[number].column === column).map((number) => {
    const { y } = placeOf(number);
    return [y - NODES[number].box[1] / 2, y + NODES[number].box[1] / 2];
  });
  if (!boxes.length) return [];
  boxes.sort((a, b) => a[0] - b[0]);
  return [boxes[0][0] - 8, ...boxes.slice(1).map(([top], at) => (boxes[at][1] + top) / 2), boxes.at(-1)[1] + 8];
}

/** Between two boxes of one column: out of the right side of one and into that of the other. */
function arc(a, b) {
  const [from, to] = [a, b].map((box) => ({ x: box.x + box.width / 2, y: box.y }));
  const out = Math.max(from.x, to.x) + Math.min(30, 16 + Math.abs(a.y - b.y) / 20);
  return [from, { x: out, y: from.y }, { x: out, y: to.y }, to];
}

/** Where a straight line from the middle of a box towards another leaves it. */
function edgeOf(box, towards) {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const round = box.width === box.height && (box.width / 2 + 1) / Math.hypot(dx, dy || 1e-9);
  const t = round ? Math.min(1, round) : Math.min(1, box.width / 2 / Math.abs(dx || 1e-9), box.height / 2 / Math.abs(dy || 1e-9));
  return { x: box.x + dx * t, y: box.y + dy * t };
}

/** A point on a line, or on a chain of curves of four points that share their ends. */
function onCurve(control, t) {
  const curves = Math.max(1, (control.length - 1) / 3);
  const at = Math.min(curves - 1, Math.floor(t * curves));
  let rest = curves > 1 ? control.slice(3 * at, 3 * at + 4) : control;
  t = t * curves - at;
  while (rest.length > 1) rest = rest.slice(1).map((point, at) => mix(rest[at], point, t));
  return rest[0];
}

function pathData(control) {
  const [start, ...rest] = control;
  return `M${start.x} ${start.y}${rest.length > 1 ? 'C' : 'L'}${rest.map(({ x, y }) => `${x} ${y}`).join(' ')}`;
}

/** The shapes of a line around (0, 0), as those of a node: the stroke, its arrow heads, its sign or words. */
function lineShapes(at, kind, strong = false) {
  const link = LINKS[at];
  const control = points(at);
  const said = link.statements.filter((statement) => statement.kind === kind);
  const both = said.some((statement) => statement.forward === null);
  const stance = STANCES.has(kind);
  const color = palette[kind];
  const list = [{ d: pathData(control), stroke: color, width: (kind === 'reports' ? 1.3 : stance ? 1.8 : 1.1) + (strong ? 0.8 : 0), dash: DASHES[kind] }];
  const size = stance ? 9 : 7;
  if (!both && said.some((statement) => statement.forward)) list.push({ d: arrowHead(control, size), fill: color });
  if (!both && said.some((statement) => statement.forward === false)) list.push({ d: arrowHead([...control].reverse(), size), fill: color });
  const text = lineText(kind, said[0], strong);
  if (text) {
    const { x, y } = onCurve(control, 0.5);
    list.push({ text, at: [x, y + 4.5], size: strong && text.length > 1 ? 12 : 14, bold: strong, fill: stance ? color : palette.soft, halo: palette.paper, middle: true });
  }
  return list;
}

/** Between columns there is room for a sign; on the map a chosen line has its words, unless they would be a crowd. */
function lineText(kind, statement, strong) {
  const { sign: text } = KINDS.get(kind);
  if (strong && state.layout === 'map' && fewChosen) return statement.label;
  return STANCES.has(kind) && (strong || text !== '✓') ? text : '';
}

function arrowHead(whole, size) {
  const control = whole.slice(-4);
  const tip = control.at(-1);
  const before = onCurve(control, 1 - Math.min(0.5, size / Math.hypot(tip.x - control[0].x, tip.y - control[0].y)));
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn) => `${tip.x - size * Math.cos(angle + turn)} ${tip.y - size * Math.sin(angle + turn)}`;
  return `M${tip.x} ${tip.y}L${corner(0.42)}L${corner(-0.42)}Z`;
}

/** The line at a place of the drawing, if one runs there. */
function lineAt({ x, y }) {
  const context = stage.querySelector('canvas').getContext('2d');
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.setLineDash([]);
  context.lineWidth = 9;
  const hit = [...drawnLinks.keys()].findLast((at) => context.isPointInStroke(new Path2D(pathData(points(at))), x, y));
  context.restore();
  return hit;
}
