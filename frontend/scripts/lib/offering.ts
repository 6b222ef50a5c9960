// A list that opens while one types in a text box and writes what is chosen: by keyboard or a click; Escape leaves it.
export interface Typed {
  start: number;
  words: string;
}

/** What is written in the place of what was typed: the caret goes `back` so far, `over` is taken with it if it follows. */
export interface Written {
  text: string;
  back: number;
  over: string;
  said: string;
  /** What stands there instead, with the caret behind it, when something else is typed next than is awaited. */
  otherwise?: { awaited: RegExp; text: string };
}

/** What a list offers: where in the text it opens, what it finds there, how that reads, and what choosing it writes. */
export interface Offer<T> {
  name: string;
  label: string;
  typed(text: string, caret: number): Typed | undefined;
  found(words: string): T[];
  line(item: T): string;
  told(count: number): string;
  written(item: T): Written;
}

const most = 8;

export class Offering<T> {
  private readonly list = document.createElement("ul");
  private readonly said = document.createElement("p");
  private shown: T[] = [];
  private chosen = 0;
  private left = -1;

  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly offer: Offer<T>,
  ) {
    this.list.id = `${area.id}-${offer.name}`;
    this.list.className = "pl-citing";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", offer.label);
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

  private typed(): Typed | undefined {
    return this.offer.typed(this.area.value, this.area.selectionStart);
  }

  private look(): void {
    const typed = this.typed();
    if (typed && typed.start === this.left) return this.close();
    this.left = -1;
    if (!typed) return this.close();
    this.shown = this.offer.found(typed.words).slice(0, most);
    this.chosen = 0;
    if (this.shown.length === 0) return this.close();
    this.draw();
    this.said.textContent = this.offer.told(this.shown.length);
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.shown.map((one, index) => {
        const item = document.createElement("li");
        item.id = `${this.list.id}-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(index === this.chosen));
        item.textContent = this.offer.line(one);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          this.write(one);
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
      const one = this.shown[this.chosen];
      if (one !== undefined) this.write(one);
    } else if (event.key === "Escape") {
      this.left = this.typed()?.start ?? -1;
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Writes as typing does, so that it can be undone. */
  private write(one: T): void {
    const typed = this.typed();
    if (!typed) return;
    const { area } = this;
    const { text, back, over, said, otherwise } = this.offer.written(one);
    this.left = typed.start;
    area.focus();
    const taken = over && area.value.startsWith(over, area.selectionStart) ? over.length : 0;
    const end = typed.start + text.length;
    this.put(text, typed.start, area.selectionStart + taken);
    if (back) area.setSelectionRange(end - back, end - back);
    if (otherwise) this.wait(otherwise, typed.start, end, end - back);
    this.close();
    this.said.textContent = said;
  }

  private put(text: string, start: number, end: number): void {
    const { area } = this;
    area.setSelectionRange(start, end);
    if (document.execCommand("insertText", false, text)) return;
    area.setRangeText(text, start, end, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  }

  /** Whoever does not want to say more types on, as if the caret stood behind what was written. */
  private wait({ awaited, text }: NonNullable<Written["otherwise"]>, start: number, end: number, caret: number): void {
    const typed = (event: InputEvent) => {
      const next = event.inputType === "insertLineBreak" ? "\n" : event.data;
      const { selectionStart, selectionEnd } = this.area;
      if (!next || event.isComposing || awaited.test(next) || selectionStart !== caret || selectionEnd !== caret) return;
      event.preventDefault();
      this.put(text + next, start, end);
    };
    this.area.addEventListener("beforeinput", typed, { once: true });
  }

  private close(): void {
    this.list.hidden = true;
    this.area.removeAttribute("aria-activedescendant");
  }
}
