// Who is here: beside the answer, in the list of criteria, and in a quiet sentence when somebody comes.
import type { Token } from "./token";
import { type Here, peopleIn } from "./wire";

const everyTenSeconds = 10_000;

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** "Priya Nair", "Priya Nair and Sam Reed", "Priya Nair, Sam Reed and 2 others". */
export function namesText(names: string[]): string {
  if (names.length < 2) return names[0] ?? "";
  if (names.length === 2) return names.join(" and ");
  const others = names.length - 2;
  return `${names[0]}, ${names[1]} and ${others === 1 ? "1 other" : `${others} others`}`;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

export class People {
  private here: Here[] | null = null;
  private timer = 0;

  constructor(
    private readonly host: HTMLElement,
    private readonly token: Token,
    private readonly changed: (hasCompany: boolean) => void,
  ) {}

  start(): void {
    this.timer = window.setInterval(() => void this.tell(), everyTenSeconds);
    document.addEventListener("visibilitychange", () => void this.tell());
    window.addEventListener("pagehide", () => void this.tell(true));
    void this.tell();
  }

  stop(): void {
    window.clearInterval(this.timer);
    this.show([]);
  }

  /** Shows who else is here. The same person in two windows is one; oneself is nobody. */
  show(all: Here[]): void {
    const others = [...new Map(all.map((one) => [one.id, one])).values()].filter(
      (one) => one.id !== this.host.dataset["person"],
    );
    const before = new Set(this.here?.map((one) => one.id));
    const came = others.filter((one) => !before.has(one.id));
    const isFirst = this.here === null;
    if (sameAs(this.here, others)) return;
    this.here = others;
    this.changed(others.length > 0);
    this.inAside(others);
    this.inCriteria(others);
    this.inFoot(others.filter((one) => one.answer === this.host.dataset["answer"]));
    if (came.length) this.say(`${namesText(came.map((one) => one.name))} ${came.length > 1 ? "are" : "is"} ${isFirst ? "here" : "here now"}.`);
  }

  private async tell(leaves = document.hidden): Promise<void> {
    try {
      const response = await fetch(`/live/entries/${this.host.dataset["entry"]}/presence`, {
        method: "POST",
        headers: { Authorization: `Bearer ${this.token.value}`, "Content-Type": "application/json" },
        body: JSON.stringify({ answer: this.host.dataset["answer"], leaves }),
        credentials: "omit",
        keepalive: true,
      });
      if (response.ok && !leaves) this.show(peopleIn(((await response.json()) as Record<string, unknown>)["people"]));
    } catch {
      // Who cannot be reached cannot be told.
    }
  }

  private say(sentence: string): void {
    const place = document.querySelector<HTMLElement>("[data-people-say]");
    if (place) place.textContent = sentence;
  }

  private inAside(others: Here[]): void {
    const list = document.querySelector<HTMLElement>("[data-people]");
    if (!list) return;
    for (const one of others) {
      if (list.querySelector(`[data-member="${CSS.escape(one.id)}"]`)) continue;
      const line = element("li", "");
      line.dataset["member"] = one.id;
      const initials = element("span", "pl-initials", initialsOf(one.name));
      initials.setAttribute("aria-hidden", "true");
      const name = element("span", "", one.name);
      name.append(element("span", "pl-people__where"));
      line.append(initials, name);
      list.append(line);
    }
    for (const line of list.querySelectorAll<HTMLElement>("[data-member]")) {
      const one = others.find((other) => other.id === line.dataset["member"]);
      line.toggleAttribute("data-is-here", one !== undefined);
      const where = line.querySelector(".pl-people__where");
      if (where) where.textContent = one ? this.whereIs(one) : "";
    }
  }

  private whereIs(one: Here): string {
    if (one.answer === this.host.dataset["answer"]) return "in this answer";
    const name = this.criterion(one.answer)?.querySelector(".govuk-task-list__link")?.textContent?.trim();
    return name ? `in ${name}` : "here now";
  }

  private criterion(answer: string | null): HTMLElement | null {
    return answer ? document.querySelector(`[data-criterion-answer="${CSS.escape(answer)}"]`) : null;
  }

  private inCriteria(others: Here[]): void {
    for (const old of document.querySelectorAll("[data-criterion-answer] .pl-here")) old.remove();
    for (const one of others) {
      const line = this.criterion(one.answer);
      const place = line?.querySelector(".govuk-task-list__status") ?? line;
      place?.append(this.mark(one, `${one.name} is here`));
    }
  }

  private inFoot(others: Here[]): void {
    const place = this.host.querySelector<HTMLElement>("[data-here]");
    place?.replaceChildren(...others.map((one) => this.mark(one, `${one.name} is writing here too`)));
  }

  private mark(one: Here, sentence: string): HTMLElement {
    const mark = element("span", "pl-here");
    mark.title = sentence;
    const initials = element("span", "pl-initials pl-initials--small", initialsOf(one.name));
    initials.setAttribute("aria-hidden", "true");
    mark.append(initials, element("span", "govuk-visually-hidden", sentence));
    return mark;
  }
}

function sameAs(before: Here[] | null, now: Here[]): boolean {
  const key = (list: Here[]) => list.map((one) => `${one.id} ${one.name} ${one.answer}`).sort().join();
  return before !== null && key(before) === key(now);
}
