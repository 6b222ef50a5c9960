// The token that lets this page write: renewed when it runs out, and after signing in again in another tab.
import { parsePage } from "../page";

export type Renewal = "renewed" | "signed out" | "somebody else" | "unreachable";

export class Token {
  value: string;
  private last = "";

  constructor(private readonly host: HTMLElement) {
    this.value = host.dataset["liveToken"] ?? "";
  }

  /** The person has signed out: nothing more is sent in their name. */
  lay(): void {
    this.last = this.value || this.last;
    this.value = "";
  }

  /** Asks for a new token. A form whose own token has run out takes both from the page as it is now. */
  async renew(): Promise<Renewal> {
    try {
      const status = await this.ask();
      if (status === 200) return "renewed";
      if (status === 401) return "signed out";
      if (status >= 500) return "unreachable";
      const page = await this.takeFromPage();
      // Asking once more keeps the moment since when this form is open.
      if (page === "renewed") await this.ask();
      return page;
    } catch {
      return "unreachable";
    }
  }

  private get field(): HTMLInputElement | null {
    return document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]");
  }

  private async ask(): Promise<number> {
    const response = await fetch(`/live/token/${this.host.dataset["entry"]}`, {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": this.field?.value ?? "" },
      body: JSON.stringify({ token: this.value || this.last }),
      credentials: "same-origin",
      redirect: "manual",
    });
    if (response.ok) this.value = ((await response.json()) as { token: string }).token;
    return response.type === "opaqueredirect" ? 401 : response.status;
  }

  private async takeFromPage(): Promise<Renewal> {
    const response = await fetch(window.location.href, { credentials: "same-origin", redirect: "manual" });
    if (response.type === "opaqueredirect") return "signed out";
    if (!response.ok) return "unreachable";
    const page = parsePage(await response.text());
    const { person, liveToken } = page.querySelector<HTMLElement>("[data-desk]")?.dataset ?? {};
    if (person !== this.host.dataset["person"]) return "somebody else";
    // A closed page has none: with the old one the server says that it is too late.
    this.value = liveToken ?? this.value;
    const fresh = page.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
    for (const field of document.querySelectorAll<HTMLInputElement>("input[name=csrfmiddlewaretoken]")) field.value = fresh;
    return "renewed";
  }
}
