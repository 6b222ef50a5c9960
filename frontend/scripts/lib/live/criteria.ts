// The list of criteria beside the answer: how long each answer is now, whoever wrote it.

/** "Not started", "123 words", "123 of 400 words", "412 of 400 words: 12 over", as the server words it. */
export function wordsUsed(words: number, limit: number | null): string {
  const count = (number: number) => number.toLocaleString("en-GB");
  if (words === 0) return "Not started";
  if (limit === null) return `${count(words)} ${words === 1 ? "word" : "words"}`;
  const used = `${count(words)} of ${count(limit)} words`;
  return words > limit ? `${used}: ${count(words - limit)} over` : used;
}

export function showWords(answer: string, words: number): void {
  const line = document.querySelector<HTMLElement>(`[data-criterion-answer="${CSS.escape(answer)}"]`);
  const place = line?.querySelector<HTMLElement>(".govuk-task-list__status > :first-child");
  if (!line || !place) return;
  const limit = Number(line.dataset["limit"]) || null;
  const text = wordsUsed(words, limit);
  if (place.textContent === text) return;
  place.textContent = text;
  const isOver = limit !== null && words > limit;
  place.className = isOver ? "pl-tag pl-tag--error" : words ? "pl-figures" : "pl-soft";
}
