/** Views that hold a stranger's words in every field there is. */

import fc from "fast-check";
import type { Exhibit, View } from "../../src/report/shared/view.ts";

/** A view of every kind of block, with these words wherever words go. */
export function makeView(words: string): View {
  const exhibit: Exhibit = { text: words, basis: words, place: words, quote: words, sha256: words, url: words };
  const row = { label: words, answer: "partly", text: words, word: words } as const;
  return [
    { kind: "heading", text: words, revision: words, aside: words },
    {
      kind: "answers",
      name: words,
      marks: true,
      rows: [
        { ...row, place: words },
        { ...row, evidence: [exhibit] },
      ],
    },
    { kind: "answers", title: words, marks: false, rows: [row], more: 3, rest: [row], folded: true },
    { kind: "answers", title: words, marks: false, rows: [{ ...row, unmarked: true }], more: 2, rest: [row] },
    { kind: "list", title: words, items: [words, { text: words, evidence: [exhibit] }], more: 2, rest: [words] },
    { kind: "note", text: words },
    { kind: "verdict", label: words, answer: "no", word: words },
    { kind: "colophon", facts: [{ label: words, value: words, url: words }] },
  ];
}

/** What breaks out of HTML, of Markdown, of a line, or turns into a link. */
const HOSTILE = [
  ..."<>&\"'`|*_~$#@:!()[]{}\\/-+=.^ \t\n\r\u0000\u001b\u202e\u2066\u200b\ufeff\ud800",
  "</style><script>alert(1)</script>",
  "</blockquote></details></table></main>",
  "<img src=x onerror=alert(1)>",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "&lt;",
  "&#64;",
  "javascript:alert(1)",
  "https://evil.example/x",
  "www.evil.example",
  "WWW.evil.example",
  "evil@evil.example",
  "mailto:evil@evil.example",
  "@octocat",
  "#1",
  "GH-1",
  ":smile:",
  "[a](https://evil.example)",
  "![a](https://evil.example)",
  "[^1]",
  "- [x] a",
  "1. a",
  "---",
  "===",
  "```",
  "~~~",
  "    a",
  "| a | b |",
  "|---|",
  "<details>",
  "\\|",
  "\\",
];

/** Any string, mostly a hostile one. */
export const anyWords: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 4 })), { maxLength: 8 }),
    },
    { weight: 1, arbitrary: fc.array(fc.string({ unit: "binary", maxLength: 20 }), { maxLength: 2 }) },
  )
  .map((parts) => parts.join(""));
