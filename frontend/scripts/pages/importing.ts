// A file that is being stored: the page is asked again every two seconds. Without this, a link does it.
import { parsePage } from "../lib/page";

const pause = 2_000;
const longestPause = 30_000;

async function follow(): Promise<void> {
  for (let wait = pause; ; ) {
    await new Promise((resolve) => window.setTimeout(resolve, wait));
    const shown = document.querySelector("[data-import]");
    if (!shown?.hasAttribute("data-running")) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const now = answer.ok && !answer.redirected ? parsePage(await answer.text()).querySelector("[data-import]") : null;
      if (!now) return;
      show(shown, now);
      wait = pause;
    } catch {
      wait = Math.min(longestPause, wait * 2);
    }
  }
}

/** While it runs, only the figures change, so that a screen reader is not told all again. */
function show(shown: Element, now: Element): void {
  const [before, after] = [shown, now].map((one) => one.querySelector("[role=status]"));
  if (now.hasAttribute("data-running") && before && after) before.replaceChildren(...after.childNodes);
  else shown.replaceWith(now);
}

void follow();
