// The parts of Yjs that pages are made of, held against the whole of it: same edits, same bytes, same text.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import test from "node:test";
import * as Whole from "../node_modules/yjs/dist/yjs.mjs";
import * as Kept from "yjs";
import vectors from "../../tests/live/document_vectors.json";
import { Pair, bytesAlike, played, shuffled, stream, told } from "./lib/pairs";

const worlds = Number(process.env["WORLDS"] ?? 1_000);

test(`${worlds} random worlds of three authors: what whole and kept Yjs send and show is alike, byte for byte`, () => {
  let longest = 0;
  for (let seed = 1; seed <= worlds; seed++) {
    const { pairs, sent } = played(seed, 40);
    longest = Math.max(longest, told(pairs, shuffled([...sent, ...sent.slice(0, 5)], stream(seed + worlds).next)).length);
  }
  assert.ok(longest > 100, `the worlds hold words: ${longest}`);
});

test("long worlds with many undone edits are alike", () => {
  for (let seed = 1; seed <= 4; seed++) {
    const { pairs, sent } = played(seed * 7919, 800);
    assert.ok(told(pairs, sent).length > 100, `world ${seed}`);
  }
});

test("what waits for an earlier update is kept aside, told on, and put in place when that comes", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const { sent, pairs } = played(seed * 104_729, 30);
    const late = new Pair(99_999);
    for (const update of shuffled(sent, stream(seed).next)) {
      late.receive(update);
      const later = new Pair(88_888);
      later.receive(late.whole());
      later.same();
    }
    assert.equal(late.text, told(pairs, sent));
  }
});

test("an update cut short is refused by both, and neither is changed by half of it", () => {
  const { sent } = played(11, 60);
  const pair = new Pair(77_777);
  for (const update of sent) {
    const before = pair.text;
    for (const end of [1, update.length >> 1, update.length - 1]) {
      assert.equal(pair.refusesAlike(update.slice(0, end)), true);
      if (end === 1) assert.equal(pair.text, before);
    }
    pair.receive(update);
  }
  pair.same();
});

/** What a document can hold besides plain text, each made by the whole of Yjs. */
const others: Record<string, (doc: InstanceType<typeof Whole.Doc>) => void> = {
  "a map's value": (doc) => doc.getMap("text").set("key", 1),
  "a list's values": (doc) => doc.getArray("text").push([1, "two", null]),
  "a format": (doc) => (doc.getText("text").insert(0, "bold"), doc.getText("text").format(0, 2, { bold: true })),
  "an embedded thing": (doc) => doc.getText("text").insertEmbed(0, { picture: "a" }),
  "a nested text": (doc) => doc.getMap("text").set("key", new Whole.Text("deep")),
  "a nested list": (doc) => doc.getArray("text").push([new Whole.Array()]),
  "an element": (doc) => doc.getXmlFragment("text").push([new Whole.XmlElement("p")]),
  bytes: (doc) => doc.getArray("text").push([new Uint8Array([1, 2])]),
  "a document": (doc) => doc.getMap("text").set("key", new Whole.Doc()),
};

for (const [name, make] of Object.entries(others)) {
  test(`${name} ends with an error before anything of it is in the document`, () => {
    const strange = new Whole.Doc();
    make(strange);
    const update = Whole.encodeStateAsUpdate(strange);
    const doc = new Kept.Doc();
    doc.getText("text").insert(0, "mine");
    const before = Kept.encodeStateAsUpdate(doc);
    assert.throws(() => Kept.applyUpdate(doc, update), /more than plain text/);
    assert.throws(() => Kept.mergeUpdates([update, before]), /more than plain text/);
    assert.ok(bytesAlike(Kept.encodeStateAsUpdate(doc), before));
    doc.getText("text").insert(4, " still");
    assert.equal(doc.getText("text").toString(), "mine still");
  });
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

test("what the server's library writes is read as it means it, in any order", () => {
  assert.ok(vectors.server.length >= 20);
  vectors.server.forEach(({ updates, text }, number) => {
    const { next } = stream(number + 1);
    const pair = new Pair(66_666);
    for (const update of shuffled([...updates, ...updates.slice(0, 3)], next)) pair.receive(bytes(update));
    assert.equal(pair.text, text);
  });
});

test("what pages write is what the server's library was tried with", () => {
  const fresh = Array.from({ length: 30 }, (_, number) => {
    const { pairs, sent } = played(number + 1, 40, false);
    return { updates: sent.map((update) => Buffer.from(update).toString("base64")), text: told(pairs, sent) };
  });
  // WRITE_VECTORS=<that file> npm test: writes it anew, for tests/live/test_document_vectors.py to read.
  const file = process.env["WRITE_VECTORS"];
  if (file) writeFileSync(file, `${JSON.stringify({ ...vectors, pages: fresh }, null, 1)}\n`);
  else assert.deepEqual(fresh, vectors.pages);
});
