// Brief review: a piece read from the brief lights the lines that it was read from, and a line its pieces.
const pieces = [...document.querySelectorAll<HTMLElement>("[data-lines]")];
const lines = [...document.querySelectorAll<HTMLElement>("[data-line]")];

function linesOf(piece: HTMLElement): string[] {
  return (piece.dataset["lines"] ?? "").split(" ");
}

function light(chosen: HTMLElement[]): void {
  for (const element of [...pieces, ...lines]) element.classList.toggle("is-lit", chosen.includes(element));
}

for (const piece of pieces) {
  const source = lines.filter((line) => linesOf(piece).includes(line.dataset["line"] ?? ""));
  const show = () => {
    light([piece, ...source]);
    source[0]?.scrollIntoView({ block: "nearest" });
  };
  piece.addEventListener("focusin", show);
  piece.addEventListener("mouseenter", () => light([piece, ...source]));
}

for (const line of lines) {
  line.addEventListener("mouseenter", () =>
    light([line, ...pieces.filter((piece) => linesOf(piece).includes(line.dataset["line"] ?? ""))]),
  );
}
