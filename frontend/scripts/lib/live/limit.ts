// A text that is far too long is turned away before it reaches the field, so that the page stays quick.
export const longestText = 200_000;

/** The sentence that says why a text was not put in; "" when there is room for it. */
export function tooLong(incoming: number, now: number, replaced: number): string {
  const room = longestText - (now - replaced);
  if (incoming <= room) return "";
  const count = (number: number) => number.toLocaleString("en-GB");
  const held = now - replaced > 0 ? ` and ${count(now - replaced)} are here already` : "";
  return `That text has ${count(incoming)} characters. An answer holds ${count(longestText)}${held}. Nothing was put in: shorten it, or add it as a file under “Evidence”.`;
}

export function guardLength(area: HTMLTextAreaElement, say: (sentence: string) => void): void {
  let before = area.value;
  area.addEventListener("beforeinput", (event) => {
    before = area.value;
    const incoming = event.data?.length ?? event.dataTransfer?.getData("text/plain").length ?? 0;
    const sentence = tooLong(incoming, before.length, area.selectionEnd - area.selectionStart);
    if (!sentence || incoming === 0) return;
    event.preventDefault();
    say(sentence);
  });
  area.addEventListener("paste", (event) => {
    const incoming = event.clipboardData?.getData("text/plain").length ?? 0;
    const sentence = tooLong(incoming, area.value.length, area.selectionEnd - area.selectionStart);
    if (!sentence) return;
    event.preventDefault();
    say(sentence);
  });
  // What came in some other way is taken out again, before anybody else reads it.
  area.addEventListener(
    "input",
    (event) => {
      if (area.value.length <= longestText || area.value.length <= before.length) {
        before = area.value;
        return;
      }
      event.stopImmediatePropagation();
      const sentence = tooLong(area.value.length - before.length, before.length, 0);
      area.value = before;
      say(sentence);
    },
    { capture: true },
  );
}
