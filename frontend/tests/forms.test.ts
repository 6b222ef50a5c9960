import assert from "node:assert/strict";
import test from "node:test";
import { type Field, isSame, putBack, said, typedInto } from "../scripts/lib/forms/said";

function field(name: string, more: Partial<Field> = {}): Field {
  return { name, type: "text", value: "", defaultValue: "", ...more };
}

function radio(value: string): Field {
  return { name: "level", type: "radio", value, checked: false, defaultChecked: false };
}

test("what people type counts, what the page puts in itself does not", () => {
  const fields = [field("title"), field("key", { type: "hidden" }), field("file", { type: "file" }), field("")];
  assert.deepEqual(typedInto(fields), [fields[0]]);
});

test("a form says what was typed, and what it said when it came", () => {
  const chosen = { ...radio("write"), checked: true };
  const options = [
    { value: "a", defaultSelected: false },
    { value: "b", defaultSelected: true },
  ];
  const fields = [field("line", { value: "new", defaultValue: "old" }), field("line"), radio("read"), chosen];
  fields.push(field("kind", { type: "select-one", value: "a", options }));
  assert.deepEqual(said(fields), { line: ["new", ""], level: ["write"], kind: ["a"] });
  assert.deepEqual(said(fields, true), { line: ["old", ""], level: [], kind: ["b"] });
  assert.ok(!isSame(said(fields), said(fields, true)));
});

test("what was typed is put back into the same fields, in their order", () => {
  const fields = [field("line"), field("line"), radio("read"), radio("write"), field("title", { value: "stays" })];
  const changed = putBack(fields, { line: ["one", "two", "lost"], level: ["write"] });
  assert.deepEqual(said(fields), { line: ["one", "two"], level: ["write"], title: ["stays"] });
  assert.deepEqual(changed, [fields[0], fields[1], fields[3]]);
});
