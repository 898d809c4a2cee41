/** Numbers in a clause that count users or visits, or name an amount of money. */

/** A number with what it counts; `from` and `to` are units of the words. */
export interface Quantity {
  readonly metric: "users" | "visits" | "revenue";
  readonly number: number;
  /** ISO 4217, for money. */
  readonly currency?: string;
  readonly from: number;
  readonly to: number;
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};

const UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, index) => [word, index + 1] as const),
  ["twenty", 20],
  ["thirty", 30],
  ["fifty", 50],
  ["hundred", 100],
  ["one hundred", 100],
  ["two hundred", 200],
  ["three hundred", 300],
  ["five hundred", 500],
  ["seven hundred", 700],
]);

const SCALE = String.raw`(?:\s?(thousand|million|billion|mn|bn|百万|千万|万|亿|[kmb](?![a-z])))?`;
const NUMBER = String.raw`(\d[\d,.]{0,18}(?<![,.])|\b(?:${[...WORDS.keys()].reverse().join("|")}) (?=million|billion))${SCALE}`;

/** The number that digits or a word and a scale write; null where it is none. */
function numberOf(digits: string, scale: string | undefined): number | null {
  const word = WORDS.get(digits.trim().toLowerCase());
  const plain = digits.replace(/[,.](?=\d{3}(?:\D|$))/g, "").replace(",", ".");
  const value = word ?? Number(plain);
  return Number.isFinite(value) && value > 0 ? Math.round(value * (SCALES[scale?.toLowerCase() ?? ""] ?? 1)) : null;
}

const COUNTED = new RegExp(
  String.raw`${NUMBER}\+?\s?(?:\([^)]{1,30}\)\s?)?(?:or more |and more |of )?(?:(?:monthly|daily|weekly|active|unique|registered|total|end|individual) ){0,4}(users?|MAUs?|MUUs?|DAUs?|visits?|visitors?|page ?views|月活跃用户|月活(?:跃)?|活跃用户|(?:个|名)?用户|人次)`,
  "gi",
);

/** Of users in Chinese the number stands behind what it counts, too. */
const CHINESE_COUNT = new RegExp(String.raw`(?:月活跃?用户数?|用户数?量?|访问量)[^，。；\d]{0,24}?${NUMBER}`, "gi");

/** Users and visits that are counted in the words, each number once. */
export function countsOf(words: string): readonly Quantity[] {
  const found: Quantity[] = [];
  const add = (match: RegExpExecArray, counted: string): void => {
    const number = numberOf(match[1] ?? "", match[2]);
    const from = match.index + match[0].indexOf(match[1] ?? "");
    if (number === null || number < 2 || found.some((one) => one.from === from)) return;
    const metric = /visits|visit\b|page|人次|访问/i.test(counted) ? "visits" : "users";
    found.push({ metric, number, from, to: match.index + match[0].length });
  };
  for (const match of words.matchAll(COUNTED)) add(match, match[3] ?? "");
  for (const match of words.matchAll(CHINESE_COUNT)) add(match, match[0]);
  return found;
}

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ["USD", /(?:US ?|USD ?)\$|\bUSD\b|\bU\.?S\.? dollars?|United States dollars?|美元/i],
  ["HKD", /HK ?\$|\bHKD\b/i],
  ["EUR", /€|\bEUR\b|\beuros?\b|欧元/i],
  ["GBP", /£|\bGBP\b|\bpounds?\b/i],
  ["CNY", /\bRMB\b|\bCNY\b|\byuan\b|人民币/i],
  ["KRW", /₩|\bKRW\b|\bwon\b/i],
  ["INR", /₹|\bINR\b|\brupees?\b/i],
  ["JPY", /\bJPY\b|\byen\b/i],
  ["USD", /\$|\bdollars?\b/i],
];

const MONEY = new RegExp(
  String.raw`((?:\b(?:US|USD|HK) ?)?\$|€|£|₩|₹|¥|\b(?:USD|EUR|GBP|RMB|CNY|KRW|INR|JPY)\b|人民币)\s?${NUMBER}|${NUMBER}\s?(U\.?S\.? ?dollars?|United States dollars?|dollars?|USD|euros?|EUR|pounds|GBP|RMB|CNY|yuan|KRW|won|yen|JPY|美元|元人民币|人民币|欧元|元)`,
  "gi",
);

/** Amounts of money in the words, each amount once: "10 million dollars ($10,000,000)" is one. */
export function amountsOf(words: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of words.matchAll(MONEY)) {
    const [all, before = "", digitsBehind, scaleBehind, digits, scale, behind = ""] = match;
    const number = numberOf(digitsBehind ?? digits ?? "", scaleBehind ?? scale);
    const unit = `${before} ${behind}`;
    const currency = CURRENCIES.find(([, sign]) => sign.test(unit))?.[0] ?? (/元|¥/.test(unit) ? "CNY" : undefined);
    if (number === null || currency === undefined || found.some((one) => one.number === number)) continue;
    found.push({ metric: "revenue", number, currency, from: match.index, to: match.index + all.length });
  }
  return found;
}
