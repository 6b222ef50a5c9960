// Citing evidence while writing: "[" offers what there is. Keyboard only, or with a click; Escape leaves the bracket.
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
export function typedCitation(text: string, caret: number): { start: number; words: string } | undefined {
  const start = text.lastIndexOf("[", caret - 1);
  if (start < 0) return undefined;
  const words = text.slice(start + 1, caret);
  return words.length > 30 || /[\]\n[]/.test(words) ? undefined : { start, words };
}

export function matching(pieces: Piece[], words: string): Piece[] {
  const wanted = words.trim().toLowerCase();
  return pieces.filter((one) => `e${one.number}`.startsWith(wanted) || one.title.toLowerCase().includes(wanted));
}

export function start(_form: HTMLFormElement, area: HTMLTextAreaElement): void {
  new Citing(area);
}

class Citing {
  private readonly list = document.createElement("ul");
  private readonly said = document.createElement("p");
  private shown: Piece[] = [];
  private chosen = 0;
  private left = -1;

  constructor(private readonly area: HTMLTextAreaElement) {
    this.list.id = `${area.id}-evidence`;
    this.list.className = "pl-citing";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Evidence to cite");
    this.list.hidden = true;
    this.said.className = "govuk-visually-hidden";
    this.said.setAttribute("role", "status");
    area.after(this.list, this.said);
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", this.list.id);
    area.addEventListener("input", () => this.look());
    area.addEventListener("keydown", (event) => this.key(event));
    area.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  private look(): void {
    const typed = typedCitation(this.area.value, this.area.selectionStart);
    if (!typed || typed.start === this.left) return this.close();
    this.left = -1;
    this.shown = matching(piecesOn(document), typed.words).slice(0, 8);
    this.chosen = 0;
    if (this.shown.length === 0) return this.close();
    this.draw();
    this.said.textContent = `${this.shown.length} to cite. Up and down arrows to choose, Enter to cite, Escape to leave.`;
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.shown.map((piece, index) => {
        const item = document.createElement("li");
        item.id = `${this.list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(index === this.chosen));
        const pages = piece.pages ? `, ${piece.pages} ${piece.pages === 1 ? "page" : "pages"}` : "";
        item.textContent = `E${piece.number} ${piece.title}${pages}`;
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this.cite(piece);
        });
        return item;
      }),
    );
    this.list.hidden = false;
    this.area.setAttribute("aria-activedescendant", `${this.list.id}-${this.chosen}`);
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.chosen = (this.chosen + step + this.shown.length) % this.shown.length;
      this.draw();
    } else if (event.key === "Enter" || event.key === "Tab") {
      const piece = this.shown[this.chosen];
      if (piece) this.cite(piece);
    } else if (event.key === "Escape") {
      this.left = typedCitation(this.area.value, this.area.selectionStart)?.start ?? -1;
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Writes the citation as typing does, so that it can be undone. In a file with pages, the page is typed next. */
  private cite(piece: Piece): void {
    const typed = typedCitation(this.area.value, this.area.selectionStart);
    if (!typed) return;
    const { area } = this;
    this.left = typed.start;
    area.focus();
    const after = area.value[area.selectionStart] === "]" ? 1 : 0;
    area.setSelectionRange(typed.start, area.selectionStart + after);
    const text = piece.pages > 1 ? `[E${piece.number} p]` : `[E${piece.number}]`;
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, typed.start, area.selectionEnd, "end");
      area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    }
    if (piece.pages > 1) area.setSelectionRange(typed.start + text.length - 1, typed.start + text.length - 1);
    this.close();
    this.said.textContent = piece.pages > 1 ? `E${piece.number} cited. Type the page, 1 to ${piece.pages}.` : `E${piece.number} cited.`;
  }

  private close(): void {
    this.list.hidden = true;
    this.area.removeAttribute("aria-activedescendant");
  }
}
