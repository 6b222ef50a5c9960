import assert from "node:assert/strict";
import test from "node:test";
import { applied, asDelta, editBetween, moved, rebased } from "../scripts/lib/live/edits";

function random(seed: number): () => number {
  return () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
}

function someText(next: () => number, length: number): string {
  const letters = ["a", "b", " ", "é", "😀", "\n"];
  return Array.from({ length: Math.floor(next() * length) }, () => letters[Math.floor(next() * letters.length)]).join("");
}

test("an edit makes the one text of the other, wherever the caret is said to be, and cuts no character", () => {
  const next = random(7);
  for (let round = 0; round < 2_000; round++) {
    const before = someText(next, 12);
    const after = someText(next, 12);
    const edit = editBetween(before, after, Math.floor(next() * (after.length + 1)));
    assert.equal(applied(before, edit), after);
    assert.ok(!edit || edit.inserted.isWellFormed());
    assert.ok(!edit || before.slice(edit.index, edit.index + edit.removed).isWellFormed());
  }
});

test("the caret tells which of several like letters was typed", () => {
  assert.deepEqual(editBetween("aaa", "aaaa", 1), { index: 0, removed: 0, inserted: "a" });
  assert.deepEqual(editBetween("aaa", "aaaa", 4), { index: 3, removed: 0, inserted: "a" });
  assert.deepEqual(editBetween("one one", "one", 0), { index: 0, removed: 4, inserted: "" });
  assert.equal(editBetween("alike", "alike"), null);
});

test("a caret stays at its letter when words come in before it, and is not pushed by words at it", () => {
  const delta = [{ retain: 2 }, { insert: "new " }];
  assert.equal(moved(1, delta), 1);
  assert.equal(moved(2, delta), 2);
  assert.equal(moved(2, delta, true), 6);
  assert.equal(moved(5, delta), 9);
  assert.equal(moved(5, [{ retain: 1 }, { delete: 3 }]), 2);
  assert.equal(moved(2, [{ retain: 1 }, { delete: 3 }]), 1);
  assert.equal(moved(9, [{ delete: 2 }, { retain: 3 }, { insert: "abc" }, { delete: 1 }]), 9);
});

test("what was typed into an older text is made in the newer one, and neither side loses a word", () => {
  assert.equal(applied("A new B", rebased("A B", "A B mine", "A new B")), "A new B mine");
  assert.equal(applied("A B theirs", rebased("A B", "mine A B", "A B theirs")), "mine A B theirs");
  assert.equal(applied("A X C", rebased("A B C", "A Y C", "A X C")), "A XY C");
  assert.equal(rebased("A", "A", "B"), null);
});

test("rebased words are all there, whatever others did", () => {
  const next = random(11);
  for (let round = 0; round < 2_000; round++) {
    const base = someText(next, 10);
    const letters = [...base];
    const at = letters.slice(0, Math.floor(next() * (letters.length + 1))).join("").length;
    const typed = applied(base, { index: at, removed: 0, inserted: "[mine]" });
    const now = someText(next, 10);
    const joined = applied(now, rebased(base, typed, now));
    assert.equal(joined.length, now.length + "[mine]".length);
    assert.ok(joined.includes("[mine]") || joined.includes("mine]["));
    assert.equal(joined.replace(/\[mine\]|mine\]\[/, "").length, now.length);
  }
});

test("a delta says the same as its edit", () => {
  assert.deepEqual(asDelta({ index: 3, removed: 2, inserted: "x" }), [{ retain: 3 }, { delete: 2 }, { insert: "x" }]);
  assert.deepEqual(asDelta(null), []);
});
