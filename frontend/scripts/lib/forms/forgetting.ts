// The forms that this browser keeps, seen from the page that signs out. Apart, since every page fetches it.
export const prefix = "plaudit:form:";

function keys(): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** The forms by name. */
export function names(): string[] {
  return keys().map((key) => key.slice(prefix.length));
}

/** Which forms the server says it has taken. */
export function taken(): string[] {
  return /(?:^|; )plaudit_taken=([^;]+)/.exec(document.cookie)?.[1]?.split(".") ?? [];
}

/** How many forms have words that the server has not taken. */
export function unsentForms(): number {
  const known = taken();
  return keys().filter((key) => !known.some((id) => window.localStorage.getItem(key)?.includes(id))).length;
}

export function forgetForms(): void {
  for (const key of keys()) window.localStorage.removeItem(key);
}
