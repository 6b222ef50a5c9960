// One answer as a shared document, bound to a plain text area.
import * as Y from "yjs";
import { type Delta, type Edit, asDelta, editBetween, moved, rebased } from "./edits";

const typedHere = "typed here";
const fromElsewhere = "from elsewhere";
const oneThought = 600;
// Half of a character cannot be kept; whole ones do not match.
const half = /\p{Surrogate}/gu;

/** What the words' keeper hears: an update that was made here and is nowhere else yet; that what is shown changed. */
export interface Listener {
  changed(update: Uint8Array): void;
  shown(): void;
}

export class LiveText {
  private readonly doc = new Y.Doc();
  private readonly text = this.doc.getText("text");
  private readonly history = new Y.UndoManager(this.text, {
    trackedOrigins: new Set([typedHere]),
    captureTimeout: oneThought,
  });
  private shown = "";
  private isBound = false;
  private isComposing = false;
  private heldBack: Uint8Array[] = [];

  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly listener: Listener,
  ) {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== fromElsewhere) this.listener.changed(update);
    });
    this.text.observe((event, transaction) => {
      if (this.isBound && transaction.origin !== typedHere) this.show(event.delta as Delta, !transaction.local);
    });
  }

  /** What this document knows, to tell a server what to send. */
  get knowledge(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  get whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  get isReading(): boolean {
    return this.area.readOnly;
  }

  get words(): string {
    return this.text.toString();
  }

  /** Takes in what was written elsewhere. While a character is being composed it waits. */
  receive(update: Uint8Array): void {
    if (this.isComposing) {
      this.heldBack.push(update);
      return;
    }
    // An extension may have changed the area and told nobody: its words come first, or they would be overwritten.
    this.typed();
    Y.applyUpdate(this.doc, update, fromElsewhere);
  }

  /** From here on area and document say the same. What was typed since `rendered` was sent is kept. */
  bind(rendered: string): void {
    if (this.isBound) return;
    const typed = this.area.value;
    this.make(rebased(rendered, typed, this.words));
    this.isBound = true;
    this.shown = typed;
    this.show(asDelta(editBetween(typed, this.words)), true);
    if (this.area.readOnly) return;
    for (const event of ["input", "change"]) this.area.addEventListener(event, () => this.typed());
    this.area.addEventListener("compositionstart", () => (this.isComposing = true));
    this.area.addEventListener("compositionend", () => this.composed());
    this.area.addEventListener("beforeinput", (event) => this.beforeInput(event));
    this.area.addEventListener("keydown", (event) => this.key(event));
  }

  /** Takes up what the area says now. */
  typed(): void {
    if (!this.isBound || this.area.readOnly || this.area.value === this.shown) return;
    if (this.area.value.search(half) >= 0) this.area.value = this.area.value.replace(half, "\ufffd");
    const edit = editBetween(this.shown, this.area.value, this.area.selectionEnd);
    this.shown = this.area.value;
    this.make(edit);
  }

  private make(edit: Edit | null): void {
    if (!edit) return;
    this.doc.transact(() => {
      if (edit.removed) this.text.delete(edit.index, edit.removed);
      if (edit.inserted) this.text.insert(edit.index, edit.inserted);
    }, typedHere);
  }

  private composed(): void {
    this.isComposing = false;
    this.typed();
    const waiting = this.heldBack;
    this.heldBack = [];
    for (const update of waiting) this.receive(update);
  }

  private beforeInput(event: InputEvent): void {
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      this.step(event.inputType === "historyUndo");
    } else if (event.inputType !== "insertText" && event.inputType !== "deleteContentBackward") {
      this.history.stopCapturing();
    }
  }

  private key(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.isComposing) return;
    const key = event.key.toLowerCase();
    const isRedo = (key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey);
    if (key !== "z" && !isRedo) return;
    event.preventDefault();
    this.step(!isRedo);
  }

  private step(isUndo: boolean): void {
    this.typed();
    if (isUndo) this.history.undo();
    else this.history.redo();
  }

  /** Brings a change into the area. A change from elsewhere leaves caret, selection and view where they were. */
  private show(delta: Delta, isFromElsewhere: boolean): void {
    const { area } = this;
    const hasFocus = document.activeElement === area;
    const { selectionStart: start, selectionEnd: end, selectionDirection: direction, scrollTop, scrollHeight } = area;
    const last = this.write(delta);
    const isCaret = start === end;
    const from = isFromElsewhere ? moved(start, delta, !isCaret) : last;
    const to = isFromElsewhere ? Math.max(from, moved(end, delta)) : last;
    if (hasFocus || !isFromElsewhere) area.setSelectionRange(from, to, direction);
    if (!isFromElsewhere) area.focus();
    area.scrollTop = scrollTop;
    if (hasFocus && isFromElsewhere && isAbove(delta, start)) this.stay(area.scrollHeight - scrollHeight, scrollTop);
    this.listener.shown();
  }

  /** Writes the change piece by piece, which keeps the spelling marks of the rest. Returns where the last piece ends. */
  private write(delta: Delta): number {
    let index = 0;
    let last = 0;
    for (const step of delta) {
      if (step.retain) index += step.retain;
      if (step.delete) this.area.setRangeText("", index, index + step.delete, "preserve");
      if (typeof step.insert === "string") {
        this.area.setRangeText(step.insert, index, index, "preserve");
        index += step.insert.length;
      }
      if (step.delete || step.insert) last = index;
    }
    const words = this.words;
    if (this.area.value !== words) this.area.value = words;
    this.shown = this.area.value;
    return last;
  }

  /** Lines that came in above the caret push it down the screen: the view follows. */
  private stay(growth: number, scrollTop: number): void {
    if (growth === 0) return;
    const { area } = this;
    const scrolls = area.scrollHeight > area.clientHeight + 1;
    if (scrolls) area.scrollTop = scrollTop + growth;
    else window.scrollBy({ top: growth, behavior: "instant" });
  }
}

function isAbove(delta: Delta, caret: number): boolean {
  let end = 0;
  for (const step of delta.slice(0, -1)) end += (step.retain ?? 0) + (step.delete ?? 0);
  const last = delta.at(-1);
  return end + (last?.delete ?? 0) <= caret;
}
