// Hints beside the answer, a while after typing stops. They come from this site's own server and are kept nowhere.

interface Place {
  sentence: string;
  start: number;
  end: number;
}

interface Hint extends Place {
  kind: string;
  quote: string;
  fingerprint: string;
}

interface Hints {
  patient: Place[];
  hints: Hint[];
}

const pause = 2_500;
const most = 4;

function quietButton(text: string, about: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pl-quiet-button";
  button.textContent = text;
  const aloud = document.createElement("span");
  aloud.className = "govuk-visually-hidden";
  aloud.textContent = `: ${about}`;
  button.append(aloud);
  button.addEventListener("click", act);
  return button;
}

class Coach {
  private timer = 0;
  private asked = "";
  private all = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly area: HTMLTextAreaElement,
    private readonly place: HTMLElement,
    private readonly lines: HTMLElement,
  ) {}

  start(): void {
    for (const event of ["input", "plaudit:text"]) this.area.addEventListener(event, () => this.later());
    this.later(600);
  }

  private later(wait = pause): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), wait);
  }

  private post(address: string, fields: Record<string, string>): Promise<Response> {
    const token = this.form.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")?.value ?? "";
    return fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json", "X-CSRFToken": token },
      body: new URLSearchParams(fields),
    });
  }

  /** Asks for hints; when the server cannot be reached, what is shown stays. */
  private async ask(): Promise<void> {
    const text = this.area.value;
    if (text === this.asked) return;
    try {
      const response = await this.post(this.place.dataset["hints"] ?? "", { text });
      if (!response.ok || !response.headers.get("Content-Type")?.includes("json")) return;
      const hints = (await response.json()) as Hints;
      if (this.area.value !== text) return;
      this.asked = text;
      this.show(hints);
    } catch {
      this.asked = "";
    }
  }

  private show({ patient, hints }: Hints): void {
    const shown = this.all ? hints : hints.slice(0, most);
    const lines = [...patient.map((each) => this.patientLine(each)), ...shown.map((hint) => this.line(hint, hints, patient))];
    const left = hints.length - shown.length;
    if (left > 0) {
      const more = document.createElement("p");
      more.append(
        quietButton(`${left} more`, "hints on the wording", () => {
          this.all = true;
          this.show({ patient, hints });
        }),
      );
      lines.push(more);
    }
    if (lines.length === 0 && this.area.value.trim()) {
      const calm = document.createElement("p");
      calm.className = "pl-soft";
      calm.textContent = "Nothing to point out.";
      lines.push(calm);
    }
    this.lines.replaceChildren(...lines);
  }

  private patientLine(place: Place): HTMLElement {
    const line = document.createElement("p");
    line.className = "pl-coach__line pl-coach__line--patient";
    line.append(`${place.sentence} `, quietButton("Show", place.sentence, () => this.select(place)));
    return line;
  }

  private line(hint: Hint, hints: Hint[], patient: Place[]): HTMLElement {
    const line = document.createElement("p");
    line.className = "pl-coach__line";
    const quote = document.createElement("q");
    quote.textContent = hint.quote;
    line.append(quote, " ", hint.sentence, document.createElement("br"));
    line.append(
      quietButton("Show", hint.quote, () => this.select(hint)),
      quietButton("Put away", hint.quote, () => {
        this.show({ patient, hints: hints.filter((each) => each !== hint) });
        void this.post(this.place.dataset["dismissals"] ?? "", { fingerprint: hint.fingerprint }).catch(() => undefined);
      }),
    );
    return line;
  }

  private select(place: Place): void {
    if (this.area.value !== this.asked) return;
    this.area.focus();
    this.area.setSelectionRange(place.start, place.end);
  }
}

/** Sets the coach to work on the answer, when the page has a place for it. */
export function start(form: HTMLFormElement, area: HTMLTextAreaElement): void {
  const place = document.querySelector<HTMLElement>("[data-coach]");
  const lines = place?.querySelector<HTMLElement>("[data-coach-lines]");
  if (place && lines) new Coach(form, area, place, lines).start();
  startTicks();
}

/** Keeps a tick as soon as it is set. */
function startTicks(): void {
  const ticks = document.querySelector<HTMLElement>("[data-ticks]");
  const status = ticks?.querySelector<HTMLElement>("[data-ticks-status]");
  if (!ticks || !status) return;
  ticks.querySelector("button")?.setAttribute("hidden", "");
  status.setAttribute("role", "status");
  ticks.addEventListener("change", () => {
    const body = new FormData();
    const token = document.querySelector<HTMLInputElement>("#answer-form [name=csrfmiddlewaretoken]");
    body.set("csrfmiddlewaretoken", token?.value ?? "");
    for (const each of ticks.querySelectorAll<HTMLInputElement>("input:checked")) body.append("prompt", each.value);
    fetch(ticks.dataset["ticks"] ?? "", {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
      body,
    })
      .then((response) => {
        status.textContent = response.ok ? "Kept. Only you and your colleagues see them." : "This tick was not kept.";
      })
      .catch(() => {
        status.textContent = "We could not reach the server. This tick was not kept.";
      });
  });
}
