// Files on their way, kept by the browser, so that a page that was closed or reloaded goes on sending.
export interface KeptFile {
  key: string;
  page: string;
  file: File;
  fields: Record<string, string>;
}

const STORE = "files";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("plaudit-uploads", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("no store"));
  });
}

async function within<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("no store"));
    });
  } finally {
    database.close();
  }
}

/** A browser that keeps nothing (a private window, a full disk) still sends: it only cannot go on after a reload. */
export async function keep(kept: KeptFile): Promise<void> {
  await within("readwrite", (store) => store.put(kept)).catch(() => undefined);
}

export async function forget(key: string): Promise<void> {
  await within("readwrite", (store) => store.delete(key)).catch(() => undefined);
}

export async function keptFor(page: string): Promise<KeptFile[]> {
  const all = await within<KeptFile[]>("readonly", (store) => store.getAll()).catch(() => []);
  return all.filter((one) => one.page === page);
}
