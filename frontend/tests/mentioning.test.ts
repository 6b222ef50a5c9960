import assert from "node:assert/strict";
import { test } from "node:test";
import { spokenTo, typedMention } from "../scripts/lib/mentioning";

const names = ["Ann Smith", "Anna Jones", "Samuel O’Ann-Lee", "boris@example.org"];

test("what is typed after an @ is looked for, and an address is none", () => {
  assert.deepEqual(typedMention("@", 1), { start: 0, words: "" });
  assert.deepEqual(typedMention("Ask @Ann Sm", 11), { start: 4, words: "Ann Sm" });
  assert.deepEqual(typedMention("(@an", 4), { start: 1, words: "an" });
  assert.equal(typedMention("ann@example", 11), undefined);
  assert.equal(typedMention("@ann\nthen", 9), undefined);
  assert.equal(typedMention("@ five", 6), undefined);
  assert.equal(typedMention("nobody", 3), undefined);
  assert.equal(typedMention("@", 0), undefined);
  assert.equal(typedMention(`@${"x".repeat(70)}`, 71), undefined);
});

test("people are found by the beginning of any of their names", () => {
  assert.deepEqual(spokenTo(names, ""), names);
  assert.deepEqual(spokenTo(names, "ann"), ["Ann Smith", "Anna Jones"]);
  assert.deepEqual(spokenTo(names, "JO"), ["Anna Jones"]);
  assert.deepEqual(spokenTo(names, "o’a"), ["Samuel O’Ann-Lee"]);
  assert.deepEqual(spokenTo(names, "bor"), ["boris@example.org"]);
  assert.deepEqual(spokenTo(names, "Ann Smith "), []);
});
