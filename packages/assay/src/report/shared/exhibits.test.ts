import { expect, test } from "vitest";
import type { Evidence, Locator, Origin } from "../../model/types.ts";
import { openExhibits, showPlace } from "./exhibits.ts";
import { toLink } from "./links.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

function makeOrigin(id: string, page?: string): Origin {
  const origin = { id, target: id, revision: COMMIT, role: "model", linkedBy: "user" } as const;
  return page === undefined ? origin : { ...origin, page };
}

const HUB = makeOrigin("acme/owl", "https://hub.example/acme/owl");
const CODE = makeOrigin("code");

function makeEvidence(id: string, at: Locator): Evidence {
  return { id, probe: "probe", code: "code", args: {}, message: id, basis: "measured", at };
}

test("a place has the address of its line at the revision that was read", () => {
  expect(showPlace({ path: "a b/LICENSE", line: 3 }, [HUB])).toEqual({
    place: "a b/LICENSE:3",
    url: `https://hub.example/acme/owl/blob/${COMMIT}/a%20b/LICENSE?plain=1#L3`,
  });
});

test("a place of another origin says so, and has no address where that has no pages", () => {
  expect(showPlace({ path: "train.py", origin: "code" }, [HUB, CODE])).toEqual({ place: "train.py (code)" });
});

test.each(["../../evil/page", "a/./b", "a//b", "\ud800"])(
  "a path that would leave the pages has no address: %j",
  (path) => {
    expect(showPlace({ path }, [HUB])).toEqual({ place: path });
  },
);

test.each(["?x#y", "%2e%2e", "javascript:alert(1)", "\\\\evil\\x", "@evil"])("a path stays a path: %j", (path) => {
  const { url } = showPlace({ path }, [HUB]);
  const { origin, pathname, search, hash } = new URL(url ?? "");
  expect([origin, search, hash]).toEqual(["https://hub.example", "", ""]);
  expect(pathname.startsWith(`/acme/owl/blob/${COMMIT}/`)).toBe(true);
});

test("a search in vain has no place, and an address is its own", () => {
  expect(showPlace({ searched: ["."] }, [HUB])).toEqual({});
  expect(showPlace({ url: "https://hub.example/api" }, [HUB])).toEqual({
    place: "https://hub.example/api",
    url: "https://hub.example/api",
  });
});

test("evidence is shown once, in the order that it is asked for", () => {
  const evidence = [makeEvidence("a#1", { path: "a" }), makeEvidence("a#2", { path: "b" })];
  const exhibit = openExhibits({ evidence, origins: [HUB] });
  expect(exhibit(["a#2", "a#1", "a#2", "gone#1"]).map(({ text }) => text)).toEqual(["a#2", "a#1"]);
});

test("only addresses of the web are links, and none with a password", () => {
  expect(toLink("https://hub.example/a b")).toBe("https://hub.example/a%20b");
  for (const url of [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///x",
    "https://me:secret@hub.example/",
    "LICENSE",
  ])
    expect(toLink(url)).toBeNull();
  expect(toLink(undefined)).toBeNull();
});
