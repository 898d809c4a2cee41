/** Errors that a caller can tell apart. Anything else that is thrown is our bug and must surface. */

/** A file that cannot be read as its format. Message: what, actual, bound. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  /** Kebab-case reason, listed in the README of the format that throws it. */
  readonly code: string;
  /** Byte offset in the file where it went wrong. */
  readonly offset: number;

  constructor(code: string, message: string, where: { readonly offset?: number; readonly cause?: unknown } = {}) {
    super(message, where.cause === undefined ? undefined : { cause: where.cause });
    this.code = code;
    this.offset = where.offset ?? 0;
  }
}

/** What the user asked cannot be done as asked: exit code 64. Message: what happened, where, what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Why an origin could not be opened, or a file of it not fetched. */
export type OriginErrorCode =
  | "offline"
  | "unreachable"
  | "timeout"
  | "certificate"
  | "refused"
  | "not-visible"
  | "gated"
  | "disabled"
  | "rate-limited"
  | "no-such-revision"
  | "lies"
  | "over-limit";

/**
 * A place that could not be opened or did not answer as it should: a gap of the release, which leaves the rest of it as it
 * is. Message: one sentence on what happened, where, and what to do; it holds no credential.
 */
export class OriginError extends Error {
  override readonly name = "OriginError";
  readonly code: OriginErrorCode;

  constructor(code: OriginErrorCode, message: string, where: { readonly cause?: unknown } = {}) {
    super(message, where.cause === undefined ? undefined : { cause: where.cause });
    this.code = code;
  }
}
