// Several articles are told apart by a letter and a colour, at the top edge of each claim that they tell of.
const MOST_LETTERS = 6;
const LETTERED = ARTICLES.length > 1 && ARTICLES.length <= MOST_LETTERS;
const letterOf = (article) => String.fromCharCode(65 + article);
const toneOfArticle = (article) => palette[`other-${article + 1}`];

/** The letters of the articles that a claim stands in, on the upper edge of its box. */
function letterShapes(node, width, top) {
  if (!LETTERED || !isClaim(node) || !node.marks) return [];
  const articles = [...new Set(node.marks.map((mark) => mark[0]))].sort((a, b) => b - a);
  return articles.flatMap((article, at) => {
    const [x, size] = [width / 2 - 12 - 14 * at, 12];
    return [
      { rect: [x - size / 2, top - size / 2, size, size, 3], fill: toneOfArticle(article) },
      { text: letterOf(article), at: [x, top + 3.3], size: 9, bold: true, middle: true, fill: palette.panel },
    ];
  });
}
