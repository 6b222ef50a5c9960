// The exchange as it travels: what this page knows and wrote goes up, what it lacks comes down.
export interface Here {
  id: string;
  name: string;
  answer: string | null;
}

export interface Header {
  version: number;
  savedAt: string;
  words: number;
  people: Here[];
  /** Whether the entry is a draft, submitted or withdrawn. */
  status: string;
}

export type Refusal = "signed_out" | "closed" | "forbidden" | "gone" | "too_long" | "unreadable";

export type Outcome =
  | { kind: "saved"; header: Header; update: Uint8Array }
  | { kind: "refused"; why: Refusal; reason: string }
  | { kind: "unreachable"; waitSeconds: number };

const patience = 15_000;
// Browsers let at most 64 kB outlive the page.
const outlives = 60_000;
const whyByStatus: Record<number, Refusal> = {
  400: "unreadable",
  401: "signed_out",
  404: "gone",
  // A change that this one rests on is not there: as with what cannot be read, the whole text is sent again.
  409: "unreadable",
  413: "too_long",
};

export function packed(knowledge: Uint8Array, update: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(4 + knowledge.length + update.length);
  new DataView(body.buffer).setUint32(0, knowledge.length);
  body.set(knowledge, 4);
  body.set(update, 4 + knowledge.length);
  return body;
}

export function unpacked(body: ArrayBuffer): { header: Record<string, unknown>; update: Uint8Array } {
  const length = new DataView(body).getUint32(0);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(body, 4, length))) as Record<string, unknown>;
  return { header, update: new Uint8Array(body, 4 + length) };
}

export function peopleIn(value: unknown): Here[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: Record<string, unknown>) => ({
    id: String(one["id"]),
    name: String(one["name"]),
    answer: one["answer"] ? String(one["answer"]) : null,
  }));
}

function headerIn(header: Record<string, unknown>): Header {
  return {
    version: Number(header["version"]),
    savedAt: header["saved_at"] ? String(header["saved_at_text"]) : "",
    words: Number(header["words"]),
    people: peopleIn(header["people"]),
    status: String(header["status"]),
  };
}

export function refusalIn(status: number, body: Record<string, unknown>): Outcome {
  const reason = typeof body["reason"] === "string" ? body["reason"] : "";
  const why = status === 403 ? (body["kind"] === "closed" ? "closed" : "forbidden") : whyByStatus[status];
  // Only the server's own words refuse: a proxy's page of the same status is no answer.
  if (why && (body["kind"] || status === 401 || status === 413)) return { kind: "refused", why, reason };
  return { kind: "unreachable", waitSeconds: 0 };
}

/** Sends one exchange; anything that is no answer of the server's, within fifteen seconds, is "unreachable". */
export async function exchange(answer: string, token: string, body: Uint8Array<ArrayBuffer>): Promise<Outcome> {
  const stop = new AbortController();
  const timer = window.setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(`/live/answers/${answer}`, {
      method: "POST",
      body,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" },
      credentials: "omit",
      redirect: "error",
      keepalive: body.length < outlives,
      signal: stop.signal,
    });
    if (response.ok) {
      const { header, update } = unpacked(await response.arrayBuffer());
      return { kind: "saved", header: headerIn(header), update };
    }
    const told = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const outcome = refusalIn(response.status, told);
    const wait = Number(response.headers.get("Retry-After")) || 0;
    return outcome.kind === "unreachable" ? { ...outcome, waitSeconds: wait } : outcome;
  } catch {
    return { kind: "unreachable", waitSeconds: 0 };
  } finally {
    window.clearTimeout(timer);
  }
}
