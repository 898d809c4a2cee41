/** Guards over parsed JSON that name the place of a mistake as a JSON pointer (RFC 6901). */

import { UsageError } from "../model/errors.ts";
import { pointTo } from "../model/json-pointer.ts";

/** Checks a value at a place. @throws UsageError that names the place and the mistake. */
export type Guard = (value: unknown, at: string) => void;

/** Longest list: the longest that ships holds 249 licences. */
const MAX_LIST = 2000;
/** Longest text: the longest that ships has 400 characters. */
const MAX_TEXT = 2000;

/** Reports a mistake. @throws UsageError always. */
export function refuse(at: string, mistake: string): never {
  throw new UsageError(`${at === "" ? "the whole" : at}: ${mistake}`);
}

/** Text that is not empty. */
export function text(value: unknown, at: string): void {
  if (typeof value !== "string") refuse(at, `must be text, not ${describe(value)}`);
  if (value.trim() === "") refuse(at, "must not be empty");
  if (value.length > MAX_TEXT) refuse(at, `is ${value.length} characters long · at most ${MAX_TEXT}`);
}

/** Text that fits a pattern; `what` says which in words. */
export function textLike(pattern: RegExp, what: string): Guard {
  return (value, at) => {
    text(value, at);
    if (!pattern.test(String(value))) refuse(at, `"${String(value)}" is no ${what}`);
  };
}

/** One of these values. */
export function oneOf(...allowed: readonly unknown[]): Guard {
  return (value, at) => {
    if (!allowed.includes(value)) refuse(at, `must be ${allowed.map((one) => JSON.stringify(one)).join(" or ")}`);
  };
}

/** A finite number. */
export function number(value: unknown, at: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) refuse(at, `must be a number, not ${describe(value)}`);
}

/** True, false or text. */
export function booleanOrText(value: unknown, at: string): void {
  if (typeof value !== "boolean") text(value, at);
}

/** A list of at least `least` things. */
export function list(of: Guard, least: number): Guard {
  return (value, at) => {
    if (!Array.isArray(value)) refuse(at, `must be a list, not ${describe(value)}`);
    if (value.length < least) refuse(at, "must not be empty");
    if (value.length > MAX_LIST) refuse(at, `has ${value.length} members · at most ${MAX_LIST}`);
    for (const [index, member] of value.entries()) of(member, pointTo(at, index));
  };
}

/** A list of texts, none twice. */
export function textSet(value: unknown, at: string): void {
  list(text, 1)(value, at);
  refuseTwins(value as readonly string[], (index) => pointTo(at, index));
}

/** Refuses a name that stands twice. @throws UsageError at the second. */
export function refuseTwins(names: readonly string[], pointAt: (index: number) => string): void {
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) refuse(pointAt(index), `"${name}" stands here a second time`);
    seen.add(name);
  }
}

/** An object with these members and no others. */
export function record(required: Readonly<Record<string, Guard>>, optional: Readonly<Record<string, Guard>>): Guard {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, at) => {
    const members = membersOf(value, at);
    for (const key of Object.keys(required)) {
      if (!members.some(([member]) => member === key)) refuse(at, `"${key}" is missing`);
    }
    for (const [key, member] of members) {
      const guard = known.get(key) ?? refuse(pointTo(at, key), `unknown · known are ${[...known.keys()].join(", ")}`);
      guard(member, pointTo(at, key));
    }
  };
}

/** An object with any member names. */
export function dictionary(name: Guard, of: Guard): Guard {
  return (value, at) => {
    for (const [key, member] of membersOf(value, at)) {
      name(key, pointTo(at, key));
      of(member, pointTo(at, key));
    }
  };
}

/** The members of an object. @throws UsageError when it is none. */
export function membersOf(value: unknown, at: string): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuse(at, `must be an object, not ${describe(value)}`);
  }
  return Object.entries(value);
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
