import assert from "node:assert/strict";
import test from "node:test";
import { LiveText } from "../scripts/lib/live/document";

/** As much of a text area as a document needs. */
class Area extends EventTarget {
  value = "";
  readOnly = false;
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = "none";
  scrollTop = 0;
  scrollHeight = 0;
  clientHeight = 0;

  setRangeText(text: string, start: number, end: number): void {
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
  }

  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }

  focus(): void {
    Object.assign(globalThis, { document: { activeElement: this } });
  }

  types(text: string, at = this.selectionStart): void {
    this.value = this.value.slice(0, at) + text + this.value.slice(at);
    this.selectionStart = this.selectionEnd = at + text.length;
    this.dispatchEvent(new Event("input"));
  }

  press(key: string, shiftKey = false): void {
    this.dispatchEvent(Object.assign(new Event("keydown"), { key, shiftKey, ctrlKey: true }));
  }
}

function desk(rendered = ""): { area: Area; text: LiveText; sent: Uint8Array[] } {
  const area = new Area();
  area.value = rendered;
  area.focus();
  const sent: Uint8Array[] = [];
  const element = area as unknown as HTMLTextAreaElement;
  const text = new LiveText(element, { changed: (update) => sent.push(update), shown: () => undefined });
  return { area, text, sent };
}

function exchange(one: ReturnType<typeof desk>, other: ReturnType<typeof desk>): void {
  const [left, right] = [one.sent.splice(0), other.sent.splice(0)];
  for (const update of left) other.text.receive(update);
  for (const update of right) one.text.receive(update);
}

test("two desks that typed apart say the same once they have exchanged", () => {
  const [one, other] = [desk(), desk()];
  one.text.bind("");
  other.text.bind("");
  one.area.types("Warm homes. ");
  other.area.types("Cold walls. ");
  exchange(one, other);
  assert.equal(one.area.value, other.area.value);
  assert.ok(one.area.value.includes("Warm homes. "));
  assert.ok(one.area.value.includes("Cold walls. "));
});

test("words that a script put in without telling anybody are kept when somebody else writes", () => {
  const [one, other] = [desk(), desk()];
  one.text.bind("");
  other.text.bind("");
  one.area.types("The first ward.");
  exchange(one, other);
  one.area.value = "The third ward.";
  other.area.types(" And more.", other.area.value.length);
  exchange(one, other);
  exchange(one, other);
  assert.equal(one.area.value, "The third ward. And more.");
  assert.equal(other.area.value, one.area.value);
  one.area.value = "The fourth ward. And more.";
  one.area.dispatchEvent(new Event("change"));
  exchange(one, other);
  assert.equal(other.area.value, "The fourth ward. And more.");
});

test("the caret stays at its word when somebody writes before it", () => {
  const [one, other] = [desk(), desk()];
  one.text.bind("");
  other.text.bind("");
  one.area.types("second");
  exchange(one, other);
  one.area.setSelectionRange(3, 3);
  one.area.focus();
  other.area.types("first ", 0);
  exchange(one, other);
  assert.equal(one.area.value, "first second");
  assert.deepEqual([one.area.selectionStart, one.area.selectionEnd], [9, 9]);
});

test("undo takes back one's own words alone, and redo brings them again", () => {
  const [one, other] = [desk(), desk()];
  one.text.bind("");
  other.text.bind("");
  one.area.types("mine ");
  exchange(one, other);
  other.area.types("theirs", 5);
  exchange(one, other);
  one.area.press("z");
  assert.equal(one.area.value, "theirs");
  one.area.press("z", true);
  assert.equal(one.area.value, "mine theirs");
  exchange(one, other);
  assert.equal(other.area.value, "mine theirs");
});

test("while a character is composed others wait, and then nothing is missing", () => {
  const [one, other] = [desk(), desk()];
  one.text.bind("");
  other.text.bind("");
  one.area.dispatchEvent(new Event("compositionstart"));
  one.area.types("か");
  other.area.types("Theirs. ");
  exchange(one, other);
  assert.equal(one.area.value, "か");
  one.area.dispatchEvent(new Event("compositionend"));
  exchange(one, other);
  assert.equal(one.area.value, other.area.value);
  assert.ok(one.area.value.includes("か"));
  assert.ok(one.area.value.includes("Theirs. "));
});

test("what was typed before the document came is kept, beside what others wrote meanwhile", () => {
  const other = desk();
  other.text.bind("");
  other.area.types("Rendered, and theirs.");
  const one = desk("Rendered.");
  one.area.types("Mine. ", 0);
  for (const update of other.sent) one.text.receive(update);
  one.text.bind("Rendered.");
  assert.equal(one.area.value, "Mine. Rendered, and theirs.");
  assert.equal(one.sent.length, 1);
  assert.equal(one.text.words, one.area.value);
});

test("many random edits, lost, doubled and out of order, end alike", () => {
  let seed = 3;
  const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  const desks = [desk(), desk(), desk()] as const;
  desks.forEach((each) => each.text.bind(""));
  const all: Uint8Array[] = [];
  for (let round = 0; round < 400; round++) {
    const { area, sent, text } = desks[next(3) as 0 | 1 | 2];
    if (next(4) && area.value) {
      const at = next(area.value.length);
      area.value = area.value.slice(0, at) + area.value.slice(at + next(3));
      area.selectionStart = area.selectionEnd = at;
      area.dispatchEvent(new Event("input"));
    }
    area.types(["a", "bc", "😀", "\n"][next(4)] ?? "", next(area.value.length + 1));
    all.push(...sent.splice(0));
    const one = all[next(all.length)];
    if (one) text.receive(one);
  }
  for (const { text } of desks) for (const update of [...all].reverse()) text.receive(update);
  assert.equal(new Set(desks.map((each) => each.area.value)).size, 1);
  assert.equal(new Set(desks.map((each) => each.text.words)).size, 1);
  assert.equal(desks[0].area.value, desks[0].text.words);
});
