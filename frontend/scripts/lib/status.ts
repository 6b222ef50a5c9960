// The line that says whether the words are safe. It is read aloud when that changes, not at every save.
export type Tone = "" | "kept" | "refused";

export class Status {
  private tone: Tone = "";
  private readonly region: HTMLElement;

  constructor(form: HTMLElement) {
    this.region = form.querySelector<HTMLElement>("[data-save-status]") ?? form.appendChild(document.createElement("p"));
    this.region.setAttribute("role", "status");
  }

  show(text: string, tone: Tone = "", aloud = tone !== this.tone, link?: { text: string; href: string }): void {
    this.region.setAttribute("aria-live", aloud ? "polite" : "off");
    this.tone = tone;
    this.region.dataset["tone"] = tone;
    this.region.textContent = text;
    if (link) {
      const anchor = document.createElement("a");
      anchor.href = link.href;
      anchor.target = "_blank";
      anchor.rel = "noopener";
      anchor.textContent = link.text;
      this.region.append(" ", anchor);
    }
  }
}
