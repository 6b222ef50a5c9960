// The scorecard: saved as it is filled in, scored from the keyboard, with cited evidence opening beside the sentence.
import { Autosave, type Draft } from "../lib/autosave";
import { openCitations } from "../lib/citations";
import { showConflict } from "../lib/conflict";
import type { Conflict } from "../lib/replies";
import { scoreByKeys } from "../lib/scoring";

const notAnswers = new Set(["csrfmiddlewaretoken", "version", "key"]);

type Fields = Record<string, string>;

class Scorecard implements Draft {
  constructor(private readonly form: HTMLFormElement) {}

  content(): string {
    const entries = [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && !notAnswers.has(name));
    return JSON.stringify(Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))));
  }

  restore(content: string): void {
    for (const [name, value] of Object.entries(JSON.parse(content) as Fields)) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
        if (field instanceof HTMLInputElement && field.type === "radio") field.checked = field.value === value;
        else field.value = value;
      }
    }
  }

  fields(acknowledged: string): Fields {
    const before = JSON.parse(acknowledged) as Fields;
    const now = JSON.parse(this.content()) as Fields;
    return Object.fromEntries(Object.entries(now).filter(([name, value]) => before[name] !== value));
  }

  theirs(conflict: Conflict, acknowledged: string): string {
    const fields = { ...(JSON.parse(acknowledged) as Fields), ...conflict.fields };
    return JSON.stringify(Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1))));
  }

  ask(conflict: Conflict, theirs: string, choose: (content: string) => void): void {
    const mine = this.content();
    showConflict({
      before: this.form,
      by: conflict.by,
      atText: conflict.atText,
      theirs: this.differences(theirs, mine),
      mine: this.differences(mine, theirs),
      choices: [
        { text: "Keep mine", content: () => this.content() },
        { text: conflict.by ? "Use theirs" : "Use the saved ones", content: () => theirs },
      ],
      choose,
    });
  }

  private differences(content: string, other: string): string {
    const fields = JSON.parse(content) as Fields;
    const others = JSON.parse(other) as Fields;
    return Object.keys({ ...others, ...fields })
      .filter((name) => fields[name] !== others[name])
      .map((name) => `${this.label(name)}: ${fields[name] ?? "no score"}`)
      .join("\n");
  }

  private label(name: string): string {
    const group = this.form.querySelector(`[data-criterion="${CSS.escape(name)}"] legend`);
    const label = this.form.querySelector(`label[for="${CSS.escape(name)}"], label[for="id_${CSS.escape(name)}"]`);
    // The legend's first words are the criterion's name; its weight follows.
    return (group?.firstChild ?? label)?.textContent?.trim() ?? name;
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-scorecard]")) {
  const card = new Scorecard(form);
  const asTyped = card.content();
  form.reset();
  const asSent = card.content();
  card.restore(asTyped);
  new Autosave(form, card).start(asSent);
  scoreByKeys(form);
}
openCitations(document.body);
