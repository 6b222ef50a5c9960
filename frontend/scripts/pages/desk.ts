// The writing desk: one answer, saved as it is written, its words counted.
import { Autosave, type Draft } from "../lib/autosave";
import { joinTexts } from "../lib/merge";
import type { Conflict } from "../lib/replies";
import { showConflict } from "../lib/conflict";
import { countWords, wordsText } from "../words";

class Answer implements Draft {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly area: HTMLTextAreaElement,
  ) {}

  content(): string {
    return this.area.value;
  }

  restore(content: string): void {
    this.area.value = content;
    this.count();
  }

  fields(): Record<string, string> {
    return { text: this.area.value };
  }

  theirs(conflict: Conflict): string {
    return conflict.text.replace(/\r\n?/g, "\n");
  }

  ask(conflict: Conflict, theirs: string, choose: (content: string) => void): void {
    showConflict({
      before: this.form,
      by: conflict.by,
      atText: conflict.atText,
      theirs,
      mine: this.area,
      choices: [
        { text: "Keep mine", content: () => this.area.value },
        { text: `Use ${conflict.by && conflict.by !== "You" ? "theirs" : "the saved text"}`, content: () => theirs },
        { text: "Join both", content: () => joinTexts(theirs, this.area.value) },
      ],
      choose: (content) => {
        choose(content);
        this.area.focus();
      },
    });
  }

  count(): void {
    const limit = Number(this.form.dataset["limit"]) || null;
    const words = countWords(this.area.value);
    for (const place of this.form.querySelectorAll<HTMLElement>("[data-word-count]")) {
      place.textContent = wordsText(words, limit);
      place.toggleAttribute("data-over", limit !== null && words > limit);
    }
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-autosave]")) {
  const area = form.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  if (!area) continue;
  const answer = new Answer(form, area);
  area.addEventListener("input", () => answer.count());
  new Autosave(form, answer).start(area.defaultValue);
  answer.count();
}

// On a phone the prompts are one tap away, so that the page begins with the words.
if (window.matchMedia("(max-width: 40em)").matches) {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details[data-fold-when-narrow]")) fold.open = false;
}
