// Keys that score the criterion in focus: 0 to 9; 1 then 0, or t, for ten; arrows stop at the ends; n goes to the next unread.
const together = 700;

export function scoreByKeys(form: HTMLFormElement): void {
  let lastKey = "";
  let lastTime = 0;
  form.addEventListener("keydown", (event) => {
    const radio = event.target;
    if (!(radio instanceof HTMLInputElement) || radio.type !== "radio") return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const group = [...form.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(radio.name)}"]`)];
    const soon = event.timeStamp - lastTime < together;
    const score = event.key === "t" || (event.key === "0" && lastKey === "1" && soon) ? "10" : event.key;
    lastKey = event.key;
    lastTime = event.timeStamp;
    if (score === "n") {
      document.querySelector<HTMLAnchorElement>("a[data-next-unread]")?.click();
      return;
    }
    const chosen = group.find((choice) => choice.value === score);
    if (chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (pastTheEnd(event.key, group.indexOf(radio), group.length)) {
      event.preventDefault();
    }
  });
}

function choose(radio: HTMLInputElement): void {
  radio.focus();
  if (radio.checked) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

/** A group of radios wraps from the last to the first: a slip from ten to nought. */
function pastTheEnd(key: string, place: number, count: number): boolean {
  if (key === "ArrowRight" || key === "ArrowDown") return place === count - 1;
  return (key === "ArrowLeft" || key === "ArrowUp") && place === 0;
}
