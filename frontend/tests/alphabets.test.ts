import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { accented, extended, latin, plain } from "../alphabets.mjs";

const sheet = readFileSync("styles/_fonts.scss", "utf8");

function inSheet(name: string): string[] {
  const ranges = new RegExp(`\\$${name}: ([^;]+);`).exec(sheet)?.[1]?.split(", ") ?? [];
  return ranges.flatMap((range) => {
    const [first = "", last = first] = range.slice(2).split("-");
    const [from, to] = [parseInt(first, 16), parseInt(last, 16)];
    return Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step));
  });
}

test("a browser fetches each part of the alphabet for just the letters that its file has", () => {
  assert.deepEqual(new Set(inSheet("plain")), new Set(plain));
  assert.deepEqual(new Set(inSheet("accented")), new Set(accented));
  const elsewhere = new Set([...plain, ...accented]);
  assert.deepEqual(new Set(inSheet("extended")), new Set([...extended].filter((letter) => !elsewhere.has(letter))));
});

test("no letter comes twice, and none is lost", () => {
  const all = ["plain", "accented", "extended"].flatMap(inSheet);
  assert.equal(all.length, new Set(all).size);
  assert.deepEqual(new Set([...latin, ...extended]), new Set(all));
});
