import { expect, test } from "vitest";
import { Retries, readPause } from "./retry.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");

test.each([
  [{ "retry-after": "7" }, 7_000],
  [{ "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT" }, 9_000],
  [{ "retry-after": "Thu, 01 Jan 2015 00:00:09 GMT" }, 0],
  [{ ratelimit: '"api";r=0;t=11' }, 11_000],
  [{ ratelimit: '"pages";r=3;t=50, "api";r=0;t=11' }, 11_000],
  [{ "retry-after": "soon" }, null],
  [{}, null],
])("%j asks for a pause of %s", (headers, pause) => {
  expect(readPause(headers, NOW)).toBe(pause);
});

test("a minute is waited in all, and twice", () => {
  const long = new Retries();
  const half = { "retry-after": "31" };
  expect([1, 2].map(() => long.judge(429, half).kind)).toEqual(["again", "too-long"]);
  const short = new Retries();
  expect([1, 2, 3].map(() => short.judge(503, { "retry-after": "1" }).kind)).toEqual(["again", "again", "too-long"]);
});

test("a gateway that fails is asked once more", () => {
  const retries = new Retries();
  expect([1, 2].map(() => retries.judge(502, {}).kind)).toEqual(["again", "take"]);
});
