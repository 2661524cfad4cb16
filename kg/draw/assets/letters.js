// Several articles are told apart by a letter and a colour, at the top edge of each claim that they tell of.
const MOST_LETTERS = 26;
const LETTER_TONES = 6;
const LETTERED = ARTICLES.length > 1 && ARTICLES.length <= MOST_LETTERS;
const letterOf = (article) => String.fromCharCode(65 + article);
const toneOfArticle = (article) => palette[`other-${(article % LETTER_TONES) + 1}`];

/** The letters of the articles that a claim stands in, on the upper edge of its box; "+2" for those without room. */
function letterShapes(node, width, top) {
  if (!LETTERED || !isClaim(node) || !node.marks) return [];
  const articles = [...new Set(node.marks.map((mark) => mark[0]))].sort((a, b) => a - b);
  const room = Math.floor((width - 24) / 14);
  const kept = articles.length > room ? articles.slice(0, room - 1) : articles;
  const chips = kept.map((article) => ({ text: letterOf(article), fill: toneOfArticle(article) }));
  if (kept.length < articles.length) chips.push({ text: `+${articles.length - kept.length}`, fill: palette.soft });
  return chips.reverse().flatMap(({ text, fill }, at) => {
    const [x, size] = [width / 2 - 12 - 14 * at, 12];
    return [
      { rect: [x - size / 2, top - size / 2, size, size, 3], fill },
      { text, at: [x, top + 3.3], size: text.length > 1 ? 8 : 9, bold: true, middle: true, fill: palette.panel },
    ];
  });
}
