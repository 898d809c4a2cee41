import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { LicenseMatch } from "../model/license.ts";
import { platform } from "../node.ts";
import { currentId } from "./deprecated-ids.ts";
import { gnuFamily } from "./license-family.ts";
import { openLicenseReader } from "./open-reader.ts";

const reader = await openLicenseReader(platform);
const source: Readonly<Record<string, { readonly licenseText: string }>> = createRequire(import.meta.url)(
  "spdx-license-list/full",
);

// Deprecated ids that are listed with the text of an exception alone.
const licences = Object.entries(source).filter(([id]) => !currentId(id).includes(" WITH "));
const textOf = (id: string): string => source[id]?.licenseText ?? "";

async function match(text: string): Promise<LicenseMatch> {
  return (await reader.read(text)).match;
}

function isRight(id: string, { id: found, family }: LicenseMatch): boolean {
  if (found === null) return family !== undefined && family === gnuFamily(id);
  return id === found || id.startsWith(`${found}-`) || currentId(id) === found;
}

function isClean({ kind }: LicenseMatch): boolean {
  return kind === "exact" || kind === "equivalent";
}

async function unrecognised(change: (text: string) => string): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const [id, { licenseText }] of licences) {
    const found = await match(change(licenseText));
    expect(isRight(id, found) || found.kind === "unknown", `${id} is named ${found.id}`).toBe(true);
    if (!isRight(id, found)) missed.push(id);
  }
  return missed;
}

/** Lines broken at a width, as an editor does; notices stay on their line. */
function fold(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => (/copyright|\(c\)|©/i.test(line) ? [line] : foldLine(line, width)))
    .join("\n");
}

function foldLine(line: string, width: number): readonly string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

const mark = (prefix: string) => (text: string) =>
  text
    .split("\n")
    .map((line) => prefix + line)
    .join("\n");

// Beside their own marks ("*", "/*") on each line, a heading or a second mark stands out.
const MARKED = ["ssh-keyscan", "mpi-permissive", "checkmk"];
// A dash between blanks, which folding can move to the start of a line, where it would be a bullet; or a folded notice.
const FOLD_SHY = /^CC-BY-.*[23]\.0-DE$|^(?:LAL-1\.2|BSD-Protection|Spencer-99|Condor-1\.1|BSD-3-Clause-LBNL)$/;

describe("each text of the list is recognised", () => {
  test("as it is, word for word", async () => {
    expect(await unrecognised((text) => text)).toEqual([]);
    expect((await match(textOf("MIT"))).kind).toBe("exact");
  });
  test("with byte order mark, CRLF, indents, typographic quotes, https, folded at 80", async () => {
    const quote = (text: string) => text.replace(/"([^"\n]*)"/g, "“$1”").replaceAll("'", "’");
    const change = (text: string) => `\ufeff${mark("    ")(fold(quote(text), 80)).replaceAll("\n", "\r\n")}`;
    const missed = await unrecognised((text) => change(text.replaceAll("http://", "https://")));
    expect(missed.filter((id) => !FOLD_SHY.test(id))).toEqual([]);
  });
  test.each<[string, (text: string) => string]>([
    ["behind // and folded at 60", (text) => mark("// ")(fold(text, 60))],
    ["in a block comment", (text) => `/*\n${mark(" * ")(text)}\n */`],
    ["below a heading and a notice", (text) => `# License\n\nCopyright 2024 Jane Doe. All rights reserved.\n\n${text}`],
  ])("%s", async (_, change) => {
    const missed = await unrecognised(change);
    expect(missed.filter((id) => !MARKED.includes(id) && !FOLD_SHY.test(id))).toEqual([]);
  });
});

test.each([
  ["MIT", "<year> <copyright holders>", "2018-2024, Jane Döe <jane@example.org> and the tiny-model contributors"],
  [
    "MIT",
    "Copyright (c) <year> <copyright holders>",
    "(c) 2024 by Acme, Inc.\nCopyright © 2023 Other Ltd.\nAll rights reserved.",
  ],
  ["MIT", "MIT License", "The MIT License (MIT)"],
  ["BSD-3-Clause", "Copyright (c) <year> <owner>.", "BSD 3-Clause License\n\nCopyright (c) 2016, Acme LLC"],
  ["BSD-3-Clause", "the copyright holder nor", "Acme Research Inc. nor"],
  ["Apache-2.0", "Copyright [yyyy] [name of copyright owner]", "Copyright {yyyy} {name of copyright owner}"],
  ["Apache-2.0", "Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/\n", ""],
])("%s is equivalent when filled in or titled: %s → %s", async (id, from, to) => {
  expect(textOf(id)).toContain(from);
  expect(await match(textOf(id).replace(from, () => to))).toMatchObject({ id, kind: "equivalent", similarity: 1 });
});

test("Apache-2.0 without its appendix is equivalent; with anything else in its place it is unknown", async () => {
  const end = "END OF TERMS AND CONDITIONS";
  const terms = textOf("Apache-2.0").split(end)[0] ?? "";
  expect((await match(`${terms}${end}\n`)).id).toBe("Apache-2.0");
  expect(isClean(await match(`${terms}${end}\n\nProducts with over 100 users need a licence.`))).toBe(false);
  expect(isClean(await match(`${textOf("Apache-2.0")}\n\nNot for military use.`))).toBe(false);
});

test.each([
  ["Hippocratic-2.1", "Version Number: 2.1.", "Version Number: 2.2."],
  ["ECL-2.0", "Version 2.0, April 2007", "Version 3.0, April 2007"],
  ["Apache-2.0", "Sections 1 through 9", "Sections 1 through 8"],
  ["Apache-2.0", "(50%)", "(60%)"],
])("a number that is no list item is material: %s, %s → %s", async (id, from, to) => {
  expect(textOf(id)).toContain(from);
  expect(isClean(await match(textOf(id).replace(from, to)))).toBe(false);
});

test("a GNU text names its family, never an id", async () => {
  expect(await match(textOf("GPL-2.0-only"))).toEqual({ id: null, family: "GPL-2.0", kind: "exact", similarity: 1 });
});

test.each([
  "Copyright (c) 2024 Acme. Commercial use is prohibited.",
  "Copyright (c) 2024 Acme, commercial use prohibited",
  "COPYRIGHT 2024 ACME NO MILITARY USE",
  "Copyright 2024 Acme (Europe Excluded)",
  "Copyright [yyyy] [no commercial use]",
  "Copyright 2024 Acme https://acme.example/no-commercial-use",
  "Copyright (c) 2024 Acme. All rights reserved. Users must pay.",
  "Copyright holders may revoke this.",
  "All rights reserved except to read.",
  "MIT Non-Commercial License",
  "Modified MIT License",
  "Apache License",
  "=== NOT FOR SALE ===",
  "* Except in the European Union",
  "(c) Except in the European Union",
  "https://acme.example/terms",
  "\u200b",
  "\u202eyrotadnam",
])("a clause does not hide as a notice, title, rule or bullet: %j", async (line) => {
  const [title = "", ...rest] = textOf("MIT").split("\n\n");
  for (const text of [`${line}\n\n${title}`, `${title}\n${line}`, `${title}\n\n${line}`]) {
    expect(isClean(await match([text, ...rest].join("\n\n")))).toBe(false);
  }
  expect(isClean(await match(`${textOf("MIT")}\n\n${line}`))).toBe(false);
});

const bases = [
  "MIT",
  "Apache-2.0",
  "BSD-3-Clause",
  "ISC",
  "CC-BY-4.0",
  "CDLA-Permissive-2.0",
  "GPL-3.0-only",
  "OpenMDW-1.0",
  "Zlib",
];
// No words of titles, marks of list items or notices: those may stand above a text or in front of a line.
const words = [
  "not",
  "except",
  "Europe",
  "users",
  "commercially",
  "must",
  "pay",
  "ONLY",
  "if",
  "model",
  "100000000",
  "€",
  "и",
];
const insertion = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
const place = fc.record({ id: fc.constantFrom(...bases), at: fc.double({ min: 0, max: 1, noNaN: true }) });
const around = fc.constantFrom(" ", "\n", "\n\n");

// Places outside of notices, where a holder's name may stand.
function placesOf(text: string, pattern: RegExp): readonly { readonly start: number; readonly word: string }[] {
  const lines = [...text.matchAll(/.*\n?/g)].filter(([line]) => /copyright|\(c\)/i.test(line) && line.length < 100);
  return [...text.matchAll(pattern)]
    .map(({ index: start, 0: word }) => ({ start, word }))
    .filter(({ start }) => !lines.some((line) => start > line.index && start < line.index + line[0].length));
}
const gaps = new Map(bases.map((id) => [id, placesOf(textOf(id), /^|\s+|$/g)]));
// Lower-case words below the title that are no placeholders.
const wordsOf = new Map(
  bases.map((id) => {
    const text = textOf(id);
    const found = placesOf(text, /(?<![\w[<{])[a-z]*[aeop][a-z]{4,}(?![\w\]>}])/g);
    return [id, found.filter(({ start }) => start > text.indexOf("\n\n"))];
  }),
);
const pick = <T>(list: readonly T[], share: number): T =>
  list[Math.min(list.length - 1, Math.floor(share * list.length))] as T;

test("no text with words inserted anywhere has a clean name", async () => {
  await fc.assert(
    fc.asyncProperty(place, insertion, around, async ({ id, at }, inserted, blank) => {
      const text = textOf(id);
      const { start } = pick(gaps.get(id) ?? [], at);
      const altered = `${text.slice(0, start)}${blank}${inserted}${blank}${text.slice(start)}`;
      expect(isClean(await match(altered)), altered.slice(Math.max(0, start - 80), start + 80)).toBe(false);
    }),
    { numRuns: 800 },
  );
});

test("no text with a word left out, or a look-alike letter, mark or unseen character in one, has a clean name", async () => {
  const edit = fc.constantFrom<(word: string) => string>(
    () => "",
    (word) => `${word.slice(0, 2)}\u200b${word.slice(2)}`,
    (word) => `${word.slice(0, 2)}\u0301${word.slice(2)}`,
    (word) => `\u202e${word}`,
    (word) => `${word}\ufeff`,
    (word) => `${word.slice(0, 2)}\u00ad${word.slice(2)}`,
    (word) => word.replace(/[aeop]/, (letter) => ({ a: "а", e: "е", o: "о", p: "р" })[letter] ?? letter),
  );
  await fc.assert(
    fc.asyncProperty(place, edit, async ({ id, at }, change) => {
      const text = textOf(id);
      const { start, word } = pick(wordsOf.get(id) ?? [], at);
      const altered = text.slice(0, start) + change(word) + text.slice(start + word.length);
      fc.pre(altered !== text);
      expect(isClean(await match(altered)), altered.slice(Math.max(0, start - 80), start + 80)).toBe(false);
    }),
    { numRuns: 800 },
  );
});

/** A text as a page of a browser. */
function toHtml(text: string, head = "", body = ""): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  const paragraphs = escaped.split(/\n{2,}/).map((paragraph) => `<p>${paragraph}</p>`);
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">${head}</head>\n<body>${body}${paragraphs.join("\n")}</body></html>`;
}

test.each(["MIT", "ISC", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "GPL-3.0-only", "CC-BY-4.0"])(
  "%s saved as a page is that licence",
  async (id) => {
    const found = await match(toHtml(textOf(id), "<style>p { margin: 1em 0 }</style>"));
    expect([isRight(id, found), isClean(found)]).toEqual([true, true]);
  },
);

test.each([
  ["", "<!-- Only for owls. -->"],
  ["", '<p style="display:none">Only for owls.</p>'],
  ["", '<p title="Only for owls.">MIT License</p>'],
  ["", '<script>document.write("Only for owls.")</script>'],
  ["", '<script src="owl.js"></script>'],
  ["", "<template>Only for owls.</template>"],
  ["", "<p>Only for &#111;wls.</p>"],
  ['<style>p::after { content: "Only for owls." }</style>', ""],
  ["<style>p + p { display: none }</style>", ""],
  ['<link rel="stylesheet" href="owl.css">', ""],
  ['<meta name="description" content="Only for owls.">', ""],
  ["<title>Only for owls</title>", ""],
])("a page with %s%s is no clean licence", async (head, body) => {
  const found = await match(toHtml(textOf("MIT"), head, body));
  expect([found.id ?? found.ids?.[0], isClean(found)]).toEqual(["MIT", false]);
});

test("a holder in Chinese signs is a holder, and a clause in them is a change", async () => {
  const named = (holder: string): string => textOf("MIT").replace(/^Copyright.*$/m, `Copyright (c) 2024 ${holder}`);
  expect(isClean(await match(named("智谱AI")))).toBe(true);
  expect(isClean(await match(named("上海人工智能实验室")))).toBe(true);
  for (const clause of ["仅供研究", "禁止商用", "智谱AI 不得商用", "商用利用不可"])
    expect(isClean(await match(named(clause))), clause).toBe(false);
});

test("an exception stands beside its licence", async () => {
  const notice =
    "This program is free software; you can redistribute it under version 2 of the GNU General Public License.";
  const exception = textOf("GPL-2.0-with-classpath-exception").replace(/^insert .*$/m, "");
  const { id, ids } = await match(`${notice}\n\n${exception}`);
  expect([id, ids?.toSorted()]).toEqual([null, ["Classpath-exception-2.0", "GPL-2.0-only"]]);
});

test("never throws, and reads nothing beyond its bound", async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.constantFrom("", "\ufeff", "/*", "/**/", "\ud800", "Copyright"),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      expect(isClean(await match(text))).toBe(false);
    }),
  );
  expect(isClean(await match(textOf("MIT") + " ".repeat(1 << 20)))).toBe(false);
  for (const unit of ["(c) 2024 ", "neither the name of ", "<", ". (a) ", "copyright ", "\n", "=", "a-\n"]) {
    expect(isClean(await match(unit.repeat((1 << 20) / unit.length)))).toBe(false);
  }
});
