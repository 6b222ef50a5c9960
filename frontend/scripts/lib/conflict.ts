// Two texts side by side, and the buttons that settle which is kept.
export interface Choice {
  text: string;
  content: () => string;
}

interface Question {
  before: HTMLElement;
  by: string;
  atText: string;
  theirs: string;
  /** The field still being written in: its text is mirrored, so that typing goes on unhindered. */
  mine: HTMLTextAreaElement | string;
  choices: Choice[];
  choose: (content: string) => void;
}

/** Who saved the other text: the server says "You" of the person who is writing. */
export function savedBy(by: string): string {
  return by === "You" ? "You, in another window," : by;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = "", text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function column(title: string, text: string): { column: HTMLElement; area: HTMLTextAreaElement } {
  const area = element("textarea", "pl-writing");
  area.readOnly = true;
  area.value = text;
  area.rows = 10;
  const label = element("label", "", title);
  label.append(area);
  const made = element("div");
  made.append(label);
  return { column: made, area };
}

export function showConflict(question: Question): void {
  const panel = element("section", "pl-conflict");
  const title = question.by
    ? `${savedBy(question.by)} saved this at ${question.atText}, while you were writing`
    : "This was changed after you typed your words";
  const heading = element("h2", "", title);
  heading.tabIndex = -1;
  panel.setAttribute("aria-label", title);
  const mineText = typeof question.mine === "string" ? question.mine : question.mine.value;
  const mine = column("Yours, kept on this device", mineText);
  const isAnothers = question.by && question.by !== "You";
  const theirs = column(isAnothers ? `${question.by}’s, saved` : "Saved", question.theirs);
  const texts = element("div", "pl-conflict__texts");
  texts.append(mine.column, theirs.column);

  const field = question.mine;
  const mirror = () => {
    if (typeof field !== "string") mine.area.value = field.value;
  };
  if (typeof field !== "string") field.addEventListener("input", mirror);

  const buttons = element("div", "govuk-button-group");
  for (const choice of question.choices) {
    const button = element("button", "govuk-button govuk-button--secondary", choice.text);
    button.type = "button";
    button.addEventListener("click", () => {
      if (typeof field !== "string") field.removeEventListener("input", mirror);
      panel.remove();
      question.choose(choice.content());
    });
    buttons.append(button);
  }
  panel.append(heading, element("p", "", "Both texts are here. Nothing is lost."), texts, buttons);
  question.before.before(panel);
  // Someone in the middle of a sentence is not moved; the status line tells them.
  if (document.activeElement !== question.mine) heading.focus();
}
