// Citing evidence while writing: "[" offers what there is. Keyboard only, or with a click; Escape leaves the bracket.
import { Offering, type Offer, type Typed } from "./offering";

export interface Piece {
  number: number;
  title: string;
  pages: number;
}

/** The evidence that the page lists: `[data-evidence-number]`, with `data-evidence-pages` where it has pages. */
export function piecesOn(page: ParentNode): Piece[] {
  return [...page.querySelectorAll<HTMLElement>("[data-evidence-number]")].map((one) => ({
    number: Number(one.dataset["evidenceNumber"]),
    title: one.dataset["evidenceTitle"] ?? "",
    pages: Number(one.dataset["evidencePages"] ?? 0),
  }));
}

/** What has been typed since the bracket: "[", "[e2", "[fal"; nothing when the caret is not in one. */
export function typedCitation(text: string, caret: number): Typed | undefined {
  const start = text.lastIndexOf("[", caret - 1);
  if (start < 0) return undefined;
  const words = text.slice(start + 1, caret);
  return words.length > 30 || /[\]\n[]/.test(words) ? undefined : { start, words };
}

export function matching(pieces: Piece[], words: string): Piece[] {
  const wanted = words.trim().toLowerCase();
  return pieces.filter((one) => `e${one.number}`.startsWith(wanted) || one.title.toLowerCase().includes(wanted));
}

const offer: Offer<Piece> = {
  name: "evidence",
  label: "Evidence to cite",
  typed: typedCitation,
  found: (words) => matching(piecesOn(document), words),
  line: ({ number, title, pages }) => `E${number} ${title}${pages ? `, ${pages} ${pages === 1 ? "page" : "pages"}` : ""}`,
  told: (count) => `${count} to cite. Up and down arrows to choose, Enter to cite, Escape to leave.`,
  /** In a file with pages, the page is typed next. */
  written: ({ number, pages }) =>
    pages > 1
      ? {
          text: `[E${number} p]`,
          back: 1,
          over: "]",
          said: `E${number} cited. Type the page, 1 to ${pages}, or go on writing.`,
          otherwise: { awaited: /^[\d.p]/, text: `[E${number}]` },
        }
      : { text: `[E${number}]`, back: 0, over: "]", said: `E${number} cited.` },
};

export function start(_form: HTMLFormElement, area: HTMLTextAreaElement): void {
  new Offering(area, offer);
}
