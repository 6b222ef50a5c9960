// Words that the server refused for good stay readable for their author, to copy and to download.
export interface Refused {
  reason: string;
  text: string;
  /** What the file is called: the criterion's name. */
  name: string;
  discard: (() => void) | null;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = "", text = ""): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(text: string, act: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const made = element("button", "govuk-button govuk-button--secondary", text);
  made.type = "button";
  made.addEventListener("click", () => act(made));
  return made;
}

/** Returns the panel: why, the words, and how to take them along. */
export function refusedWords(refused: Refused): HTMLElement {
  const panel = element("section", "pl-late");
  const title = element("h2", "", "These words were not saved");
  title.id = "not-saved";
  title.tabIndex = -1;
  panel.setAttribute("aria-labelledby", title.id);
  const area = element("textarea", "pl-writing");
  area.id = "not-saved-words";
  area.readOnly = true;
  area.rows = 8;
  area.value = refused.text;
  const label = element("label", "govuk-visually-hidden", "Your words as you wrote them");
  label.htmlFor = area.id;
  const told = element("p", "govuk-visually-hidden");
  told.setAttribute("role", "status");

  const buttons = element("div", "govuk-button-group");
  buttons.append(download(refused), button("Copy them", () => void copy(area, told)));
  const { discard } = refused;
  if (discard) buttons.append(button("Remove them from this browser", () => (panel.remove(), discard())));
  const why = element("p", "", `${refused.reason} Only you can see them here.`.trim());
  panel.append(title, why, label, area, buttons, told);
  return panel;
}

function download(refused: Refused): HTMLAnchorElement {
  const link = element("a", "govuk-button", "Download them");
  link.href = URL.createObjectURL(new Blob([refused.text], { type: "text/plain;charset=utf-8" }));
  link.download = `${refused.name.replace(/[^\p{L}\p{N} -]+/gu, "").trim() || "Answer"}, not saved.txt`;
  link.setAttribute("role", "button");
  link.draggable = false;
  return link;
}

async function copy(area: HTMLTextAreaElement, told: HTMLElement): Promise<void> {
  area.focus();
  area.select();
  try {
    await navigator.clipboard.writeText(area.value);
    told.textContent = "Copied.";
  } catch {
    told.textContent = "The words are selected: press Ctrl and C to copy them.";
  }
  told.classList.remove("govuk-visually-hidden");
}
