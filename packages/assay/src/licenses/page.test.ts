import fc from "fast-check";
import { expect, test } from "vitest";

import { toPage } from "./page.ts";

function wordsOf(text: string): string {
  return toPage(text).trim().replace(/\s+/g, " ");
}

test.each([
  ["one\rtwo\r\nthree\u2028four\ffive", "one\ntwo\r\nthree\nfour\nfive"],
  ["plain <b>text</b> & more", "plain <b>text</b> & more"],
])("%j reads as %j", (text, page) => {
  expect(toPage(text)).toBe(page);
});

test("a page reads as its words", () => {
  const page = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="generator" content="owlpress 1.2">
<title>Owl Licence</title><style>p { margin: 0; font-family: serif }</style></head>
<body><h1>Owl Licence</h1><p class="a">Owls &amp; larks may &quot;hoot&quot;,&nbsp;see <a href="https://owl.example/">here</a> &#169;&#x2014;.<br/></body></html>`;
  expect(wordsOf(page).replaceAll(/"+/g, '"')).toBe('Owl Licence Owl Licence Owls & larks may "hoot", see here © — .');
});

test.each([
  ["a comment", "<!-- nobody may fly -->", "nobody may fly"],
  ["a title that is shown on hovering", '<p title="nobody may fly">x</p>', "nobody"],
  ["the words for a picture", '<img alt="nobody may fly" src="a.png">', "nobody"],
  ["a description", '<meta name="description" content="nobody may fly">', "nobody"],
  ["a generator that is a sentence", '<meta name="generator" content="nobody may fly at night">', "nobody"],
  ["a script", '<script>document.write("nobody")</script>', "nobody"],
  ["a script from elsewhere", '<script src="owl.js"></script>', "script"],
  ["a sheet from elsewhere", '<link rel="stylesheet" href="owl.css">', "stylesheet"],
  ["a sheet that writes", '<style>p::before { content: "nobody" }</style>', "nobody"],
  ["a sheet that writes before items", `<style>li { list-style-type: "nobody" }</style>`, "nobody"],
  ["a sheet that writes anywhere", `<style>li { border: "nobody" }</style>`, "nobody"],
  ["a sheet that hides", "<style>p { display: none }</style>", "display"],
  ["a sheet that loads another", '<style>@import "owl.css";</style>', "import"],
  ["a sheet with a remark", "<style>/* nobody */ p { margin: 0 }</style>", "nobody"],
  ["hidden words", '<p style="display:none">nobody</p>', "display"],
  ["words off the page", '<p style="margin-left:-9999px">nobody</p>', "9999px"],
  ["struck words", "<del>nobody</del>", "del"],
  ["a hidden element", "<div hidden>nobody</div>", "hidden"],
  ["an element that nobody sees", "<template>nobody</template>", "template"],
  ["a declaration that says something", "<!DOCTYPE html 'nobody may fly'>", "nobody"],
  ["a handler", '<p onclick="nobody()">x</p>', "nobody"],
  ["a tag that does not end", "<p class=x nobody may fly", "nobody"],
  ["a sign that nobody sees", "fly&#8203;ing", "\u200b"],
])("%s stays to be told", (_, words, left) => {
  expect(toPage(`<html><body>${words}`)).toContain(left);
});

test("every character stays at its place, and time is linear", () => {
  const piece = fc.constantFrom(
    "<p",
    ">",
    "<",
    "&",
    "&quot;",
    "&#x10ffff;",
    "<!--",
    "-->",
    "<style>",
    "</style>",
    " ",
    "a=",
    '"',
    "\n",
    "owl",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = `<html>${pieces.join("")}`;
      const page = toPage(text);
      expect(page.length).toBe(text.length);
      expect([...text.matchAll(/\n/g)].every(({ index }) => page[index] === "\n")).toBe(true);
    }),
  );
  for (const unit of ["<p ", "<style>", "<style>a{", "<a b='", "&#1", "<!--", "<p a =", "< "]) {
    const text = `<html>${unit.repeat(200_000 / unit.length)}`;
    const start = performance.now();
    expect(toPage(text).length).toBe(text.length);
    expect(performance.now() - start).toBeLessThan(2000);
  }
});
