import assert from "node:assert/strict";
import test from "node:test";
import vectors from "../../tests/kit/word_vectors.json";
import { countWords, wordsText } from "../scripts/words";

for (const { text, words } of vectors) {
  test(`counts ${words} in ${JSON.stringify(text)}`, () => assert.equal(countWords(text), words));
}

test("says how many words of how many", () => {
  assert.equal(wordsText(1, null), "1 word");
  assert.equal(wordsText(123, 400), "123 of 400 words");
  assert.equal(wordsText(421, 400), "421 words, 21 over the limit of 400");
});
