// A citation opens its evidence under the paragraph that cites it. Without this, it is a link to the evidence.
export function openCitations(page: HTMLElement): void {
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-cite]") : null;
    if (!link || event.ctrlKey || event.metaKey) return;
    const evidence = document.getElementById(link.hash.slice(1));
    const paragraph = link.closest("p, li, blockquote");
    if (!evidence || !paragraph) return;
    event.preventDefault();
    const next = paragraph.nextElementSibling;
    if (next instanceof HTMLElement && next.dataset["opened"] === link.hash) {
      next.remove();
      link.setAttribute("aria-expanded", "false");
      return;
    }
    const copy = evidence.cloneNode(true) as HTMLElement;
    copy.removeAttribute("id");
    copy.dataset["opened"] = link.hash;
    paragraph.after(copy);
    link.setAttribute("aria-expanded", "true");
  });
}
