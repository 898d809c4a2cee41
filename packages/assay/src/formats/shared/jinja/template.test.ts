import { parse, tokenize } from "@huggingface/jinja";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTemplate, type Template } from "./template.ts";

function read(text: string): Template {
  return readTemplate(text, (start, end) => ({ start, end }));
}

function namesOf(text: string): readonly string[] {
  return read(text).uses.map(({ kind, name }) => `${kind} ${name}`);
}

test("what a template asks for is told once, with its first place", () => {
  const text = "{{ a.b }} {{ a.b(1) | f }} {{ c() is even }}";
  expect(read(text).uses).toEqual([
    { kind: "variable", name: "a", at: { start: 3, end: 4 } },
    { kind: "attribute", name: "b", at: { start: 5, end: 6 } },
    { kind: "method", name: "b", at: { start: 16, end: 17 } },
    { kind: "filter", name: "f", at: { start: 22, end: 23 } },
    { kind: "variable", name: "c", at: { start: 30, end: 31 } },
    { kind: "function", name: "c", at: { start: 31, end: 32 } },
    { kind: "test", name: "even", at: { start: 37, end: 41 } },
  ]);
});

test("names that the template binds are not asked for", () => {
  const text =
    "{% for a, (b, c) in d.items() recursive %}{{ a ~ b ~ c ~ loop.index }}{% else %}{% endfor %}" +
    "{% set e, f = 1, 2 %}{% set g %}text{% endset %}{% macro h(i, j=e) %}{{ i ~ j ~ caller() }}{% endmacro %}" +
    "{% call(k) h(f) %}{{ k ~ g }}{% endcall %}{% with l=1, m=2 %}{{ l ~ m }}{% endwith %}";
  expect(namesOf(text)).toEqual(["variable d", "attribute items", "method items", "attribute index"]);
});

test.each([
  "{% if a is not defined and b not in [1, 2,] or not c %}{% elif d == -1 ** 2 %}{% else %}{% endif %}",
  "{% set x = {'a': 1, b: [()], } %}{{ x.a[1:2, ::3].0 if y else z | first }}{{ (1,) }}{{ 0x1f + 1_000.5e-3 }}",
  "{% filter upper | trim %}x{% endfilter %}{% block title scoped %}{% endblock title %}{% autoescape false %}{% endautoescape %}",
  "{% trans n=1, m %}x{% pluralize n %}y{% endtrans %}{% do x.append(*y, **z) %}{%+ if a +%}{%- endif -%}{% debug %}",
  "{% include ['a', 'b'] ignore missing with context %}{% from 'a' import b as c, d %}{% import 'a' as e %}{% extends a %}",
  "{# {{ #}{% raw %}{{ ! {% endraw %}{% generation %}{% break %}{% continue %}{% endgeneration %}{{ '}}' ~ \"%}\" }}",
  "{{ a is divisibleby 3 and b is mapping or c is sameas(d) }}{{ x | default('', true) | map(attribute='y') | list }}",
  "",
])("%s is Jinja", (text) => {
  expect(read(text).broken).toBeUndefined();
});

test.each([
  ["{{ a", 4],
  ["{{ a b }}", 5],
  ["{{ (a] }}", 5],
  ["{% nonsense %}", 3],
  ["{% if a %}", 10],
  ["{% endfor %}", 0],
  ["{% if a %}{% endfor %}", 10],
  ["{{ 'a }}", 3],
  ["{# a", 0],
  ["{% raw %}a", 0],
])("%s is none, from %i on", (text, at) => {
  expect(read(text).broken).toEqual({ why: "syntax", at: { start: at, end: at } });
});

test("what is no Jinja is gone through all the same, and so is what stands behind it", () => {
  expect(namesOf("{{ a.__b__ ? }}{{ c.d }}{% e.f '__g__' %}")).toEqual([
    "attribute a",
    "attribute __b__",
    "variable c",
    "attribute d",
    "statement e",
    "attribute f",
    "text __g__",
  ]);
});

test("control and direction characters of names cannot reach a screen", () => {
  expect(namesOf("{{ a['\\x1b[2J\u202e'] }}")).toEqual(["variable a", "attribute \\u{1b}[2J\\u{202e}"]);
});

test.each([
  ["brackets", "{{ ", "(", " }}"],
  ["lists", "{{ ", "[", " }}"],
  ["operators", "{{ ", "not ", "a }}"],
  ["signs", "{{ ", "-", "a }}"],
  ["powers", "{{ ", "a ** ", "a }}"],
  ["conditions", "{{ a ", "if a else a ", "}}"],
  ["statements", "", "{% if a %}", ""],
  ["calls", "{{ a", "(a", "}}"],
])("%s inside each other are followed for a while and said to be over the limit", (_, ...parts) => {
  const [before, part, behind] = parts;
  const { broken } = read(before + part.repeat(100_000) + behind);
  expect(broken).toBeDefined();
});

test.each([
  ["attributes", "{{ a", ".b", " }}"],
  ["calls", "{{ a", "()", " }}"],
  ["filters", "{{ a", "|b", " }}"],
  ["sums", "{{ a", "+ b", " }}"],
  ["strings", "{{ ", "'a'", " }}"],
  ["openers", "", "{{", ""],
  ["broken tags", "", "{{ ' ", ""],
  ["comments", "", "{#", ""],
  ["spaces", "", " ", "{{ a }}"],
  ["escapes", "{{ '", "\\x5f", "' }}"],
  ["tags", "", "{{ a }}", ""],
  ["raw", "", "{% raw %}", ""],
])("4 MiB of %s take no second", (_, ...parts) => {
  const [before, part, behind] = parts;
  const text = before + part.repeat((4 << 20) / part.length) + behind;
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(4_000);
});

const PIECES = fc.constantFrom(
  ..."{{ }} {% %} {# #} if for set endif in = | . ( ) [ ] , : ' \" \\x5f a b 1 ~ - not is else raw endraw".split(" "),
);

test("nothing makes it throw", () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(" ");
      const { uses, depth } = read(text);
      for (const { at } of uses) expect(at.start >= 0 && at.start <= at.end && at.end <= text.length).toBe(true);
      expect(depth).toBeLessThanOrEqual(200);
    }),
    { numRuns: 2_000 },
  );
});

test("what another reader takes for Jinja is Jinja here", () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 12 }), (pieces) => {
      const text = `{{ a }}${pieces.join(" ")}`;
      fc.pre(isJinjaElsewhere(text) && !text.includes("="));
      expect(read(text).broken?.why).not.toBe("over-limit");
    }),
    { numRuns: 2_000 },
  );
});

function isJinjaElsewhere(text: string): boolean {
  try {
    parse(tokenize(text));
    return true;
  } catch {
    return false;
  }
}
