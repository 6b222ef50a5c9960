// Words on their way: every change made here stays in this browser until the server has it.
// One database holds them for each person and answer. Each window writes rows of its own and sends everybody's.
const databaseName = "plaudit-live";
const unsent = "unsent";
const documents = "documents";
const patience = 2_000;
const thisWindow = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

export interface Place {
  person: string;
  entry: string;
  answer: string;
}

export interface Row {
  key: string;
  data: Uint8Array;
}

export interface Typed {
  base: string;
  text: string;
}

interface StoredRow extends Row, Place {
  of: string;
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function opened(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    window.setTimeout(() => resolve(null), patience);
    try {
      const request = window.indexedDB.open(databaseName, 1);
      request.onupgradeneeded = () => {
        const rows = request.result.createObjectStore(unsent, { keyPath: "key" });
        rows.createIndex("of", "of");
        rows.createIndex("person", "person");
        request.result.createObjectStore(documents, { keyPath: "of" }).createIndex("person", "person");
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

export class Store {
  private readonly own = new Map<string, Uint8Array>();
  private readonly of: string;
  private count = 0;

  private constructor(
    private readonly place: Place,
    private database: IDBDatabase | null,
  ) {
    this.of = `${place.person} ${place.answer}`;
    // A newer page, or signing out, may want to change or drop the database.
    if (database) database.onversionchange = () => this.close();
    if (database) database.onclose = () => (this.database = null);
  }

  /** Opens the person's store of an answer. Where the browser keeps nothing, words are held in memory alone. */
  static async open(place: Place): Promise<Store> {
    return new Store(place, await opened());
  }

  /** Whether words outlast this page. */
  get isLasting(): boolean {
    return this.database !== null;
  }

  get hasOwn(): boolean {
    return this.own.size > 0;
  }

  ownRows(): Row[] {
    return [...this.own].map(([key, data]) => ({ key, data }));
  }

  /** Keeps an update that was made here. */
  add(data: Uint8Array): void {
    const key = `${thisWindow} ${String(this.count++).padStart(9, "0")}`;
    this.own.set(key, data);
    this.write(unsent, (rows) => rows.put({ ...this.place, of: this.of, key, data }));
  }

  /** All that was written in this browser and not yet acknowledged, whichever window wrote it. */
  async rows(): Promise<Row[]> {
    const stored = await this.read<StoredRow[]>(unsent, (rows) => rows.index("of").getAll(this.of), []);
    return [...stored.filter((row) => !this.own.has(row.key) && !row.key.startsWith(thisWindow)), ...this.ownRows()];
  }

  /** Drops what the server has acknowledged, or its author has thrown away. */
  drop(keys: string[]): void {
    for (const key of keys) this.own.delete(key);
    this.write(unsent, (rows) => keys.forEach((key) => rows.delete(key)));
  }

  async state(): Promise<Uint8Array | null> {
    const row = await this.read<{ data: Uint8Array } | undefined>(documents, (rows) => rows.get(this.of), undefined);
    return row?.data ?? null;
  }

  keepState(data: Uint8Array): void {
    this.write(documents, (rows) => rows.put({ of: this.of, person: this.place.person, data }));
  }

  /** Words typed before there was a document to put them in, with the text that they were typed into. */
  async typed(): Promise<Typed | null> {
    const row = await this.read<Typed | undefined>(documents, (rows) => rows.get(`${this.of} typed`), undefined);
    return row ?? null;
  }

  keepTyped(typed: Typed | null): void {
    const of = `${this.of} typed`;
    this.write(documents, (rows) => (typed ? rows.put({ ...typed, of, person: this.place.person }) : rows.delete(of)));
  }

  /** The person's other answers in this entry that have words not yet sent. */
  async others(): Promise<string[]> {
    const rows = await this.read<StoredRow[]>(unsent, (all) => all.index("person").getAll(this.place.person), []);
    const here = rows.filter((row) => row.entry === this.place.entry && row.answer !== this.place.answer);
    return [...new Set(here.map((row) => row.answer))];
  }

  /** The same browser's store of another answer of the entry. */
  beside(answer: string): Store {
    return new Store({ ...this.place, answer }, this.database);
  }

  private close(): void {
    this.database?.close();
    this.database = null;
  }

  private write(name: string, change: (rows: IDBObjectStore) => void): void {
    if (!this.database) return;
    try {
      const transaction = this.database.transaction(name, "readwrite");
      transaction.onabort = () => this.close();
      change(transaction.objectStore(name));
      // At once: a transaction that is left to end by itself is thrown away with a page that is closed or reloaded.
      transaction.commit?.();
    } catch {
      this.close();
    }
  }

  private async read<Result>(name: string, question: (rows: IDBObjectStore) => IDBRequest, nothing: Result): Promise<Result> {
    if (!this.database) return nothing;
    try {
      const rows = this.database.transaction(name, "readonly").objectStore(name);
      return (await asked(question(rows))) as Result;
    } catch {
      this.close();
      return nothing;
    }
  }
}

/** How many changes in this browser the server does not have yet; null when there is no store at all. */
export async function unsentChanges(): Promise<number | null> {
  const databases = (await window.indexedDB.databases?.()) ?? [{ name: databaseName }];
  if (!databases.some((one) => one.name === databaseName)) return null;
  const database = await opened();
  if (!database) return null;
  const count = await asked(database.transaction(unsent, "readonly").objectStore(unsent).count());
  database.close();
  return count;
}

/** Forgets everything that this browser keeps of what was written. */
export function forgetAll(): Promise<void> {
  return new Promise((resolve) => {
    const request = window.indexedDB.deleteDatabase(databaseName);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
