import assert from "node:assert/strict";
import { test } from "node:test";
import { matching, typedCitation } from "../scripts/lib/citing";

const pieces = [
  { number: 1, title: "Falls by month", pages: 12 },
  { number: 2, title: "A letter of support", pages: 1 },
  { number: 12, title: "Costs", pages: 0 },
];

test("what is typed after a bracket is looked for, until it is closed", () => {
  assert.deepEqual(typedCitation("Fewer falls [", 13), { start: 12, words: "" });
  assert.deepEqual(typedCitation("Fewer falls [e1", 15), { start: 12, words: "e1" });
  assert.equal(typedCitation("Fewer falls [E1] and", 20), undefined);
  assert.equal(typedCitation("Fewer [\nfalls", 13), undefined);
  assert.equal(typedCitation("no bracket", 4), undefined);
  assert.equal(typedCitation(`[${"x".repeat(40)}`, 41), undefined);
});

test("evidence is found by its number or by words of its title", () => {
  const numbers = (words: string) => matching(pieces, words).map((one) => one.number);
  assert.deepEqual(numbers(""), [1, 2, 12]);
  assert.deepEqual(numbers("E1"), [1, 12]);
  assert.deepEqual(numbers("letter"), [2]);
  assert.deepEqual(numbers("FALLS"), [1]);
  assert.deepEqual(numbers("nothing"), []);
});
