// Signing out leaves nothing of what was written in this browser: first it asks, when the server lacks some of it.
import { forgetForms, unsentForms } from "../lib/forms/forgetting";
import { forgetAll, unsentChanges } from "../lib/live/store";
import { tellSignedOut } from "../lib/live/tabs";

const question =
  "Some of your words have not reached us yet. If you sign out now, they are removed from this browser. Sign out?";

for (const form of document.querySelectorAll<HTMLFormElement>('form[action$="/sign-out/"]')) {
  let isReady = false;
  form.addEventListener("submit", (event) => {
    if (isReady) return;
    event.preventDefault();
    void unsentChanges()
      .catch(() => null)
      .then(async (count) => {
        if ((count || unsentForms()) && !window.confirm(question)) return;
        forgetForms();
        await forgetAll();
        tellSignedOut();
        isReady = true;
        form.requestSubmit();
      });
  });
}
