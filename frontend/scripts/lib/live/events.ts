// Hears of changes as they are committed: a stream when it can be had, asking again and again when it cannot.
import type { Token } from "./token";

export interface Heard {
  name: string;
  data: Record<string, unknown>;
}

export interface Listener {
  event(event: Heard): void;
  /** Time to ask, for nothing may have been heard. */
  poll(): void;
}

// The stream says at least every fifteen seconds that it is there; two missed, and it is not.
const silence = 32_000;
const hiddenFor = 10_000;
const pollVisible = 3_000;
const pollHidden = 30_000;
const longestWait = 30_000;

/** The whole events in the text so far, and the rest of it. */
export function eventsIn(text: string): { events: Heard[]; rest: string } {
  const parts = text.replace(/\r\n?/g, "\n").split("\n\n");
  const rest = parts.pop() ?? "";
  return { events: parts.map(eventIn).filter((event) => event !== null), rest };
}

function eventIn(part: string): Heard | null {
  let name = "message";
  let data = "";
  for (const line of part.split("\n")) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    if (line.startsWith("data:")) data += line.slice(5).trim();
  }
  try {
    return data ? { name, data: JSON.parse(data) as Record<string, unknown> } : null;
  } catch {
    return null;
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

export class Events {
  private isStopped = false;
  private isLive = false;
  private stream: AbortController | null = null;
  private polled = Date.now();
  private hiddenTimer = 0;
  private wake: () => void = () => undefined;

  constructor(
    private readonly entry: string,
    private readonly token: Token,
    private readonly listener: Listener,
  ) {}

  start(): void {
    document.addEventListener("visibilitychange", () => this.seen());
    window.addEventListener("online", () => this.wake());
    window.setInterval(() => this.pollIfNeeded(), 1_000);
    void this.listen();
  }

  stop(): void {
    this.isStopped = true;
    this.stream?.abort();
  }

  /** A browser holds few streams open: a page that nobody looks at gives its own back. */
  private seen(): void {
    window.clearTimeout(this.hiddenTimer);
    if (document.hidden) this.hiddenTimer = window.setTimeout(() => this.stream?.abort(), hiddenFor);
    else this.wake();
  }

  private pollIfNeeded(): void {
    if (this.isStopped || this.isLive) return;
    if (Date.now() - this.polled < (document.hidden ? pollHidden : pollVisible)) return;
    this.polled = Date.now();
    this.listener.poll();
  }

  private async listen(): Promise<void> {
    let failures = 0;
    while (!this.isStopped) {
      const began = Date.now();
      if (!document.hidden) await this.hear().catch(() => undefined);
      this.isLive = false;
      failures = Date.now() - began > silence ? 0 : failures + 1;
      const wait = document.hidden ? pollHidden : Math.min(longestWait, 2 ** failures * 250);
      await Promise.race([rest(wait * (0.75 + Math.random() / 2)), new Promise<void>((resolve) => (this.wake = resolve))]);
    }
  }

  private async hear(): Promise<void> {
    this.stream = new AbortController();
    const { signal } = this.stream;
    const response = await fetch(`/live/entries/${this.entry}/events`, {
      headers: { Accept: "text/event-stream", Authorization: `Bearer ${this.token.value}` },
      credentials: "omit",
      cache: "no-store",
      signal,
    });
    if (!response.ok || !response.body) throw new Error(`no stream: ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    let timer = 0;
    try {
      for (;;) {
        timer = window.setTimeout(() => this.stream?.abort(), silence);
        const { done, value } = await reader.read();
        window.clearTimeout(timer);
        if (done) return;
        this.isLive = true;
        const { events, rest: unfinished } = eventsIn(text + value);
        text = unfinished;
        for (const event of events) this.listener.event(event);
      }
    } finally {
      window.clearTimeout(timer);
    }
  }
}
