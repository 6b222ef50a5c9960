import assert from "node:assert/strict";
import test from "node:test";
import { wordsUsed } from "../scripts/lib/live/criteria";
import { eventsIn } from "../scripts/lib/live/events";
import { tooLong } from "../scripts/lib/live/limit";
import { initialsOf, namesText } from "../scripts/lib/live/people";
import { packed, refusalIn, unpacked } from "../scripts/lib/live/wire";

test("an exchange is packed as the contract says", () => {
  assert.deepEqual([...packed(new Uint8Array([9, 8]), new Uint8Array([7]))], [0, 0, 0, 2, 9, 8, 7]);
  const header = new TextEncoder().encode('{"version":3}');
  const answer = packed(header, new Uint8Array([1, 2]));
  assert.deepEqual(unpacked(answer.buffer), { header: { version: 3 }, update: new Uint8Array([1, 2]) });
});

test("only the server's own words refuse", () => {
  assert.deepEqual(refusalIn(403, { kind: "closed", reason: "Closed." }), { kind: "refused", why: "closed", reason: "Closed." });
  assert.deepEqual(refusalIn(403, { kind: "forbidden" }), { kind: "refused", why: "forbidden", reason: "" });
  assert.equal(refusalIn(403, {}).kind, "unreachable");
  assert.equal(refusalIn(404, {}).kind, "unreachable");
  assert.equal(refusalIn(502, { kind: "closed" }).kind, "unreachable");
  assert.equal(refusalIn(401, {}).kind, "refused");
  // The server lacks what the change rests on: everything is sent again.
  assert.deepEqual(refusalIn(409, { kind: "incomplete" }), { kind: "refused", why: "unreadable", reason: "" });
});

test("a stream is read event by event, however it is cut", () => {
  const whole = ': here\n\nevent: answers\ndata: {"answers":[]}\n\nevent: people\r\ndata: {"people":[1]}\r\n\r\nevent: ans';
  const { events, rest } = eventsIn(whole);
  assert.deepEqual(events, [
    { name: "answers", data: { answers: [] } },
    { name: "people", data: { people: [1] } },
  ]);
  assert.equal(rest, "event: ans");
  assert.deepEqual(eventsIn("data: {broken\n\n").events, []);
});

test("words used read as the server words them", () => {
  assert.deepEqual(
    [wordsUsed(0, 400), wordsUsed(1, null), wordsUsed(1234, null), wordsUsed(123, 400), wordsUsed(412, 400)],
    ["Not started", "1 word", "1,234 words", "123 of 400 words", "412 of 400 words: 12 over"],
  );
});

test("people are named in a sentence and by initials", () => {
  assert.equal(initialsOf("Priya de Souza-Nair"), "PS");
  assert.equal(initialsOf("priya@trust.example"), "P");
  assert.equal(namesText(["A", "B"]), "A and B");
  assert.equal(namesText(["A", "B", "C", "D"]), "A, B and 2 others");
});

test("a text beyond the limit is turned away in words, and one that just fits is not", () => {
  assert.equal(tooLong(200_000, 0, 0), "");
  assert.equal(tooLong(10, 199_995, 5), "");
  assert.match(tooLong(48_000_000, 12, 0), /has 48,000,000 characters\. An answer holds 200,000 and 12 are here already/);
});
