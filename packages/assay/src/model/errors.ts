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
