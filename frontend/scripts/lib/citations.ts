// A citation opens its evidence beside the sentence: a page of a PDF in a panel at the side, anything else under
// the paragraph that cites it. Without this, it is a link to the page or to the evidence.
const wide = window.matchMedia("(min-width: 64em)");

export function openCitations(page: HTMLElement): void {
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-cite]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset["citePage"] ? openPage(link) : openBelow(link)) event.preventDefault();
  });
}

/** Shows a copy of the evidence under the paragraph; pressing again takes it away. */
function openBelow(link: HTMLAnchorElement): boolean {
  const evidence = document.getElementById(link.hash.slice(1));
  const paragraph = link.closest("p, li, blockquote");
  if (!evidence || !paragraph) return false;
  const next = paragraph.nextElementSibling;
  if (next instanceof HTMLElement && next.dataset["opened"] === link.hash) {
    next.remove();
    link.setAttribute("aria-expanded", "false");
    return true;
  }
  const copy = standalone(evidence);
  copy.dataset["opened"] = link.hash;
  paragraph.after(copy);
  link.setAttribute("aria-expanded", "true");
  return true;
}

/** A row is only a row inside a table, and an item inside a list. No anchor stands twice on a page. */
function standalone(evidence: HTMLElement): HTMLElement {
  const copy = evidence.cloneNode(true) as HTMLElement;
  for (const one of [copy, ...copy.querySelectorAll<HTMLElement>("[id]")]) one.removeAttribute("id");
  if (evidence instanceof HTMLTableRowElement) {
    const table = document.createElement("table");
    table.className = evidence.closest("table")?.className ?? "";
    const head = evidence.closest("table")?.tHead?.cloneNode(true);
    table.append(...(head ? [head] : []), document.createElement("tbody"));
    table.tBodies[0]?.append(copy);
    return framed(table);
  }
  if (evidence instanceof HTMLLIElement) return framed(...copy.childNodes);
  return framed(copy);
}

function framed(...content: Node[]): HTMLElement {
  const frame = document.createElement("div");
  frame.className = "pl-evidence";
  frame.append(...content);
  return frame;
}

/** Opens the page at the side, and keeps the sentence where the reader's eyes are. */
function openPage(link: HTMLAnchorElement): boolean {
  if (!wide.matches) return false;
  document.querySelector("[data-cited-page]")?.remove();
  const panel = panelFor(link);
  const before = link.getBoundingClientRect().top;
  document.body.append(panel);
  document.body.dataset["citing"] = "";
  window.scrollBy({ top: link.getBoundingClientRect().top - before, behavior: "instant" });
  link.setAttribute("aria-expanded", "true");
  panel.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  return true;
}

function panelFor(link: HTMLAnchorElement): HTMLElement {
  const name = `${link.dataset["cite"] ?? ""}, page ${link.dataset["citePage"] ?? ""}: ${link.title}`;
  const panel = document.createElement("section");
  panel.className = "pl-cited";
  panel.dataset["citedPage"] = "";
  panel.setAttribute("aria-label", name);
  const head = document.createElement("div");
  head.className = "pl-cited__head";
  const title = document.createElement("p");
  title.textContent = name;
  const whole = document.createElement("a");
  whole.href = link.href;
  whole.target = "_blank";
  whole.className = "govuk-link";
  whole.textContent = "Open in a new tab";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "pl-quiet-button";
  close.textContent = "Close";
  head.append(title, whole, close);
  const frame = document.createElement("iframe");
  frame.src = `${link.href}&navpanes=0&view=FitH`;
  frame.title = name;
  panel.append(head, frame);
  const shut = () => closePage(panel, link);
  close.addEventListener("click", shut);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
  });
  return panel;
}

function closePage(panel: HTMLElement, link: HTMLAnchorElement): void {
  const before = link.getBoundingClientRect().top;
  panel.remove();
  delete document.body.dataset["citing"];
  link.setAttribute("aria-expanded", "false");
  link.focus({ preventScroll: true });
  window.scrollBy({ top: link.getBoundingClientRect().top - before, behavior: "instant" });
}
