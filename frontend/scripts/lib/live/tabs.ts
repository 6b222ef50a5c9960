// Several windows of one browser on one answer hear each other at once, with or without a server.
export const channelName = "plaudit-live";

export interface Listener {
  written(update: Uint8Array): void;
  signedOut(): void;
}

interface Message {
  of?: string;
  update?: Uint8Array;
  signedOut?: boolean;
}

export class Tabs {
  private readonly channel: BroadcastChannel | null;

  constructor(
    private readonly of: string,
    listener: Listener,
  ) {
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel(channelName) : null;
    this.channel?.addEventListener("message", (event: MessageEvent<Message>) => {
      if (event.data.signedOut) listener.signedOut();
      if (event.data.of === this.of && event.data.update) listener.written(event.data.update);
    });
  }

  tell(update: Uint8Array): void {
    this.channel?.postMessage({ of: this.of, update } satisfies Message);
  }
}

export function tellSignedOut(): void {
  if ("BroadcastChannel" in window) new BroadcastChannel(channelName).postMessage({ signedOut: true } satisfies Message);
}
