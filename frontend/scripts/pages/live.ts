// The part of the writing desk that keeps words and shares them. `desk.js` fetches it once the page can be used.
import { start as startCiting } from "../lib/citing";
import { start as startCoach } from "../lib/coach";
import { Desk, showLeft } from "../lib/live/desk";
import { Store } from "../lib/live/store";

export async function start(host: HTMLElement): Promise<void> {
  const { person = "", entry = "", answer = "" } = host.dataset;
  const store = await Store.open({ person, entry, answer });
  const area = host.querySelector<HTMLTextAreaElement>("textarea");
  if (host instanceof HTMLFormElement && area) startCoach(host, area);
  if (host.dataset["whyNot"] !== undefined) await showLeft(host, store);
  if (host.dataset["liveToken"] && area) await new Desk(host, area, store).start();
  if (host instanceof HTMLFormElement && area) startCiting(host, area);
}
