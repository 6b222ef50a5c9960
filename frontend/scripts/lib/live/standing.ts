// Whether the entry is submitted, told beside the words: a colleague may submit it while this page is open.
import { parsePage } from "../page";

const place = "[data-until]";

/** Takes the sentence back: one can no longer write here. */
export function dropStanding(): void {
  document.querySelector(place)?.remove();
}

/** Takes the sentence from the page as it is now, when the entry stands otherwise than when this one was sent. */
export async function showStanding(status: string): Promise<void> {
  const line = document.querySelector<HTMLElement>(place);
  if (!line || line.dataset["until"] === status) return;
  const before = line.dataset["until"];
  line.dataset["until"] = status;
  try {
    const response = await fetch(window.location.href, { credentials: "same-origin", redirect: "manual" });
    const now = parsePage(await response.text()).querySelector<HTMLElement>(place);
    if (!now) throw new Error("no such line");
    line.textContent = now.textContent;
    line.setAttribute("role", "status");
  } catch {
    line.dataset["until"] = before;
  }
}
