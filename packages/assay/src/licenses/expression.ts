/** SPDX licence expressions (SPDX 2.3 annex D, 3.0 annex B) as a list of demands that all hold at once. */

import { currentId, isDeprecatedId } from "./deprecated-ids.ts";
import { exceptionIds } from "./exception-ids.ts";
import { licenseIds } from "./ids.generated.ts";
import { gnuFamily } from "./license-family.ts";

/** Ids, operators and brackets; the longest real expression seen has 45. */
const MAX_TOKENS = 100;
/** UTF-16 units, before anything is split. */
const MAX_LENGTH = 4096;
const MAX_DEPTH = 20;
/** Demands of the normal form, which grows exponentially with alternatives of conjunctions. */
const MAX_DEMANDS = 64;
/** Alternatives of one demand. */
const MAX_ALTERNATIVES = 64;

/** Why an expression was not read. */
export type ExpressionFault = "syntax" | "unknown-id" | "too-long" | "too-deep" | "too-large";

/**
 * What an expression demands. Each demand is one licence (`A`, `A+`, `A WITH E`) or alternatives joined by " OR ",
 * sorted; all demands hold. `word` is the token at fault, for `unknown-id` the id.
 */
export type ParsedExpression =
  | { readonly ok: true; readonly demands: readonly string[] }
  | { readonly ok: false; readonly fault: ExpressionFault; readonly word?: string };

type Demands = readonly (readonly string[])[];

class Fault extends Error {
  readonly fault: ExpressionFault;
  readonly word: string | undefined;

  constructor(fault: ExpressionFault, word?: string) {
    super(fault);
    this.fault = fault;
    this.word = word;
  }
}

const LICENSES: ReadonlyMap<string, string> = new Map(licenseIds.map((id) => [id.toLowerCase(), id]));
const EXCEPTIONS: ReadonlyMap<string, string> = new Map(exceptionIds.map((id) => [id.toLowerCase(), id]));
const LICENSE_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const ADDITION_REF = /^(?:DocumentRef-[A-Za-z0-9.-]+:)?AdditionRef-[A-Za-z0-9.-]+$/;
const ID = /^[A-Za-z0-9.-]+\+?$/;

/** The canonical spelling of an SPDX licence id in any letter case; null when the list has none. */
export function findLicenseId(id: string): string | null {
  return LICENSES.get(id.toLowerCase()) ?? null;
}

/** Parses an expression to conjunctive normal form. Ids get their canonical case, deprecated ids their replacement. */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > MAX_LENGTH) return { ok: false, fault: "too-long" };
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  if (tokens.length > MAX_TOKENS) return { ok: false, fault: "too-long" };
  try {
    return { ok: true, demands: toStrings(new Parser(tokens).parse()) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, fault: error.fault, ...(error.word === undefined ? {} : { word: error.word }) };
  }
}

/** Recursive descent: OR binds loosest, then AND, WITH, +. */
class Parser {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  parse(): Demands {
    const demands = this.#alternatives(0);
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) throw new Fault("syntax", rest);
    return demands;
  }

  #alternatives(depth: number): Demands {
    let demands = this.#conjunction(depth);
    while (this.#take("OR")) demands = either(demands, this.#conjunction(depth));
    return demands;
  }

  #conjunction(depth: number): Demands {
    let demands = this.#operand(depth);
    while (this.#take("AND")) demands = bounded([...demands, ...this.#operand(depth)]);
    return demands;
  }

  #operand(depth: number): Demands {
    if (depth > MAX_DEPTH) throw new Fault("too-deep");
    if (!this.#take("(")) return [[this.#license()]];
    const inner = this.#alternatives(depth + 1);
    if (!this.#take(")")) throw this.#unexpected();
    return inner;
  }

  #license(): string {
    const token = this.#tokens[this.#next];
    if (token === undefined || isOperator(token)) throw this.#unexpected();
    this.#next += 1;
    const license = toLicense(token);
    if (!this.#take("WITH")) return license;
    const addition = this.#tokens[this.#next];
    if (addition === undefined || isOperator(addition) || license.includes(" WITH ")) throw this.#unexpected();
    this.#next += 1;
    return `${license} WITH ${toException(addition)}`;
  }

  // Operators are all upper or all lower case (SPDX 3.0); "Or" is a word.
  #take(token: string): boolean {
    const next = this.#tokens[this.#next];
    if (next !== token && next !== token.toLowerCase()) return false;
    this.#next += 1;
    return true;
  }

  #unexpected(): Fault {
    return new Fault("syntax", this.#tokens[this.#next]);
  }
}

function isOperator(token: string): boolean {
  return /^(?:[()]|AND|OR|WITH|and|or|with)$/.test(token);
}

function toLicense(token: string): string {
  if (LICENSE_REF.test(token)) return token;
  if (!ID.test(token)) throw new Fault("syntax", token);
  const listed = findLicenseId(token);
  if (listed !== null) return currentId(listed);
  const base = token.endsWith("+") ? findLicenseId(token.slice(0, -1)) : null;
  if (base === null) throw new Fault("unknown-id", token);
  // "GPL-2.0+" is how "GPL-2.0-or-later" was written; other deprecated ids have no such form.
  if (gnuFamily(base) === base) return `${base}-or-later`;
  if (isDeprecatedId(base)) throw new Fault("unknown-id", token);
  return `${base}+`;
}

function toException(token: string): string {
  if (ADDITION_REF.test(token)) return token;
  const listed = EXCEPTIONS.get(token.toLowerCase());
  if (listed === undefined) throw new Fault(ID.test(token) ? "unknown-id" : "syntax", token);
  return listed;
}

// (a AND b) OR (c AND d) = (a OR c) AND (a OR d) AND (b OR c) AND (b OR d)
function either(left: Demands, right: Demands): Demands {
  if (left.length * right.length > MAX_DEMANDS) throw new Fault("too-large");
  return bounded(left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])])));
}

function bounded(demands: Demands): Demands {
  const tooWide = demands.some((alternatives) => alternatives.length > MAX_ALTERNATIVES);
  if (demands.length > MAX_DEMANDS || tooWide) throw new Fault("too-large");
  return demands;
}

function toStrings(demands: Demands): readonly string[] {
  return [...new Set(demands.map((alternatives) => [...new Set(alternatives)].sort().join(" OR ")))];
}
