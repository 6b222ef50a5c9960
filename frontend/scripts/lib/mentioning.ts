// Speaking to somebody in a comment: "@" offers the people of the entry.
import { Offering, type Offer, type Typed } from "./offering";

const longest = 60;

/** The names that the page offers: `[data-mention]`. */
export function namesOn(page: ParentNode): string[] {
  return [...page.querySelectorAll<HTMLElement>("[data-mention]")].map((one) => one.dataset["mention"] ?? "");
}

/** What has been typed since the "@": "@", "@an", "@Ann Sm"; nothing in an address such as ann@example.org. */
export function typedMention(text: string, caret: number): Typed | undefined {
  const start = caret > 0 ? text.lastIndexOf("@", caret - 1) : -1;
  if (start < 0 || /[\p{L}\p{N}._+-]/u.test(text[start - 1] ?? "")) return undefined;
  const words = text.slice(start + 1, caret);
  return words.length > longest || /\n/.test(words) || words.startsWith(" ") ? undefined : { start, words };
}

/** The people one of whose names begins so; those whose whole name does come first. */
export function spokenTo(names: string[], words: string): string[] {
  const wanted = words.toLowerCase();
  const begins = (name: string) => name.toLowerCase().startsWith(wanted);
  const others = names.filter((name) => !begins(name) && name.split(/\s+/).some(begins));
  return [...names.filter(begins), ...others];
}

const offer: Offer<string> = {
  name: "people",
  label: "People on this entry",
  typed: typedMention,
  found: (words) => spokenTo(namesOn(document), words),
  line: (name) => name,
  told: (count) => `${count} ${count === 1 ? "person" : "people"}. Up and down arrows to choose, Enter to mention, Escape to leave.`,
  written: (name) => ({ text: `@${name} `, back: 0, over: " ", said: `${name} will be told by mail.` }),
};

export function start(area: HTMLTextAreaElement): void {
  new Offering(area, offer);
}
