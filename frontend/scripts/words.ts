// How words are counted. `plaudit.kit.words` counts by the same rule; tests/kit/word_vectors.json holds them together.
//
// In Unicode NFC, a word is a longest run of characters without white space that has at least one letter or number.
// White space is Unicode's White_Space, the four information separators, and the zero-width space. So "–" alone is
// no word; "re-use", "24/7" and "£3.5m" are one each.
const gap = /[\p{White_Space}\u001c-\u001f\u200b]+/u;
const letterOrNumber = /[\p{L}\p{N}]/u;

export function countWords(text: string): number {
  return text
    .normalize("NFC")
    .split(gap)
    .filter((run) => letterOrNumber.test(run)).length;
}

export function wordsText(words: number, limit: number | null): string {
  const unit = words === 1 && limit === null ? "word" : "words";
  if (limit === null) return `${words} ${unit}`;
  if (words <= limit) return `${words} of ${limit} ${unit}`;
  return `${words} words, ${words - limit} over the limit of ${limit}`;
}
