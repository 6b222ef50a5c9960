// Joins two texts, paragraph by paragraph: what both have once, what either has where it stood.
export function joinTexts(theirs: string, mine: string): string {
  const left = paragraphs(theirs);
  const right = paragraphs(mine);
  const joined: string[] = [];
  let row = 0;
  let column = 0;
  for (const [nextRow, nextColumn] of [...common(left, right), [left.length, right.length] as const]) {
    joined.push(...left.slice(row, nextRow), ...right.slice(column, nextColumn));
    if (nextRow < left.length) joined.push(left[nextRow] ?? "");
    row = nextRow + 1;
    column = nextColumn + 1;
  }
  return joined.join("\n\n");
}

function paragraphs(text: string): string[] {
  return text.replace(/\r\n?/g, "\n").split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
}

/** The places of a longest common subsequence, as (index in left, index in right). */
function common(left: string[], right: string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const length = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const longest =
        left[row] === right[column]
          ? 1 + length(row + 1, column + 1)
          : Math.max(length(row + 1, column), length(row, column + 1));
      lengths[row]![column] = longest;
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) places.push([row++, column++]);
    else if (length(row + 1, column) >= length(row, column + 1)) row++;
    else column++;
  }
  return places;
}
