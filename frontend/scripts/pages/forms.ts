// Forms with a button to save: what is typed stays in this browser until the server has taken it.
import { type Field, isSame, putBack, said, typedInto } from "../lib/forms/said";
import { type Unsent, drop, dropTaken, keep, kept } from "../lib/forms/unsent";
import { newKey } from "../lib/replies";
import { countWords, wordsText } from "../words";

const idField = "unsent_form";
const remembered = ["version", "key"];

class KeptForm {
  private readonly name: string;
  private readonly fields: Field[];
  private id = newKey();
  /** Whether the server sent back what was typed: then even an unchanged form is not saved. */
  private readonly isRefused: boolean;

  constructor(private readonly form: HTMLFormElement) {
    this.name = `${form.dataset["keep"] ?? ""} ${new URL(form.action).pathname}`;
    this.fields = typedInto(form.elements as unknown as Iterable<Field>);
    const hasWords = Object.values(said(this.fields, true)).some((values) => values.some(Boolean));
    this.isRefused = hasWords && isRefused(form);
  }

  start(): void {
    const unsent = kept(this.name);
    if (unsent) this.bringBack(unsent);
    if (!unsent && (this.isRefused || !isSame(said(this.fields), said(this.fields, true)))) this.keep();
    for (const event of ["input", "change"]) this.form.addEventListener(event, () => this.keep());
    this.form.addEventListener("submit", () => this.submitted());
  }

  private keep(): void {
    if (!this.isRefused && isSame(said(this.fields), said(this.fields, true))) {
      drop(this.name);
      return;
    }
    const hidden = Object.fromEntries(this.hidden().map((field) => [field.name, field.value]));
    const isKept = keep(this.name, { id: this.id, said: said(this.fields), hidden, at: Date.now() });
    window.onbeforeunload = isKept ? null : (event) => event.preventDefault();
  }

  private bringBack(unsent: Unsent): void {
    this.id = unsent.id;
    if (isSame(said(this.fields), unsent.said)) {
      if (!this.isRefused) drop(this.name);
      return;
    }
    const own = this.hidden().map((field) => [field, field.value] as const);
    for (const [field] of own) field.value = unsent.hidden[field.name] ?? field.value;
    const changed = putBack(this.fields, unsent.said);
    if (changed.length === 0) return;
    for (const field of changed as unknown as HTMLElement[]) {
      field.closest("details")?.setAttribute("open", "");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    // Words changed from here on are another form than the one that may have arrived.
    const renew = (event: Event) => {
      if (!event.isTrusted) return;
      for (const [field, value] of own) if (field.name === "key") field.value = value;
      this.form.removeEventListener("input", renew, true);
    };
    this.form.addEventListener("input", renew, true);
    this.tell(unsent.at, own);
  }

  private tell(at: number, own: (readonly [HTMLInputElement, string])[]): void {
    const note = document.createElement("div");
    note.className = "pl-notice";
    note.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent = `What you typed here ${when(at)} was not saved. It is below again: save it when it is right.`;
    const away = document.createElement("button");
    away.type = "button";
    away.className = "pl-quiet-button";
    away.textContent = "Put it away";
    away.addEventListener("click", () => {
      this.form.reset();
      for (const [field, value] of own) field.value = value;
      drop(this.name);
      note.remove();
      this.form.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
      for (const area of this.form.querySelectorAll("textarea")) count(area);
    });
    note.append(words, away);
    this.form.prepend(note);
  }

  private submitted(): void {
    this.keep();
    window.onbeforeunload = null; // where nothing can be kept, leaving by the button is no loss to warn of
    if (!kept(this.name)) return;
    const field = this.form.querySelector<HTMLInputElement>(`input[name=${idField}]`) ?? document.createElement("input");
    field.type = "hidden";
    field.name = idField;
    field.value = this.id;
    this.form.append(field);
  }

  private hidden(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].filter((field) =>
      remembered.includes(field.name),
    );
  }
}

/** Whether the page gave this form back: of several forms, the one with a field at which something is said. */
function isRefused(form: HTMLFormElement): boolean {
  if (!document.querySelector(".govuk-error-summary")) return false;
  const told = ".govuk-error-message";
  return !document.querySelector(told) || form.querySelector(told) !== null;
}

function when(at: number): string {
  const then = new Date(at);
  const time = then.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (then.toDateString() === new Date().toDateString()) return `at ${time}`;
  return `at ${time} on ${then.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
}

/** The line below a text says how long it is, as it grows. */
function count(area: HTMLTextAreaElement): void {
  const line = document.getElementById(`${area.id}-limit`)?.querySelector<HTMLElement>("[data-words]");
  if (line) line.textContent = wordsText(countWords(area.value), Number(line.dataset["words"]) || null);
}

dropTaken();
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
  new KeptForm(form).start();
  for (const area of form.querySelectorAll("textarea")) area.addEventListener("input", () => count(area));
}
