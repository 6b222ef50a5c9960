// Sends what was written here and takes in what was written elsewhere, again and again until it has arrived.
import { mergeUpdates } from "yjs";
import { countWords } from "../../words";
import type { LiveText } from "./document";
import type { Safety } from "./safety";
import type { Row, Store } from "./store";
import type { Token } from "./token";
import { type Header, type Outcome, type Refusal, exchange, packed } from "./wire";

const pause = 600;
const longestPause = 2_000;
const together = 250;
const longestWait = 30_000;
const beforeAskingAgain = 10_000;
const betweenStates = 5_000;
const nothing = new Uint8Array();

/** What an exchange tells the page: how the answer stands, or that its words were refused for good. */
export interface Hearer {
  heard(header: Header): void;
  refused(why: Refusal, reason: string): void;
}

export class Exchange {
  /** The version that this page has taken in. */
  version = 0;
  /** Whether the server has told the whole document. */
  hasHeard = false;
  isStopped = false;
  /** Whether others are here: then words travel sooner. */
  hasCompany = false;
  private sending: Promise<void> | null = null;
  private isWantedAgain = false;
  private isHeld = false;
  private isAsked = false;
  private isSignedOut = false;
  private failures = 0;
  private changedSince = 0;
  private stateKept = 0;
  private compared = -1;
  private timer = 0;

  constructor(
    private readonly answer: string,
    private readonly text: LiveText,
    private readonly store: Store,
    private readonly token: Token,
    private readonly safety: Safety,
    private readonly hearer: Hearer,
    /** The version that the page was sent with. */
    private readonly sent: number,
  ) {}

  /** Keeps a change and plans to send it: soon after typing rests, sooner when somebody else is here. */
  changed(update: Uint8Array): void {
    this.store.add(update);
    this.isHeld = false;
    this.changedSince ||= Date.now();
    if (this.failures > 0 || this.isSignedOut) return;
    this.safety.saving();
    this.plan();
  }

  /** Exchanges now. `isAsked`: somebody pressed a button, so the outcome is read aloud. */
  now(isAsked = false): Promise<void> {
    this.isAsked ||= isAsked;
    if (this.isStopped) return Promise.resolve();
    if (this.sending) {
      this.isWantedAgain = true;
      return this.sending.then(() => this.sending ?? undefined);
    }
    window.clearTimeout(this.timer);
    this.sending = this.once().finally(() => {
      this.sending = null;
      if (this.isWantedAgain) void this.now();
    });
    return this.sending;
  }

  /** Sends what this window still has, while the page is being left. */
  leave(): void {
    if (this.isStopped || !this.store.hasOwn) return;
    const update = merged(this.store.ownRows());
    void exchange(this.answer, this.token.value, packed(this.text.knowledge, update));
  }

  stop(): void {
    this.isStopped = true;
    window.clearTimeout(this.timer);
  }

  private plan(): void {
    const waited = Date.now() - this.changedSince;
    const wait = this.hasCompany ? together - waited : Math.min(pause, longestPause - waited);
    this.later(Math.max(0, wait));
  }

  private later(milliseconds: number): void {
    window.clearTimeout(this.timer);
    if (!this.isStopped) this.timer = window.setTimeout(() => void this.now(), milliseconds);
  }

  private async once(): Promise<void> {
    this.isWantedAgain = false;
    const rows = this.isHeld || this.text.isReading ? [] : await this.store.rows();
    this.changedSince = 0;
    if (rows.length && this.failures === 0 && !this.isSignedOut) this.safety.saving();
    let outcome = await this.send(merged(rows));
    if (outcome.kind === "refused" && outcome.why === "unreadable" && rows.length) outcome = await this.send(this.text.whole);
    if (outcome.kind === "refused" && outcome.why === "signed_out") outcome = await this.signedIn(merged(rows), rows.length > 0);
    if (outcome.kind === "saved") this.saved(outcome.header, outcome.update, rows);
    else if (outcome.kind === "unreachable") this.failed(rows.length > 0, outcome.waitSeconds);
    else if (outcome.why !== "signed_out") this.refused(outcome.why, outcome.reason);
  }

  private send(update: Uint8Array): Promise<Outcome> {
    return exchange(this.answer, this.token.value, packed(this.text.knowledge, update));
  }

  private saved(header: Header, update: Uint8Array, rows: Row[]): void {
    this.failures = 0;
    this.isSignedOut = false;
    this.hasHeard = true;
    this.version = Math.max(this.version, header.version);
    this.store.drop(rows.map((row) => row.key));
    if (update.length) this.text.receive(update);
    this.hearer.heard(header);
    if (!this.store.hasOwn) this.compare(header);
    if (Date.now() - this.stateKept > betweenStates && (rows.length || update.length > 2)) {
      this.stateKept = Date.now();
      this.store.keepState(this.text.whole);
    }
    if (this.store.hasOwn && !this.isHeld) this.plan();
    else if (!this.isHeld) this.safety.saved(header.version > this.sent ? header.savedAt : "", this.isAsked);
    this.isAsked = false;
  }

  /** A server that was put back to an older state lacks words that it once acknowledged: then it is given all. */
  private compare(header: Header): void {
    if (countWords(this.text.words) === header.words || this.compared === header.version) return;
    this.compared = header.version;
    if (!this.text.isReading) this.store.add(this.text.whole);
  }

  private failed(hasUnsent: boolean, waitSeconds: number): void {
    this.failures += 1;
    this.safety.unreachable(hasUnsent || this.store.hasOwn);
    const wait = Math.min(longestWait, 2 ** this.failures * 500);
    this.later(Math.max(waitSeconds * 1_000, wait * (0.75 + Math.random() / 2)));
  }

  /** The token has run out: with a new one the exchange goes on; otherwise it waits for somebody to sign in. */
  private async signedIn(update: Uint8Array, hasUnsent: boolean): Promise<Outcome> {
    const renewal = await this.token.renew();
    if (renewal === "renewed") {
      const outcome = await this.send(update);
      if (outcome.kind !== "refused" || outcome.why !== "signed_out") return outcome;
    }
    if (renewal === "unreachable") return { kind: "unreachable", waitSeconds: 0 };
    this.isSignedOut = true;
    this.safety.signedOut(renewal, hasUnsent || this.store.hasOwn);
    this.later(beforeAskingAgain);
    return { kind: "refused", why: "signed_out", reason: "" };
  }

  private refused(why: Refusal, reason: string): void {
    if (why === "too_long" || why === "unreadable") {
      this.isHeld = true;
      this.safety.refused(reason);
      return;
    }
    this.stop();
    this.hearer.refused(why, reason);
  }
}

function merged(rows: Row[]): Uint8Array {
  if (rows.length < 2) return rows[0]?.data ?? nothing;
  return mergeUpdates(rows.map((row) => row.data));
}

/** Sends what other desks of the entry left in this browser. */
export async function sendOthers(store: Store, token: Token): Promise<void> {
  for (const answer of await store.others()) {
    const beside = store.beside(answer);
    const rows = await beside.rows();
    const outcome = await exchange(answer, token.value, packed(new Uint8Array([0]), merged(rows)));
    if (outcome.kind === "saved") beside.drop(rows.map((row) => row.key));
  }
}
