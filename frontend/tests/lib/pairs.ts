// One author twice: in the whole of Yjs and in the parts of it that pages are made of. Whatever one does, both do.
import assert from "node:assert/strict";
import * as Whole from "../../node_modules/yjs/dist/yjs.mjs";
import * as Kept from "yjs";

type Library = typeof Kept;

const byHand = "by hand";
const pieces = ["a", "bc", "warm homes ", "😀", "\n", "é", "£3.5m", "日本", "the same words again and again "];

/** Numbers that look random and are the same in every run. */
export function stream(seed: number) {
  let state = seed;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const chosen = <One>(all: readonly One[]) => all[next(all.length)] as One;
  for (let warm = 0; warm < 5; warm++) next(2);
  return { next, chosen };
}

export function shuffled<One>(all: readonly One[], next: (below: number) => number): One[] {
  const mixed = [...all];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = next(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as One, mixed[last] as One];
  }
  return mixed;
}

export function bytesAlike(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

class Author {
  readonly doc: Kept.Doc;
  readonly words: Kept.Text;
  readonly history: Kept.UndoManager;
  readonly sent: Uint8Array[] = [];
  readonly seen: unknown[] = [];

  constructor(
    readonly library: Library,
    author: number,
  ) {
    this.doc = new library.Doc();
    this.doc.clientID = author;
    this.words = this.doc.getText("text");
    this.history = new library.UndoManager(this.words, { trackedOrigins: new Set([byHand]), captureTimeout: 1e12 });
    this.doc.on("update", (update: Uint8Array) => this.sent.push(update));
    this.words.observe((event, { local, origin }) => this.seen.push([event.delta, local, origin === byHand]));
  }
}

export class Pair {
  private readonly both: [Author, Author];

  constructor(author: number) {
    this.both = [new Author(Whole as unknown as Library, author), new Author(Kept, author)];
  }

  get text(): string {
    return this.both[1].words.toString();
  }

  /** What whole Yjs knows, for others to learn: the same bytes as from the parts. */
  whole(known?: Uint8Array): Uint8Array {
    return this.alike(({ library, doc }) => library.encodeStateAsUpdate(doc, known));
  }

  knowledge(): Uint8Array {
    return this.alike(({ library, doc }) => library.encodeStateVector(doc));
  }

  merged(updates: Uint8Array[]): Uint8Array {
    return this.alike(({ library }) => library.mergeUpdates(updates));
  }

  edit(removed: number, at: number, inserted: string): void {
    this.each(({ doc, words }) =>
      doc.transact(() => {
        words.delete(at, removed);
        words.insert(at, inserted);
      }, byHand),
    );
  }

  receive(update: Uint8Array): void {
    this.each(({ library, doc }) => library.applyUpdate(doc, update, "elsewhere"));
  }

  step(name: "undo" | "redo" | "stopCapturing"): void {
    this.each(({ history }) => void history[name]());
  }

  /** Whether both refuse the bytes, or both take them. */
  refusesAlike(update: Uint8Array): boolean {
    const outcomes = this.both.map(({ library, doc }) => {
      try {
        library.applyUpdate(doc, update);
        return "taken";
      } catch {
        return "refused";
      }
    });
    this.same();
    return outcomes[0] === outcomes[1];
  }

  /** What was sent since the last time, after comparing all that can be seen of both. */
  same(): Uint8Array[] {
    const [whole, kept] = this.both;
    assert.equal(kept.words.toString(), whole.words.toString());
    assert.equal(kept.words._length, whole.words._length);
    assert.deepEqual(kept.seen.splice(0), whole.seen.splice(0));
    const [fromWhole, fromKept] = [whole.sent.splice(0), kept.sent.splice(0)];
    assert.equal(fromKept.length, fromWhole.length);
    fromKept.forEach((update, index) => assert.ok(bytesAlike(update, fromWhole[index] as Uint8Array), "an update"));
    return fromKept;
  }

  private each(act: (author: Author) => void): void {
    this.both.forEach(act);
  }

  private alike(ask: (author: Author) => Uint8Array): Uint8Array {
    const [whole, kept] = this.both.map(ask) as [Uint8Array, Uint8Array];
    assert.ok(bytesAlike(whole, kept), "what was told");
    return kept;
  }
}

/** Gives every author all updates, and returns the text that all of them then have. */
export function told(pairs: readonly Pair[], updates: readonly Uint8Array[]): string {
  for (const pair of pairs) for (const update of updates) pair.receive(update);
  const texts = new Set(pairs.map((pair) => (pair.same(), pair.text)));
  assert.equal(texts.size, 1, "all have the same text");
  return [...texts][0] as string;
}

/** Where a character begins: a page never cuts one of two halves. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Three authors write, undo, and hear of each other late, twice, together, out of order or not at all. */
export function played(seed: number, steps: number, cutsCharacters = true): { pairs: [Pair, Pair, Pair]; sent: Uint8Array[] } {
  const { next, chosen } = stream(seed);
  const pairs: [Pair, Pair, Pair] = [new Pair(seed), new Pair(2 ** 31 + seed), new Pair(3 + next(1_000_000))];
  const sent: Uint8Array[] = [];
  for (let step = 0; step < steps; step++) {
    const pair = chosen(pairs);
    const what = next(10);
    const { text } = pair;
    const place = (at: number) => (cutsCharacters ? at : whole(text, at));
    const at = place(next(text.length + 1));
    const end = place(Math.min(text.length, at + next(12)));
    if (what < 4) pair.edit(0, at, chosen(pieces));
    else if (what < 6) pair.edit(Math.max(0, end - at), at, next(2) ? chosen(pieces) : "");
    else if (what === 6) pair.step(chosen(["undo", "redo", "stopCapturing"]));
    else if (sent.length) hear(pair, sent, next, what);
    sent.push(...pair.same());
  }
  return { pairs, sent };
}

function hear(pair: Pair, sent: Uint8Array[], next: (below: number) => number, what: number): void {
  const some = shuffled(sent, next).slice(0, 1 + next(4));
  if (what === 7) pair.receive(sent[next(sent.length)] as Uint8Array);
  else if (what === 8) pair.receive(pair.merged(some));
  else {
    const other = new Pair(1);
    for (const update of some) other.receive(update);
    pair.receive(other.whole(pair.knowledge()));
  }
}
