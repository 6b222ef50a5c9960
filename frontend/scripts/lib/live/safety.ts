// The line that says whether the words are safe. "Saved" is only ever the server's word.
import { Status } from "../status";
import type { Renewal } from "./token";

const kept = "Your words are kept in this browser.";
const heldOpen = "Keep this page open: this browser does not keep your words.";

export class Safety {
  private readonly line: Status;
  private readonly rendered: string;
  private hasSaid = false;

  constructor(
    host: HTMLElement,
    private readonly signIn: string,
    private readonly isLasting: () => boolean,
  ) {
    this.rendered = host.querySelector("[data-save-status]")?.textContent ?? "";
    this.line = new Status(host);
  }

  saving(): void {
    this.line.show("Saving…");
  }

  /** `at` is empty while the answer is as the page was sent. Read aloud the first time, and when it was asked for. */
  saved(at: string, isAsked = false): void {
    this.line.show(at ? `Saved at ${at}.` : this.rendered, "", isAsked || (at !== "" && !this.hasSaid) || undefined);
    this.hasSaid ||= at !== "";
  }

  unreachable(hasUnsent: boolean): void {
    const whatIsSafe = hasUnsent ? this.where : "What you wrote is saved.";
    this.line.show(`Not connected. ${whatIsSafe}`, "kept");
  }

  signedOut(renewal: Renewal, hasUnsent: boolean): void {
    const who = renewal === "somebody else" ? "Somebody else has signed in here." : "Signed out.";
    const link = { text: "Sign in again in another tab", href: this.signIn };
    this.line.show(`${who} ${hasUnsent ? this.where : "What you wrote is saved."}`, "refused", undefined, link);
  }

  refused(reason: string): void {
    this.line.show(reason, "refused");
  }

  notSaved(): void {
    this.line.show("Not saved. Your words are below.", "refused");
  }

  private get where(): string {
    return this.isLasting() ? kept : heldOpen;
  }
}
