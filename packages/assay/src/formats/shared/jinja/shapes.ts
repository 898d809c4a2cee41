/** What is known of a value while an expression is read: enough to see names that are built out of pieces. */

/** Longest text that is put together, in UTF-16 units: names that matter are short. */
const LONGEST = 256;

/** A value. `text` where it is a constant text, `number` where a constant number; `isBuilt` where text was put together. */
export interface Shape {
  readonly text?: string;
  readonly number?: number;
  readonly isBuilt?: boolean;
  /** The variable that it is. */
  readonly variable?: string;
  /** The attribute of something that it is. */
  readonly attribute?: string;
  /** Texts of a list or tuple that holds nothing else. */
  readonly texts?: readonly string[];
}

/** Anything of which nothing matters. */
export const OTHER: Shape = {};

/** A text that was put together; too long a one is kept as "built". */
export function built(text: string | undefined): Shape {
  return text === undefined || text.length > LONGEST ? { isBuilt: true } : { isBuilt: true, text };
}

/** What an operator makes of two values. */
export function combine(operator: string, left: Shape, right: Shape): Shape {
  if (operator === "~" || operator === "+") return add(operator, left, right);
  if (operator === "*" && (isText(left) || isText(right))) return multiply(left, right);
  if (operator === "%" && isText(left)) return { isBuilt: true };
  return calculate(operator, left.number, right.number);
}

function isText({ text, isBuilt }: Shape): boolean {
  return text !== undefined || isBuilt === true;
}

function add(operator: string, left: Shape, right: Shape): Shape {
  const numbers = calculate(operator, left.number, right.number);
  if (operator === "+" && numbers.number !== undefined) return numbers;
  const [a, b] = [left.text ?? left.number, right.text ?? right.number];
  if (a !== undefined && b !== undefined) return built(`${a}${b}`);
  return operator === "~" || isText(left) || isText(right) ? { isBuilt: true } : OTHER;
}

function multiply(left: Shape, right: Shape): Shape {
  const text = left.text ?? right.text;
  const count = left.number ?? right.number ?? LONGEST + 1;
  return built(text !== undefined && count >= 0 && text.length * count <= LONGEST ? text.repeat(count) : undefined);
}

function calculate(operator: string, left: number | undefined, right: number | undefined): Shape {
  if (left === undefined || right === undefined) return OTHER;
  switch (operator) {
    case "+":
      return { number: left + right };
    case "-":
      return { number: left - right };
    case "*":
      return { number: left * right };
    case "**":
      return { number: left ** right };
    default:
      return OTHER;
  }
}

/** What a filter or a method of texts makes of a value: the few that put names together are followed. */
export function transform(name: string, subject: Shape, args: readonly Shape[]): Shape {
  const [first, second] = args;
  const { text } = subject;
  switch (name) {
    case "join":
      return subject.texts === undefined ? { isBuilt: true } : built(subject.texts.join(first?.text ?? ""));
    case "replace":
      return built(
        text !== undefined && first?.text && second?.text !== undefined && first.text.length > 0
          ? text.replaceAll(first.text, second.text)
          : undefined,
      );
    case "reverse":
      return built(text === undefined ? undefined : [...text].reverse().join(""));
    case "lower":
      return built(text?.toLowerCase());
    case "format":
      return built(text === undefined ? undefined : format(text, args));
    case "trim":
    case "strip":
      return built(text?.trim());
    default:
      return BUILDERS.has(name) ? { isBuilt: true } : OTHER;
  }
}

/** Filters and methods that make new text out of text. */
const BUILDERS: ReadonlySet<string> = new Set(
  "upper capitalize title casefold swapcase center ljust rjust zfill removeprefix removesuffix translate format_map string safe urlencode escape e decode encode lstrip rstrip expandtabs".split(
    " ",
  ),
);

/** `%s` and `{}`, one behind the other: as far as names are hidden with them. */
function format(text: string, args: readonly Shape[]): string | undefined {
  let next = 0;
  let isKnown = true;
  const filled = text.replace(/%s|\{(\d*)\}/g, (_, index: string | undefined) => {
    const arg = args[index ? Number(index) : next++];
    isKnown &&= arg?.text !== undefined;
    return arg?.text ?? "";
  });
  return isKnown ? filled : undefined;
}
