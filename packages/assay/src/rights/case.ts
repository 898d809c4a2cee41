/** The rights card for one's own case: `users=5e6,revenue=2e7,country=DE,use=commercial`. */

import type { Right } from "../model/documents.ts";
import { UsageError } from "../model/errors.ts";
import type { Evidence } from "../model/types.ts";
import { covers, findCountry, overlaps } from "./countries.ts";

/** Who asks, and for what; what is left out stays open. */
export interface Case {
  /** Monthly users. */
  readonly users?: number;
  /** Revenue a year, in `currency`. */
  readonly revenue?: number;
  /** ISO 4217; US dollars where nothing is said. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly country?: string;
  readonly use?: Use;
}

const USES = ["commercial", "research", "personal"] as const;
type Use = (typeof USES)[number];

const KEYS = "users, revenue, currency, country, use";

/** Reads a case. @throws UsageError that names what can be said. */
export function parseCase(words: string): Case {
  const said = new Map<string, string>();
  for (const part of words.split(",").filter((one) => one.trim() !== "")) {
    const [key = "", value = ""] = part.split("=", 2).map((one) => one.trim());
    if (said.has(key)) throw new UsageError(`--for says ${key} twice`);
    said.set(key, value);
  }
  const taken = new Set(KEYS.split(", "));
  const unknown = [...said.keys()].find((key) => !taken.has(key));
  if (unknown !== undefined) throw new UsageError(`--for knows no "${unknown}"; it knows: ${KEYS}`);
  const users = readAmount(said, "users");
  const revenue = readAmount(said, "revenue");
  const country = readCountry(said);
  const currency = readCode(said, "currency", /^[A-Z]{3}$/) ?? "USD";
  const use = said.get("use");
  if (use !== undefined && !isUse(use)) throw new UsageError(`use is one of ${USES.join(", ")}, not "${use}"`);
  return {
    currency,
    ...(users !== undefined && { users }),
    ...(revenue !== undefined && { revenue }),
    ...(country !== undefined && { country }),
    ...(use !== undefined && { use }),
  };
}

function isUse(word: string): word is Use {
  return (USES as readonly string[]).includes(word);
}

function readAmount(said: ReadonlyMap<string, string>, key: string): number | undefined {
  const words = said.get(key);
  if (words === undefined) return undefined;
  if (!/^\d[\d_]*(?:\.\d+)?(?:e\d{1,2})?$/i.test(words))
    throw new UsageError(`${key} is a number such as 5e6, not "${words}"`);
  return Number(words.replaceAll("_", ""));
}

function readCode(said: ReadonlyMap<string, string>, key: string, form: RegExp): string | undefined {
  const code = said.get(key)?.toUpperCase();
  if (code !== undefined && !form.test(code))
    throw new UsageError(`${key} is a code such as ${key === "country" ? "DE" : "USD"}, not "${code}"`);
  return code;
}

function readCountry(said: ReadonlyMap<string, string>): string | undefined {
  const code = readCode(said, "country", /^[A-Z]{2}$/);
  const country = code === undefined ? undefined : findCountry(code);
  if (country === null)
    throw new UsageError(`country is a code of ISO 3166-1 such as DE, or EU, and "${code}" is none`);
  return country;
}

/** A case in one form, as rights carry it. */
export function nameCase({ users, revenue, currency, country, use }: Case): string {
  const parts = [
    users === undefined ? [] : [`users=${users}`],
    revenue === undefined ? [] : [`revenue=${revenue}`, `currency=${currency}`],
    country === undefined ? [] : [`country=${country}`],
    use === undefined ? [] : [`use=${use}`],
  ];
  return parts.flat().join(",");
}

/** Answers the questions on which a case bears; the others stay as they are. */
export function answerFor(rights: readonly Right[], evidence: readonly Evidence[], own: Case): readonly Right[] {
  const byId = new Map(evidence.map((one) => [one.id, one]));
  return rights.map((right) => {
    const cited = right.evidence.flatMap((id) => byId.get(id) ?? []);
    const terms = cited.filter(({ code }) => code === "term" || code === WITHIN || code === OTHER_USE);
    const { conditional } = right;
    const settled = settle({ ...right, ...conditional }, terms, own);
    if (settled === null) return right;
    const { on: _, ...rest } = right;
    const asked = { ...rest, question: askFor(right, own), for: nameCase(own) };
    if (conditional !== undefined) return { ...asked, conditional: settled };
    return { ...asked, ...settled, ...(settled.answer === "depends" && { on: settled.because }) };
  });
}

/** Code of the evidence that tells what holds where no limit applies, unless that is what one hopes for. */
const WITHIN = "right-within-limits";

/** Code of the evidence that tells what holds for a use that is no commerce, unless that is what one hopes for. */
const OTHER_USE = "right-for-other-use";

const OTHER_USES: Readonly<Record<string, string>> = {
  research: "May I use it for research?",
  personal: "May I use it for myself?",
};

/** Who does not mean to make money asks another question. */
function askFor({ id, question }: Right, { use = "commercial" }: Case): string {
  return id === "sell" ? (OTHER_USES[use] ?? question) : question;
}

/** What is not for commerce leaves other uses open, and research alone no other use. */
function settleUse(right: Right, terms: readonly Evidence[], own: Case): Settled {
  const research = terms.find(({ args }) => args.type === "research-only");
  if (own.use === "personal" && research !== undefined) return { answer: "no", because: research.message };
  const sized = terms.some(isThreshold) ? settleSize(right, terms.filter(isThreshold), own) : null;
  if (sized !== null && sized.answer !== "yes") return sized;
  const open = terms.find(({ code }) => code === OTHER_USE);
  if (open !== undefined) return { answer: readAnswer(open), because: String(open.args.because) };
  return { answer: "yes", because: sized?.because ?? right.because };
}

function readAnswer({ args: { answer } }: Evidence): Right["answer"] {
  return answer === "yes" || answer === "no" || answer === "depends" ? answer : "unknown";
}

/** What holds for a case that no limit reaches. */
function settleWithin(seen: readonly Evidence[], hoped: Settled): Settled {
  const open = seen.find(({ code }) => code === WITHIN);
  if (open === undefined) return hoped;
  return { answer: readAnswer(open), because: `${hoped.because}; but ${open.args.because}` };
}

type Settled = Pick<Right, "answer" | "because">;

function settle(right: Right, terms: readonly Evidence[], own: Case): Settled | null {
  if (right.answer === "unknown") return null;
  if (right.id === "country") return settleCountry(right, terms, own);
  if (right.id === "sell" && own.use !== undefined && own.use !== "commercial") return settleUse(right, terms, own);
  return terms.some(isThreshold) ? settleSize(right, terms, own) : null;
}

function isThreshold({ args }: Evidence): boolean {
  return String(args.type).endsWith("-threshold");
}

function settleCountry(right: Right, terms: readonly Evidence[], { country }: Case): Settled | null {
  const regions = terms.filter(({ args }) => args.type === "territory-excluded");
  if (country === undefined || regions.length === 0) return null;
  const hit = regions.find(({ args }) => covers(String(args.value), country));
  if (hit !== undefined) return { answer: right.answer, because: hit.message };
  const part = regions.find(({ args }) => overlaps(String(args.value), country));
  if (part !== undefined) return { answer: "depends", because: part.message };
  return settleWithin(terms, { answer: "yes", because: `${country} is not among the regions that are excluded` });
}

/** Over a limit what the clause says holds; under all of them nothing does. */
function settleSize(right: Right, terms: readonly Evidence[], own: Case): Settled | null {
  const limits = terms.filter(isThreshold);
  const compared = limits.map((limit) => ({ limit, isOver: isOver(limit, own) }));
  const over = compared.find(({ isOver: yes }) => yes === true);
  if (over !== undefined) return { answer: right.id === "name" ? "yes" : "no", because: over.limit.message };
  const open = compared.find(({ isOver: yes }) => yes === null);
  if (open !== undefined) return { answer: "depends", because: open.limit.message };
  const [first] = limits;
  const because = `below the limit: ${first?.message ?? ""}`;
  return settleWithin(terms, { answer: right.id === "name" ? "no" : "yes", because });
}

/** Null where the case does not say, or in another currency or over another time. */
function isOver({ args }: Evidence, { users, revenue, currency }: Case): boolean | null {
  const amount = args.metric === "revenue" ? revenueIn(args, { revenue, currency }) : usersIn(args, users);
  if (amount === null) return null;
  const limit = Number(args.value);
  return args.comparison === "at-least" ? amount >= limit : amount > limit;
}

function usersIn(args: Evidence["args"], users: number | undefined): number | null {
  return args.metric === "users" && users !== undefined ? users : null;
}

function revenueIn(
  args: Evidence["args"],
  { revenue, currency }: { readonly revenue: number | undefined; readonly currency: string },
): number | null {
  if (revenue === undefined || args.currency !== currency) return null;
  if (args.window === "month") return revenue / 12;
  return args.window === "year" || args.window === "12-months" ? revenue : null;
}
