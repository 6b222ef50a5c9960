// What a server may answer to a save, as one of seven outcomes.
export interface Conflict {
  version: string;
  by: string;
  atText: string;
  text: string;
  fields: Record<string, string>;
}

export type Reply =
  | { kind: "saved"; version: string; atText: string }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "signed-out"; reason: string }
  | { kind: "closed"; reason: string }
  | { kind: "too-late" }
  | { kind: "rejected"; reason: string }
  | { kind: "unreachable" };

type Body = Record<string, unknown>;

function words(body: Body, name: string): string {
  const value = body[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function readConflict(body: Body): Conflict {
  const fields = (body["fields"] ?? {}) as Body;
  return {
    version: words(body, "version"),
    by: words(body, "by"),
    atText: words(body, "at_text"),
    text: words(body, "text"),
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, words(fields, name)])),
  };
}

export function readReply(status: number, body: Body | null): Reply {
  // A redirection that we did not follow leads to the sign-in page.
  if (status === 0 || status === 401) return { kind: "signed-out", reason: body ? words(body, "reason") : "" };
  if (body === null) return status === 403 ? { kind: "signed-out", reason: "" } : { kind: "unreachable" };
  if (status === 200 && body["saved"] === true) {
    return { kind: "saved", version: words(body, "version"), atText: words(body, "saved_at_text") };
  }
  if (status === 409 && body["conflict"]) return { kind: "conflict", conflict: readConflict(body["conflict"] as Body) };
  if (status === 403 && body["signed_out"] === true) return { kind: "signed-out", reason: words(body, "reason") };
  if (status === 403 && body["closed"] === true) return { kind: "too-late" };
  if (status === 403 && body["signed_out"] === false) return { kind: "rejected", reason: words(body, "reason") };
  if (status === 403) return { kind: "closed", reason: words(body, "reason") };
  if (status === 413 || status === 422 || status === 400) return { kind: "rejected", reason: words(body, "reason") };
  return { kind: "unreachable" };
}

/** A random UUID. `crypto.randomUUID` is missing where a trial runs without TLS. */
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** Posts the fields and reads the answer; a server that cannot be reached in twenty seconds is "unreachable". */
export async function post(address: string, fields: Record<string, string>): Promise<Reply> {
  const body = new URLSearchParams(fields);
  const patience = new AbortController();
  const timer = window.setTimeout(() => patience.abort(), 20_000);
  try {
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      redirect: "manual",
      // Browsers let at most 64 kB outlive the page.
      keepalive: body.toString().length < 60_000,
      signal: patience.signal,
    });
    const json: unknown = await response.json().catch(() => null);
    return readReply(response.status, json !== null && typeof json === "object" ? (json as Body) : null);
  } catch {
    return { kind: "unreachable" };
  } finally {
    window.clearTimeout(timer);
  }
}
