// Shows how much of a file has gone. Without this, the form is posted as any other.
import { parsePage } from "../lib/page";

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) {
  const status = form.querySelector<HTMLElement>("[data-upload-status]");
  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")];
    if (!status || !files.some((input) => input.files?.length)) return;
    event.preventDefault();
    send(form, status);
  });
}

function send(form: HTMLFormElement, status: HTMLElement): void {
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  words.textContent = "Sending your file…";
  status.className = "pl-progress";
  status.replaceChildren(bar, words);

  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    if (bar.value >= 100) words.textContent = "Sent. Checking it…";
  });
  request.addEventListener("load", () => {
    const elsewhere = request.responseURL !== "" && request.responseURL !== form.action;
    if (request.status < 400 && elsewhere) window.location.assign(request.responseURL);
    else showAnswer(request.responseText);
  });
  request.addEventListener("error", () => {
    bar.remove();
    words.textContent = "We could not reach the server. The file has not been sent. Try again.";
  });
  request.send(new FormData(form));
}

/** The answer is a page: the form with its errors, or a refusal. */
function showAnswer(html: string): void {
  const page = parsePage(html);
  const main = page.querySelector("main");
  if (!main) return;
  document.title = page.title;
  document.querySelector("main")?.replaceWith(main);
  (main.querySelector<HTMLElement>("[autofocus]") ?? main).focus();
}
