// What the page says of one file on its way.
export interface Row {
  show(share: number, words: string): void;
  refuse(reason: string): void;
  remove(): void;
}

export function addRow(list: HTMLElement, name: string, giveUp: () => void): Row {
  const row = document.createElement("div");
  row.className = "pl-progress";
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.setAttribute("aria-label", `Sending ${name}`);
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  words.textContent = `Sending ${name}…`;
  const stop = document.createElement("button");
  stop.type = "button";
  stop.className = "pl-quiet-button";
  stop.textContent = "Give up";
  stop.setAttribute("aria-label", `Give up sending ${name}`);
  stop.addEventListener("click", giveUp);
  row.append(bar, words, stop);
  list.append(row);
  return {
    show(share, said) {
      if (share >= 0) bar.value = share;
      const text = said ? `${name}: ${said}` : `Sending ${name}…`;
      if (words.textContent !== text) words.textContent = text;
      stop.hidden = share === 1;
    },
    refuse(reason) {
      bar.remove();
      stop.remove();
      words.className = "govuk-error-message";
      words.setAttribute("role", "alert");
      words.textContent = `“${name}” was not added. ${reason}`;
    },
    remove() {
      row.remove();
    },
  };
}
