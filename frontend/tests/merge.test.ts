import assert from "node:assert/strict";
import test from "node:test";
import { joinTexts } from "../scripts/lib/merge";

test("what both wrote is kept once, and what each added stays where it stood", () => {
  assert.equal(joinTexts("A\n\nB\n\nC", "A\n\nX\n\nC\n\nD"), "A\n\nB\n\nX\n\nC\n\nD");
});

test("texts with nothing in common are both kept whole, the saved one first", () => {
  assert.equal(joinTexts("theirs", "mine"), "theirs\n\nmine");
});

test("an empty side adds nothing", () => {
  assert.equal(joinTexts("", "mine"), "mine");
  assert.equal(joinTexts("theirs", ""), "theirs");
});

test("no paragraph of either side is ever lost", () => {
  const paragraphs = ["a", "b", "c", "d"];
  for (let left = 0; left < 64; left++) {
    for (let right = 0; right < 64; right++) {
      const side = (seed: number) => [seed % 4, (seed >> 2) % 4, (seed >> 4) % 4].map((index) => paragraphs[index]);
      const joined = joinTexts(side(left).join("\n\n"), side(right).join("\n\n")).split("\n\n");
      for (const paragraph of paragraphs) {
        const count = (list: (string | undefined)[]) => list.filter((each) => each === paragraph).length;
        assert.ok(count(joined) >= Math.max(count(side(left)), count(side(right))));
      }
    }
  }
});
