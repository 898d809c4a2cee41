import { expect, test } from "vitest";
import { followRedirect } from "./redirect.ts";

function follow(from: string, to: string, mayRedirectTo: readonly string[]): string {
  try {
    return followRedirect(new URL(from), to, { url: from, limit: 1, mayRedirectTo }).href;
  } catch (error) {
    return String(error);
  }
}

test.each([
  ["https://a.example/x", "/y", []],
  ["http://a.example/x", "https://a.example/x", []],
  ["https://a.example/x", "https://cdn.example/x", ["cdn.example"]],
  ["https://a.example/x", "https://s.cdn.example/x", [".CDN.example"]],
  ["http://127.0.0.1:1/x", "http://127.0.0.1:2/x", ["127.0.0.1:2"]],
])("from %s to %s with %j is followed", (from, to, named) => {
  expect(follow(from, to, named)).toBe(new URL(to, from).href);
});

test.each([
  ["https://a.example/x", "http://a.example/x", []],
  ["https://a.example/x", "https://a.example:8443/x", []],
  ["https://a.example/x", "https://cdn.example/x", [".cdn.example"]],
  ["https://a.example/x", "https://evilcdn.example/x", ["cdn.example", ".cdn.example"]],
  ["https://a.example/x", "https://cdn.example.evil.example/x", ["cdn.example", ".cdn.example"]],
  ["https://a.example/x", "https://169.254.169.254/x", ["169.254.169.254"]],
  ["https://a.example/x", "https://2852039166/x", ["169.254.169.254"]],
  ["https://a.example/x", "https://[::1]/x", ["[::1]"]],
  ["https://a.example/x", "https://u:p@a.example/x", []],
  ["https://a.example/x", "https:// /", []],
])("from %s to %s with %j is refused", (from, to, named) => {
  expect(follow(from, to, named)).toMatch(/^OriginError/);
});
