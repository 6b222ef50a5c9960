import assert from "node:assert/strict";
import test from "node:test";
import { newKey, readReply } from "../scripts/lib/replies";

test("only the server's own word means saved", () => {
  const body = { saved: true, version: 7, saved_at: "2026-11-21T14:02:05Z", saved_at_text: "14:02", words: 123, limit: 400 };
  assert.deepEqual(readReply(200, body), { kind: "saved", version: "7", atText: "14:02" });
  assert.equal(readReply(200, null).kind, "unreachable");
  assert.equal(readReply(200, { saved: false }).kind, "unreachable");
  assert.equal(readReply(500, { saved: true }).kind, "unreachable");
});

test("a conflict brings the other text", () => {
  const conflict = { version: 8, text: "Theirs", by: "Sam Reed", at_text: "14:01" };
  assert.deepEqual(readReply(409, { saved: false, conflict }), {
    kind: "conflict",
    conflict: { version: "8", text: "Theirs", by: "Sam Reed", atText: "14:01", fields: {} },
  });
});

test("refusals say why, and a redirection means signed out", () => {
  assert.deepEqual(readReply(403, { saved: false, reason: "Closed." }), { kind: "closed", reason: "Closed." });
  assert.deepEqual(readReply(422, { saved: false, reason: "Too long." }), { kind: "rejected", reason: "Too long." });
  assert.equal(readReply(0, null).kind, "signed-out");
  assert.equal(readReply(401, { saved: false }).kind, "signed-out");
  assert.equal(readReply(403, null).kind, "signed-out");
  assert.equal(readReply(502, null).kind, "unreachable");
  assert.equal(readReply(429, { saved: false, reason: "Slow down." }).kind, "unreachable");
});

test("keys are random UUIDs", () => {
  assert.match(newKey(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(newKey(), newKey());
});
