// What has no room for its name on the map is a badge; its label is written beside it where that hides nothing.
const LONGEST_LABEL = 26;
const AROUND = 3;
const EDGE = 24;
let written = { key: '', list: [] };

/** The labels beside badges at this zoom: what is chosen and its neighbours first, then what is linked best. */
function labels() {
  if (state.layout !== 'map') return [];
  const key = `${version} ${network.getScale().toFixed(3)}`;
  if (written.key !== key) written = { key, list: placedLabels() };
  return written.list;
}

function placedLabels() {
  const size = Math.min(13, Math.max(8, 11.5 / network.getScale()));
  const context = stage.querySelector('canvas').getContext('2d');
  context.save();
  context.font = `${size}px ${FONT}`;
  const taken = [...seen].map((number) => around(placeOf(number), NODES[number].small[0], NODES[number].small[1], AROUND));
  const edge = extent();
  const waiting = [...seen].filter((number) => !isClaim(NODES[number]) && !NODES[number].small[2].length);
  const rank = (number) => (near?.has(number) ? 1e6 : 0) + LINKS_OF[number].length;
  waiting.sort((a, b) => rank(b) - rank(a) || a - b);
  const list = [];
  for (const number of waiting) {
    const { label, small: [width, height] } = NODES[number];
    const text = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL).trimEnd()}…` : label;
    const wide = context.measureText(text).width;
    const [across, down] = [(width + wide) / 2 + AROUND + 2, (height + size) / 2 + AROUND + 2];
    for (const [dx, dy] of [[across, 0], [-across, 0], [0, down], [0, -down]]) {
      const { x, y } = placeOf(number);
      const box = around({ x: x + dx, y: y + dy }, wide, size, 1);
      if (box.left < edge.left - EDGE || box.right > edge.right + EDGE || taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
      taken.push(box);
      list.push({ number, box, shape: { text, at: [dx, dy + size * 0.36], size, middle: true, rtl: RTL.test(text), fill: palette.ink, halo: palette.paper } });
      break;
    }
  }
  context.restore();
  return list;
}

const around = ({ x, y }, width, height, margin) => ({ left: x - width / 2 - margin, right: x + width / 2 + margin, top: y - height / 2 - margin, bottom: y + height / 2 + margin });
