/** What is kept of what was fetched. */

/** Something kept: a few words about it, and its bytes. */
export interface Kept {
  readonly about: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The same, its bytes in a file that nobody changes. */
export interface KeptFile {
  readonly about: Readonly<Record<string, string>>;
  readonly file: string;
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** A folder of what was fetched, by content: whatever no longer has the digest it was kept under is not there. */
export interface Cache {
  get(key: string): Promise<Kept | null>;
  put(key: string, kept: Kept): Promise<void>;
  getFile(key: string): Promise<KeptFile | null>;
  /** Keeps a body that comes piece by piece. @throws what the body throws. */
  putFile(key: string, about: Kept["about"], body: AsyncIterable<Uint8Array>): Promise<KeptFile>;
  /** A folder for a tool that keeps a store of its own (git); its size counts against the cache's. */
  folder(key: string): Promise<string>;
}
