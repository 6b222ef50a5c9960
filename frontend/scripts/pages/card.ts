// Paying by card. The card's number goes from Stripe's own field to Stripe; we get a name for it.
interface CardField {
  mount(place: HTMLElement): void;
}

interface CardService {
  elements(): { create(kind: "card", options?: object): CardField };
  createPaymentMethod(what: { type: "card"; card: CardField }): Promise<{
    paymentMethod?: { id: string };
    error?: { message?: string };
  }>;
  confirmCardPayment(secret: string): Promise<{ error?: { message?: string } }>;
}

declare const Stripe: ((key: string) => CardService) | undefined;

interface Answer {
  status?: "paid" | "needs_person" | "not_paid" | "under_way";
  reference?: string;
  secret?: string;
  next?: string;
  reason?: string;
}

class CardForm {
  private readonly service: CardService;
  private readonly card: CardField;
  private readonly say: HTMLElement;
  private readonly button: HTMLButtonElement;

  constructor(
    private readonly form: HTMLFormElement,
    place: HTMLElement,
    make: (key: string) => CardService,
  ) {
    this.service = make(form.dataset["publicKey"] ?? "");
    this.card = this.service.elements().create("card", { hidePostalCode: true });
    this.card.mount(place);
    this.say = form.querySelector<HTMLElement>("[data-card-say]")!;
    this.button = form.querySelector("button")!;
    form.hidden = false;
    form.parentElement?.querySelector("[data-card-away]")?.remove();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.pay();
    });
  }

  private async pay(): Promise<void> {
    this.button.disabled = true;
    this.say.textContent = "Paying…";
    try {
      const problem = await this.problem();
      if (problem) this.say.textContent = problem;
    } catch {
      this.say.textContent =
        "There is no connection. If your card was charged, the fee is settled by itself: look here again before you pay once more.";
    } finally {
      this.button.disabled = false;
    }
  }

  // Returns what went wrong, in words; or goes to the next page.
  private async problem(): Promise<string | undefined> {
    const made = await this.service.createPaymentMethod({ type: "card", card: this.card });
    if (!made.paymentMethod) return made.error?.message ?? "The card could not be read.";
    const answer = await this.post(this.form.action, { payment_method: made.paymentMethod.id });
    if (answer.reason) return answer.reason;
    if (answer.status === "needs_person" && answer.secret) {
      const checked = await this.service.confirmCardPayment(answer.secret);
      if (checked.error) return checked.error.message ?? "Your bank did not allow the payment.";
      const result = await this.post(this.form.dataset["result"] ?? "", { reference: answer.reference ?? "" });
      if (result.reason) return result.reason;
    }
    window.location.assign(answer.next ?? window.location.href);
    return undefined;
  }

  private async post(address: string, more: Record<string, string>): Promise<Answer> {
    const fields = new FormData(this.form);
    for (const [name, value] of Object.entries(more)) fields.set(name, value);
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
    return (await answer.json()) as Answer;
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-card]");
const place = form?.querySelector<HTMLElement>("[data-card-place]");
if (form && place && typeof Stripe === "function") new CardForm(form, place, Stripe);
