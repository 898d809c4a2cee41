/** What is kept of what was fetched. */

/** Something kept: a few words about it, and its bytes. */
export interface Kept {
  readonly about: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A folder of what was fetched, by content: whatever no longer has the digest it was kept under is not there. */
export interface Cache {
  get(key: string): Promise<Kept | null>;
  put(key: string, kept: Kept): Promise<void>;
  /** A folder for a tool that keeps a store of its own (git); its size counts against the cache's. */
  folder(key: string): Promise<string>;
}
