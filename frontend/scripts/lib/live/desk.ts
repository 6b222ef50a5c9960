// One answer on its desk, live: the words, their keeping, the others, put together.
import { mergeUpdates } from "yjs";
import { showWords } from "./criteria";
import { LiveText } from "./document";
import { applied, rebased } from "./edits";
import { Events } from "./events";
import type { Heard } from "./events";
import { Exchange, sendOthers } from "./exchange";
import { refusedWords } from "./late";
import { guardLength, longestText } from "./limit";
import { People } from "./people";
import { Safety } from "./safety";
import { dropStanding, showStanding } from "./standing";
import { Store } from "./store";
import { Tabs } from "./tabs";
import { Token } from "./token";
import { type Header, type Refusal, peopleIn } from "./wire";

export interface Change {
  id: string;
  version: number;
  words: number;
}

export class Desk {
  private readonly token: Token;
  private readonly safety: Safety;
  private readonly text: LiveText;
  private readonly exchange: Exchange;
  private readonly events: Events;
  private readonly people: People;
  private readonly tabs: Tabs;
  private readonly rendered: string;
  private isBound = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly area: HTMLTextAreaElement,
    private readonly store: Store,
  ) {
    this.rendered = area.defaultValue;
    this.token = new Token(host);
    this.safety = new Safety(host, host.dataset["signIn"] ?? "/sign-in/", () => store.isLasting);
    this.text = new LiveText(area, {
      changed: (update) => {
        this.exchange.changed(update);
        this.tabs.tell(update);
      },
      shown: () => area.dispatchEvent(new CustomEvent("plaudit:text", { bubbles: true })),
    });
    const hearer = {
      heard: (header: Header) => this.heard(header),
      refused: (why: Refusal, reason: string) => void this.refused(why, reason),
    };
    const version = Number(host.dataset["version"]);
    this.exchange = new Exchange(this.answer, this.text, store, this.token, this.safety, hearer, version);
    this.people = new People(host, this.token, (hasCompany) => (this.exchange.hasCompany = hasCompany));
    this.events = new Events(host.dataset["entry"] ?? "", this.token, {
      event: (event) => this.event(event),
      poll: () => void this.exchange.now(),
    });
    this.tabs = new Tabs(`${host.dataset["person"]} ${this.answer}`, {
      written: (update) => this.text.receive(update),
      signedOut: () => this.signedOut(),
    });
  }

  private get answer(): string {
    return this.host.dataset["answer"] ?? "";
  }

  private get isReading(): boolean {
    return this.area.readOnly;
  }

  /** Brings back what an earlier visit left, fetches the rest, and from then on keeps page and server alike. */
  async start(): Promise<void> {
    const keepTyped = () => this.store.keepTyped({ base: this.rendered, text: this.area.value });
    if (!this.isReading) {
      guardLength(this.area, (sentence) => this.safety.refused(sentence));
      await this.bringTyped();
      this.area.addEventListener("input", keepTyped);
    }
    const left = await this.left();
    await this.exchange.now();
    if (left && !this.exchange.hasHeard) await this.showWhatIsKept();
    this.bindWhenKnown(left);
    while (!this.isBound) {
      if (this.exchange.isStopped) return;
      await new Promise((resolve) => window.setTimeout(resolve, 500));
      this.bindWhenKnown(left);
    }
    this.area.removeEventListener("input", keepTyped);
    this.store.keepTyped(null);
    this.listen();
    this.events.start();
    this.people.start();
    if (!this.isReading) void sendOthers(this.store, this.token);
  }

  private async left(): Promise<boolean> {
    if (this.isReading) return false;
    const rows = await this.store.rows();
    if (rows.length) this.text.receive(mergeUpdates(rows.map((row) => row.data)));
    return rows.length > 0;
  }

  /** Unsent words are changes to a document: while the server cannot tell it, the one that is kept here does. */
  private async showWhatIsKept(): Promise<void> {
    const state = await this.store.state();
    if (state) this.text.receive(state);
  }

  /** Once the server has told the whole document; or, while it cannot, when words were left here that must be seen. */
  private bindWhenKnown(left: boolean): void {
    if (this.isBound || (!this.exchange.hasHeard && !left)) return;
    this.isBound = true;
    this.text.bind(this.rendered);
    this.host.setAttribute("data-is-live", "");
  }

  /** Puts back what was typed at an earlier visit, before there was a document to put it in. */
  private async bringTyped(): Promise<void> {
    const typed = await this.store.typed();
    if (typed) this.area.value = applied(this.area.value, rebased(typed.base, typed.text, this.area.value));
  }

  private listen(): void {
    const now = () => void this.exchange.now();
    for (const moment of ["online", "focus", "pageshow"]) window.addEventListener(moment, now);
    window.addEventListener("pagehide", () => this.exchange.leave());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.exchange.leave() : now()));
    window.addEventListener("beforeunload", (event) => {
      if (!this.store.isLasting && this.store.hasOwn) event.preventDefault();
    });
    this.area.addEventListener("blur", () => this.store.hasOwn && now());
    if (this.host instanceof HTMLFormElement) this.host.addEventListener("submit", (event) => void this.submitted(event));
  }

  /** A button of the form saves here; one that leads elsewhere leaves once all is saved. */
  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.text.typed();
    await this.exchange.now(true);
    const next = event.submitter?.dataset["then"];
    if (next && !this.store.hasOwn) window.location.assign(next);
  }

  /** Who signs out in one window has signed out in all. That window says so before the server knows: hence again. */
  private signedOut(): void {
    for (const wait of [0, 1_000, 4_000]) {
      window.setTimeout(() => {
        this.token.lay();
        void this.exchange.now();
      }, wait);
    }
  }

  private event(event: Heard): void {
    if (event.name === "people" || event.name === "hello") this.people.show(peopleIn(event.data["people"]));
    if (event.name === "hello") void this.exchange.now();
    if (event.name === "standing") void showStanding(String(event.data["status"]));
    if (event.name !== "answers" || !Array.isArray(event.data["answers"])) return;
    const changes = event.data["answers"] as Change[];
    // None named: something may have been missed.
    if (changes.length === 0) void this.exchange.now();
    for (const change of changes) {
      if (change.id !== this.answer) showWords(change.id, change.words);
      else if (change.version > this.exchange.version) void this.exchange.now();
    }
  }

  private heard(header: Header): void {
    const version = this.host.querySelector<HTMLInputElement>("input[name=version]");
    if (version) version.value = String(header.version);
    this.people.show(header.people);
    showWords(this.answer, header.words);
    void showStanding(header.status);
  }

  private async refused(why: Refusal, reason: string): Promise<void> {
    this.events.stop();
    this.people.stop();
    this.area.readOnly = true;
    dropStanding();
    for (const button of this.host.querySelectorAll("button")) button.remove(); // `hidden` yields to a display of its own
    const rows = await this.store.rows();
    const isUnsaved = rows.length > 0 || (!this.isBound && this.area.value !== this.rendered);
    if (!isUnsaved) {
      this.safety.refused(reason || (why === "closed" ? "Entries have closed." : "You can no longer write here."));
      return;
    }
    this.safety.notSaved();
    const panel = refusedWords({ reason, text: this.area.value, name: nameOfPage(), discard: null });
    this.host.append(panel);
    panel.querySelector<HTMLElement>("h2")?.focus();
  }
}

function nameOfPage(): string {
  return document.title.split(" – ")[0] ?? "";
}

/** On a desk that takes no more words: shows what this browser still holds of them. */
export async function showLeft(host: HTMLElement, store: Store): Promise<void> {
  const [rows, state, typed] = [await store.rows(), await store.state(), await store.typed()];
  if (rows.length === 0 && !typed) return;
  const area = document.createElement("textarea");
  const left = new LiveText(area, { changed: () => undefined, shown: () => undefined });
  for (const update of [...(state ? [state] : []), ...rows.map((row) => row.data)]) left.receive(update);
  const discard = () => {
    store.drop(rows.map((row) => row.key));
    store.keepTyped(null);
  };
  const text = (rows.length ? left.words : (typed?.text ?? "")).slice(0, longestText);
  host.append(refusedWords({ reason: host.dataset["whyNot"] ?? "", text, name: nameOfPage(), discard }));
}
