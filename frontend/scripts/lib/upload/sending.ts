// Sends one file in parts, from where the server says it stands, and tries again for as long as it takes.
export interface Progress {
  (sent: number, words: string): void;
}

export interface Refusal {
  reason: string;
}

interface Standing {
  received: number;
  size: number;
  arrived: boolean;
  parts: string;
  file: string;
  removal: string;
  reason?: string;
}

const PART = 1024 * 1024;
const LONGEST_WAIT = 20_000;
const LOST = "The connection is lost. It goes on by itself as soon as it is back.";

/** Returns nothing when the file has arrived, or why it was refused. Network failures are waited out. */
export async function sendFile(
  announce: string,
  token: string,
  file: File,
  fields: Record<string, string>,
  progress: Progress,
  stop: AbortSignal,
): Promise<Refusal | undefined> {
  const post = (address: string, body: BodyInit) => patiently(address, token, body, progress, stop);
  const told = new URLSearchParams({ ...fields, name: file.name, size: String(file.size) });
  let standing = await post(announce, told);
  while (!standing.reason && !standing.arrived && standing.received < standing.size) {
    progress(standing.received / standing.size, "");
    const from = standing.received;
    const answer = await post(`${standing.parts}?offset=${from}`, file.slice(from, from + PART));
    standing = answer.reason ? { ...standing, reason: answer.reason } : answer;
  }
  if (standing.reason) return { reason: standing.reason };
  progress(1, "Sent. Checking it…");
  if (!standing.arrived) standing = await post(standing.file, new URLSearchParams());
  return standing.reason ? { reason: standing.reason } : undefined;
}

async function patiently(
  address: string, token: string, body: BodyInit, progress: Progress, stop: AbortSignal,
): Promise<Standing> {
  for (let wait = 1000; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      const answer = await fetch(address, {
        method: "POST", body, signal: stop,
        headers: { "X-CSRFToken": token, Accept: "application/json" },
      });
      if (answer.status < 500) return await understood(answer);
    } catch (error) {
      if (stop.aborted) throw error;
    }
    progress(-1, LOST);
    await backOrAfter(wait, stop);
  }
}

async function understood(answer: Response): Promise<Standing> {
  const said = (await answer.json().catch(() => ({}))) as Standing;
  if (!answer.ok && !said.reason) said.reason = "The server did not take this file. Reload the page and try again.";
  return said;
}

function backOrAfter(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    stop.addEventListener("abort", done);
  });
}

/** The same file, chosen again, has the same key: the server then says how far it came. */
export async function keyOf(file: File, about: string): Promise<string> {
  const text = new TextEncoder().encode([about, file.name, file.size, file.lastModified].join("\n"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}
