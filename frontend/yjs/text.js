// The shared text of an answer: what Yjs's own (YText) does where there are no formats, no embedded things and no nested
// values, to the byte. How edits of several people are joined is Yjs's, in Item.js.
import {
  AbstractType,
  callTypeObservers,
  ContentString,
  createID,
  getItemCleanStart,
  getState,
  isDeleted,
  Item,
  transact,
} from "./kept.js";

export class SharedText extends AbstractType {
  insert(index, words) {
    if (!words) return;
    transact(this.doc, (transaction) => {
      let { left, right } = place(transaction, this, index);
      while (right?.deleted) [left, right] = [right, right.right];
      const { clientID, store } = this.doc;
      const id = createID(clientID, getState(store, clientID));
      const content = new ContentString(words);
      new Item(id, left, left && left.lastId, right, right && right.id, this, null, content).integrate(transaction, 0);
    });
  }

  delete(index, length) {
    if (!length) return;
    transact(this.doc, (transaction) => {
      for (let { right } = place(transaction, this, index); right && length > 0; right = right.right) {
        if (right.deleted) continue;
        cut(transaction, right, length);
        length -= right.length;
        right.delete(transaction);
      }
    });
  }

  toString() {
    let words = "";
    for (let item = this._start; item; item = item.right) if (!item.deleted) words += item.content.str;
    return words;
  }

  _callObserver(transaction, changed) {
    super._callObserver(transaction, changed);
    callTypeObservers(this, transaction, new TextEvent(this, transaction));
  }
}

class TextEvent {
  constructor(target, transaction) {
    this.target = target;
    this.transaction = transaction;
  }

  /** What was done, from the start of the text: retain, insert and delete, each a step. */
  get delta() {
    const { beforeState, deleteSet } = this.transaction;
    const steps = [];
    const add = (name, amount) => {
      const last = steps[steps.length - 1];
      if (last && name in last) last[name] += amount;
      else steps.push({ [name]: amount });
    };
    for (let item = this.target._start; item; item = item.right) {
      const isNew = item.id.clock >= (beforeState.get(item.id.client) || 0);
      if (!item.deleted) isNew ? add("insert", item.content.str) : add("retain", item.length);
      else if (!isNew && isDeleted(deleteSet, item.id)) add("delete", item.length);
    }
    if (steps.length && "retain" in steps[steps.length - 1]) steps.pop();
    return steps;
  }
}

/** The items on both sides of a place in the text. One that spans it is cut in two. */
function place(transaction, text, index) {
  let left = null;
  let right = text._start;
  while (right && index > 0) {
    if (!right.deleted) {
      cut(transaction, right, index);
      index -= right.length;
    }
    left = right;
    right = right.right;
  }
  return { left, right };
}

function cut(transaction, { id, length }, at) {
  if (at < length) getItemCleanStart(transaction, createID(id.client, id.clock + at));
}
