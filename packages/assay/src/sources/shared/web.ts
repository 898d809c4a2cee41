/** What a source may ask of a network: a few bounded GET requests, to hosts that are named beforehand. */

/** One request. */
export interface WebRequest {
  /** `https:`, or `http:` where the user configured it so. */
  readonly url: string;
  /**
   * Hosts besides its own that the request may be redirected to; `.example.org` stands for all below it. A redirect to any
   * other is refused.
   */
  readonly mayRedirectTo?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a bearer token to the request's own scheme, host and port, and to no other. */
  readonly token?: string;
  /** Half-open range of bytes. Whoever answers with other bytes than these lies. */
  readonly range?: readonly [start: number, end: number];
  /** Most bytes of an answer that are taken. */
  readonly limit: number;
  /** Set where an address always means the same bytes (a file of a commit): what the cache holds is the answer. */
  readonly isImmutable?: true;
}

/** An answer, whatever its status: what 401 or 404 means is for the source to say. */
export interface WebAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Address that answered, behind all redirects. */
  readonly url: string;
}

/** An answer whose body was kept as a file. */
export interface WebFile extends Omit<WebAnswer, "body"> {
  /** Path of the file in the cache: its bytes do not change while the process lives. */
  readonly file: string;
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** The network, with its manners: time limits, back-off, the cache in front of it. */
export interface Web {
  /** @throws OriginError when there is no answer, or one that is not true to itself. */
  get(request: WebRequest, signal: AbortSignal): Promise<WebAnswer>;
  /** The same for bodies that do not belong into memory. */
  download(request: WebRequest, signal: AbortSignal): Promise<WebFile>;
}
