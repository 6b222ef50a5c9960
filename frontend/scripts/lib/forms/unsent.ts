// Forms whose words the server has not taken yet, kept in this browser under the person's and the form's names.
import { names, prefix, taken } from "./forgetting";
import type { Said } from "./said";

export interface Unsent {
  /** Travels with the form; the server names it in a cookie once it has taken the form. */
  id: string;
  said: Said;
  /** Hidden fields of the page that the words were typed into: against what, and under which key. */
  hidden: Record<string, string>;
  at: number;
}

const month = 30 * 24 * 3600 * 1000;

export function keep(name: string, unsent: Unsent): boolean {
  try {
    window.localStorage.setItem(prefix + name, JSON.stringify(unsent));
    return true;
  } catch {
    return false;
  }
}

export function kept(name: string): Unsent | null {
  try {
    const found = JSON.parse(window.localStorage.getItem(prefix + name) ?? "null") as Unsent | null;
    return found && Date.now() - found.at < month ? found : null;
  } catch {
    return null;
  }
}

export function drop(name: string): void {
  try {
    window.localStorage.removeItem(prefix + name);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

/** Drops what the server says it has taken, and what is older than a month. */
export function dropTaken(): void {
  const known = taken();
  for (const name of names()) {
    const unsent = kept(name);
    if (!unsent || known.includes(unsent.id)) drop(name);
  }
  if (known.length) document.cookie = "plaudit_taken=; path=/; max-age=0";
}
