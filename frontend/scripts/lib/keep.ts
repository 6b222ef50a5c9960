// What was typed and not yet acknowledged, kept on this device under the answer's id and the version it began from.
export interface Kept {
  key: string;
  content: string;
  version: string;
  /** Contents sent since that version, whose answers may have been lost on the way. */
  sent: string[];
  at: number;
}

const prefix = "plaudit:unsaved:";
const month = 30 * 24 * 3600 * 1000;
// Two windows on one answer keep their words apart.
const thisWindow = Math.random().toString(36).slice(2, 8);

export class Keeper {
  private key = "";

  constructor(private readonly answer: string) {}

  /** Keeps the content; false when this device will not keep anything. */
  put(content: string, version: string, sent: string[] = []): boolean {
    const key = `${prefix}${this.answer}:${version}:${thisWindow}`;
    try {
      window.localStorage.setItem(key, JSON.stringify({ content, sent, at: Date.now() }));
      if (this.key && this.key !== key) window.localStorage.removeItem(this.key);
      this.key = key;
      return true;
    } catch {
      return false;
    }
  }

  clear(): void {
    if (this.key) this.drop(this.key);
    this.key = "";
  }

  drop(key: string): void {
    try {
      window.localStorage.removeItem(key);
    } catch {
      // A device that keeps nothing has nothing to drop.
    }
  }

  /** What earlier visits left unsaved, the newest first. */
  left(): Kept[] {
    try {
      return Object.keys(window.localStorage)
        .filter((key) => key.startsWith(`${prefix}${this.answer}:`))
        .map((key) => this.read(key))
        .filter((kept): kept is Kept => kept !== null)
        .sort((one, other) => other.at - one.at);
    } catch {
      return [];
    }
  }

  private read(key: string): Kept | null {
    const { content, sent = [], at } = JSON.parse(window.localStorage.getItem(key) ?? "{}") as Partial<Kept>;
    if (typeof content !== "string" || typeof at !== "number" || Date.now() - at > month) {
      this.drop(key);
      return null;
    }
    const version = key.split(":").at(-2) ?? "";
    return { key, content, version, sent, at };
  }
}
