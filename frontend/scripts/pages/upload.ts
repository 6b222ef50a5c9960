// Sends files in parts, shows how far they have come, and goes on after a lost connection or a reload.
// Without this, each form is posted as any other.
import { forget, keep, keptFor } from "../lib/upload/kept";
import { addRow } from "../lib/upload/row";
import { keyOf, sendFile } from "../lib/upload/sending";

let underWay = 0;
let refusals = 0;
let arrivals = 0;

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) {
  form.addEventListener("submit", (event) => {
    const chosen = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")].flatMap((input) => [...(input.files ?? [])]);
    if (chosen.length === 0 || !window.crypto?.subtle) return;
    event.preventDefault();
    const title = form.querySelector<HTMLInputElement>("input[name=title]");
    for (const file of chosen) void begin(form, file, chosen.length === 1 ? (title?.value ?? "") : "");
    form.reset();
  });
}

async function begin(form: HTMLFormElement, file: File, title: string): Promise<void> {
  const { uploads = "", kind = "", evidence = "" } = form.dataset;
  const key = await keyOf(file, [uploads, kind, evidence].join(" "));
  const fields = { kind, evidence, title, key };
  await keep({ key, page: location.pathname, file, fields });
  await send(form, file, fields);
}

async function send(form: HTMLFormElement, file: File, fields: Record<string, string>): Promise<void> {
  const list = form.querySelector<HTMLElement>("[data-upload-status]") ?? form;
  const token = form.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
  const stop = new AbortController();
  const row = addRow(list, file.name, () => stop.abort());
  const key = fields["key"] ?? "";
  underWay += 1;
  try {
    const refusal = await sendFile(form.dataset["uploads"] ?? "", token, file, fields, row.show, stop.signal);
    if (refusal) {
      refusals += 1;
      row.refuse(refusal.reason);
    } else {
      arrivals += 1;
      row.show(1, "Added.");
    }
  } catch {
    row.remove();
  }
  await forget(key);
  underWay -= 1;
  if (underWay === 0 && refusals === 0) location.assign(form.dataset["then"] ?? location.href);
  else if (underWay === 0 && arrivals > 0) offerToShow(form);
}

/** Some files came and others were refused: the reasons stay until the person has read them. */
function offerToShow(form: HTMLFormElement): void {
  if (form.querySelector("[data-show-files]")) return;
  const link = document.createElement("a");
  link.href = form.dataset["then"] ?? location.href;
  link.dataset["showFiles"] = "";
  link.textContent = "Show the files that were added";
  form.querySelector("[data-upload-status]")?.append(link);
}

window.addEventListener("beforeunload", (event) => {
  if (underWay > 0) event.preventDefault();
});

/** What a reload interrupted goes on by itself. */
async function goOn(): Promise<void> {
  for (const kept of await keptFor(location.pathname)) {
    const alike = `form[data-upload][data-kind="${kept.fields["kind"] ?? ""}"]`;
    const form = [...document.querySelectorAll<HTMLFormElement>(alike)].find(
      (one) => (one.dataset["evidence"] ?? "") === (kept.fields["evidence"] ?? ""),
    );
    if (form) void send(form, kept.file, kept.fields);
    else await forget(kept.key);
  }
}

void goOn();
