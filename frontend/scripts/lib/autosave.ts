// Saves what is typed until the server says that it has it. Nothing kept on the device is dropped before that.
import { savedBy } from "./conflict";
import { type Kept, Keeper } from "./keep";
import { parsePage } from "./page";
import { type Conflict, type Reply, newKey, post } from "./replies";
import { Status } from "./status";

const pause = 1_200;
const longestWait = 60_000;
const unreachable = "We could not reach the server. Your words are kept on this device.";
const signedOut = "You have been signed out. Your words are kept on this device.";
const tooLate =
  "Entries have closed. These words were not saved. They are kept on this device; copy them if you need them.";
const changedSince = "This was changed after you typed your words. Choose which to keep. Nothing is lost.";

/** What is being written: an answer's text, or the fields of a scorecard. */
export interface Draft {
  content(): string;
  restore(content: string): void;
  fields(acknowledged: string): Record<string, string>;
  /** The other side's content, as it stands at the server. */
  theirs(conflict: Conflict, acknowledged: string): string;
  ask(conflict: Conflict, theirs: string, choose: (content: string) => void): void;
}

export class Autosave {
  private readonly status: Status;
  private readonly keeper: Keeper;
  private readonly version: HTMLInputElement;
  private acknowledged = "";
  private attempt = { content: "", version: "", key: "" };
  private sent: string[] = [];
  private rejected: string | null = null;
  private sending: Promise<void> | null = null;
  private asking = false;
  private refused = false;
  private aloud = true;
  private failures = 0;
  private timer = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly draft: Draft,
  ) {
    this.status = new Status(form);
    this.keeper = new Keeper(form.dataset["answer"] ?? form.action);
    this.version = form.elements.namedItem("version") as HTMLInputElement;
    // A browser that reloads a page may put old values back; what the server sent is the default.
    this.version.value = this.version.defaultValue;
  }

  /** Starts from what the server sent, and brings back what an earlier visit left unsaved. */
  start(acknowledged: string): void {
    this.acknowledged = acknowledged;
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("focusout", () => void (this.refused || this.save()));
    this.form.addEventListener("submit", (event) => void this.submitted(event));
    document.addEventListener("visibilitychange", () => void this.save());
    for (const moment of ["pagehide", "online", "focus"]) window.addEventListener(moment, () => void this.save());
    this.bringBack();
  }

  changed(): void {
    const content = this.draft.content();
    if (content === this.acknowledged && !this.sending) {
      this.keeper.clear();
      return;
    }
    const kept = this.keeper.put(content, this.version.value, this.sent);
    window.onbeforeunload = kept ? null : (event) => event.preventDefault();
    if (this.failures === 0 && !this.refused) this.later(pause);
  }

  /** Saves now, unless a question is open, the same was refused already, or another save is under way. */
  save(): Promise<void> {
    if (this.sending) return this.sending;
    window.clearTimeout(this.timer);
    const content = this.draft.content();
    if (this.asking || content === this.acknowledged || content === this.rejected) return Promise.resolve();
    this.sending = this.send(content).finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), milliseconds);
  }

  private async send(content: string): Promise<void> {
    const version = this.version.value;
    if (this.attempt.content !== content || this.attempt.version !== version) {
      this.attempt = { content, version, key: newKey() };
      this.sent = [...this.sent, content].slice(-4);
    }
    this.keeper.put(content, version, this.sent);
    if (this.refused) await this.takeNewToken();
    if (this.failures === 0 && !this.refused) this.status.show("Saving…");
    const token = this.form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")?.value ?? "";
    const fields = { ...this.draft.fields(this.acknowledged), csrfmiddlewaretoken: token, version, key: this.attempt.key };
    this.answered(await post(this.form.action, fields), content);
  }

  private answered(reply: Reply, content: string): void {
    this.refused = ["signed-out", "closed", "too-late"].includes(reply.kind);
    if (reply.kind !== "unreachable") this.failures = 0;
    switch (reply.kind) {
      case "saved":
        this.acknowledge(content, reply.version);
        this.status.show(`Saved at ${reply.atText}.`, "", this.aloud || undefined);
        this.aloud = false;
        break;
      case "conflict":
        this.ask(reply.conflict);
        break;
      case "signed-out":
      case "closed":
        this.status.show(reply.reason || signedOut, "refused", undefined, this.signInLink());
        break;
      case "too-late":
        this.status.show(tooLate, "refused");
        break;
      case "rejected":
        this.rejected = content;
        this.status.show(`${reply.reason} Your words are kept on this device.`, "refused");
        break;
      case "unreachable":
        this.failures += 1;
        this.status.show(unreachable, "kept");
        this.later(Math.min(longestWait, 2 ** this.failures * 1_000) * (0.75 + Math.random() / 2));
    }
  }

  private acknowledge(content: string, version: string): void {
    this.acknowledged = content;
    this.version.value = version;
    this.sent = [];
    window.onbeforeunload = null;
    if (this.draft.content() === content) {
      this.keeper.clear();
    } else {
      this.keeper.put(this.draft.content(), version);
      this.later(pause);
    }
  }

  private ask(conflict: Conflict): void {
    this.asking = true;
    const told = `${savedBy(conflict.by)} changed this too, at ${conflict.atText}. Choose which to keep. Nothing is lost.`;
    this.status.show(conflict.by ? told : changedSince, "refused", true);
    const theirs = this.draft.theirs(conflict, this.acknowledged);
    this.draft.ask(conflict, theirs, (content) => {
      this.asking = false;
      this.aloud = true;
      this.acknowledged = theirs;
      this.sent = [];
      this.version.value = conflict.version;
      this.keeper.put(content, conflict.version);
      this.draft.restore(content);
      if (content !== theirs) {
        void this.save();
        return;
      }
      this.keeper.clear();
      this.status.show(conflict.atText ? `Saved at ${conflict.atText}.` : "Saved.", "", true);
    });
  }

  private bringBack(): void {
    const left = this.keeper.left();
    const newest = left.find((kept) => kept.content !== this.acknowledged);
    for (const kept of left) if (kept === newest || kept.content === this.acknowledged) this.keeper.drop(kept.key);
    if (newest) this.offer(newest);
    else if (this.draft.content() !== this.acknowledged) this.changed();
  }

  private offer(kept: Kept): void {
    const version = this.version.value;
    const ours = kept.version === version || kept.sent.includes(this.acknowledged);
    this.draft.restore(kept.content);
    this.keeper.put(kept.content, ours ? version : kept.version, kept.sent);
    if (!ours) {
      this.ask({ version, by: "", atText: "", text: this.acknowledged, fields: {} });
      return;
    }
    const at = new Date(kept.at);
    const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    const today = at.toDateString() === new Date().toDateString();
    const day = today ? "" : ` on ${at.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
    const note = document.createElement("p");
    note.className = "pl-notice";
    note.setAttribute("role", "status");
    this.form.prepend(note);
    note.textContent = `Your words from ${time}${day} were not yet saved. They are below.`;
    this.later(pause);
  }

  /** Signing in again changes the form's token: take the new one from the page as it is now. */
  private async takeNewToken(): Promise<void> {
    try {
      const response = await fetch(window.location.href, { credentials: "same-origin" });
      const page = parsePage(await response.text());
      const fresh = page.querySelector<HTMLInputElement>("main [name=csrfmiddlewaretoken]")?.value;
      const field = this.form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]");
      if (fresh && field) field.value = fresh;
    } catch {
      // The save that follows will say that the server cannot be reached.
    }
  }

  private signInLink(): { text: string; href: string } | undefined {
    const href = this.form.dataset["signIn"];
    return href ? { text: "Sign in again in a new tab", href } : undefined;
  }

  /** A button of the form saves here; one with an address of its own leaves once all is saved. */
  private async submitted(event: SubmitEvent): Promise<void> {
    const leaving = event.submitter?.hasAttribute("formaction") ?? false;
    if (leaving && !this.sending && this.draft.content() === this.acknowledged) return;
    event.preventDefault();
    this.aloud = true;
    this.rejected = null;
    if (this.sending) await this.sending;
    await this.save();
    if (leaving && this.draft.content() === this.acknowledged) this.form.requestSubmit(event.submitter);
  }
}
