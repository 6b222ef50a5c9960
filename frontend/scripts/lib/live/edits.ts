// Edits of plain text: what changed between two texts, where a place in a text moves to, and two changes joined.
export interface Edit {
  index: number;
  removed: number;
  inserted: string;
}

export type Delta = { retain?: number; insert?: unknown; delete?: number }[];

/**
 * The smallest single edit that makes `after` of `before`, or null when they are alike. `caret` is where the caret
 * stands in `after`: of several places that would do as well ("aa" to "aaa") it tells which one was meant.
 */
export function editBetween(before: string, after: string, caret?: number): Edit | null {
  if (before === after) return null;
  const room = Math.min(before.length, after.length);
  const head = sameAtStart(before, after, room);
  const edit = whole(before, after, head, sameAtEnd(before, after, room - head));
  if (caret === undefined || edit.index + edit.inserted.length === caret) return edit;
  const behind = after.slice(caret);
  if (behind.length > room || !before.endsWith(behind)) return edit;
  const meant = whole(before, after, sameAtStart(before, after, room - behind.length), behind.length);
  return meant.removed + meant.inserted.length > edit.removed + edit.inserted.length ? edit : meant;
}

function sameAtStart(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function sameAtEnd(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) length++;
  return length;
}

/** The edit between the two ends, widened so that it never cuts a character of two halves. */
function whole(before: string, after: string, head: number, tail: number): Edit {
  if (head > 0 && isFirstHalf(before.charCodeAt(head - 1))) head--;
  if (tail > 0 && isSecondHalf(before.charCodeAt(before.length - tail))) tail--;
  return { index: head, removed: before.length - tail - head, inserted: after.slice(head, after.length - tail) };
}

function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isSecondHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Where `position` moves to. `isPushed`: what is inserted exactly there comes before it. */
export function moved(position: number, delta: Delta, isPushed = false): number {
  let index = 0;
  for (const step of delta) {
    if (step.retain) index += step.retain;
    if (step.delete && index < position) position -= Math.min(step.delete, position - index);
    if (typeof step.insert === "string") {
      if (index < position || (isPushed && index === position)) position += step.insert.length;
      index += step.insert.length;
    }
  }
  return position;
}

export function asDelta(edit: Edit | null): Delta {
  if (!edit) return [];
  return [{ retain: edit.index }, { delete: edit.removed }, { insert: edit.inserted }];
}

export function applied(text: string, edit: Edit | null): string {
  if (!edit) return text;
  return text.slice(0, edit.index) + edit.inserted + text.slice(edit.index + edit.removed);
}

/**
 * The edit that was made from `base` to `typed`, as it is to be made in `now`, which others made of `base`.
 * Where both changed the same words both are kept, the typed ones last.
 */
export function rebased(base: string, typed: string, now: string): Edit | null {
  const mine = editBetween(base, typed);
  const theirs = editBetween(base, now);
  if (!mine || !theirs || mine.index + mine.removed <= theirs.index) return mine;
  if (mine.index >= theirs.index + theirs.removed) {
    return { ...mine, index: mine.index + theirs.inserted.length - theirs.removed };
  }
  return { index: theirs.index + theirs.inserted.length, removed: 0, inserted: mine.inserted };
}
