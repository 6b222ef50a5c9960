// The writing desk: words are counted at once; keeping and sharing them comes when the page can be used already.
import "./leave";
import { countWords, wordsText } from "../words";

type Live = { start(host: HTMLElement): Promise<void> };

const longestWait = 20_000;

function count(host: HTMLElement, area: HTMLTextAreaElement): void {
  const limit = Number(host.dataset["limit"]) || null;
  const words = countWords(area.value);
  for (const place of host.querySelectorAll<HTMLElement>("[data-word-count]")) {
    place.textContent = wordsText(words, limit);
    place.toggleAttribute("data-over", limit !== null && words > limit);
  }
}

/** Fetches the live part, again and again if need be: without it nothing typed is kept. */
async function fetched(address: string): Promise<Live> {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await import(attempt ? `${address}?again=${attempt}` : address)) as Live;
    } catch {
      await new Promise((resolve) => window.setTimeout(resolve, Math.min(longestWait, 2 ** attempt * 1_000)));
    }
  }
}

for (const host of document.querySelectorAll<HTMLElement>("[data-desk]")) {
  const area = host.querySelector<HTMLTextAreaElement>("textarea");
  if (area) {
    for (const event of ["input", "plaudit:text"]) area.addEventListener(event, () => count(host, area));
    count(host, area);
  }
  const address = host.dataset["live"];
  if (address) void fetched(address).then((live) => live.start(host));
}
