// Signing in with a passkey, and making one.
// form[data-passkey="use" or "make"] with data-options (an address), a hidden input `credential`, and [data-passkey-status].
type Json = Record<string, any>;

function toBytes(text: string): ArrayBuffer {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0)).buffer;
}

function toText(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}

function withIdBytes(credentials: Json[] = []): Json[] {
  return credentials.map((credential) => ({ ...credential, id: toBytes(credential.id) }));
}

async function make(options: Json): Promise<Credential | null> {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    user: { ...options.user, id: toBytes(options.user.id) },
    excludeCredentials: withIdBytes(options.excludeCredentials),
  } as PublicKeyCredentialCreationOptions;
  return navigator.credentials.create({ publicKey });
}

async function use(options: Json): Promise<Credential | null> {
  const publicKey = {
    ...options,
    challenge: toBytes(options.challenge),
    allowCredentials: withIdBytes(options.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
  return navigator.credentials.get({ publicKey });
}

function asJson(credential: PublicKeyCredential): Json {
  const answer = credential.response as any;
  const response: Json = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (answer[part]) response[part] = toText(answer[part]);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function answer(form: HTMLFormElement): Promise<void> {
  const token = new FormData(form).get("csrfmiddlewaretoken") as string;
  const given = await fetch(form.dataset.options!, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token },
  });
  const options = await given.json();
  if (!given.ok) throw new Error(options.reason);
  const credential = await (form.dataset.passkey === "make" ? make : use)(options.publicKey);
  if (!credential) return;
  (form.elements.namedItem("credential") as HTMLInputElement).value = JSON.stringify(
    asJson(credential as PublicKeyCredential),
  );
  form.submit();
}

function reasonFor(fault: unknown): string {
  const name = fault instanceof Error ? fault.name : "";
  if (name === "InvalidStateError") return "This device has a passkey for your account already.";
  if (name === "NotAllowedError" || name === "AbortError") return "The passkey was not used. Nothing has changed.";
  return (name === "Error" && (fault as Error).message) || "We could not reach the server. Nothing has changed.";
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
  if (!window.PublicKeyCredential) break;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const status = form.querySelector("[data-passkey-status]")!;
    status.textContent = "";
    try {
      await answer(form);
    } catch (fault) {
      status.textContent = reasonFor(fault);
    }
  });
}
