import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectFiles } from "../../../test/support/inspect.ts";
import type { Finding } from "../../model/types.ts";
import rule from "./index.ts";

async function inspect(files: Readonly<Record<string, Uint8Array | string>>): Promise<readonly Finding[]> {
  return await inspectFiles(rule, files);
}

async function codesOf(template: string): Promise<readonly string[]> {
  return (await inspect({ "chat_template.jinja": template })).map(({ code, args }) => `${code} ${args.name}`);
}

test("a template that goes through messages is silent", async () => {
  const template =
    "{%- for m in messages if m.content is not none %}{{ m['role'].title() + ': ' + m.content | trim }}{% endfor %}" +
    "{% set ns = namespace(n=0) %}{% set ns.n = ns.n + 1 %}{{ messages[-1]['content'][1:] }}{{ messages[loop.index0 - 1] }}" +
    "{{ raise_exception('no') if not tools else tools | tojson(indent=4) }}{{ strftime_now('%d') }}";
  expect(await codesOf(template)).toEqual([]);
});

test("prose that speaks of a name of Python's own is silent", async () => {
  expect(
    await codesOf("Write `__init__` well. {{ 'Classes have a method called __init__ that is run first.' }}"),
  ).toEqual([]);
});

test.each([
  ["a dot", "{{ x.__class__ }}", "sandbox-escape", "__class__"],
  ["brackets", "{{ x['__class__'] }}", "sandbox-escape", "__class__"],
  ["a filter", "{{ x | attr('__class__') }}", "sandbox-escape", "__class__"],
  ["the attribute of a filter", "{{ x | map(attribute='a.__class__') | list }}", "sandbox-escape", "__class__"],
  ["a filter by its name", "{{ x | map('attr', '__class__') | list }}", "sandbox-escape", "__class__"],
  ["a format text", "{{ '{0.__class__}'.format(x) }}", "sandbox-escape", "{0.__class__}"],
  ["a frame", "{{ (x | map('upper')).gi_frame.f_builtins }}", "sandbox-escape", "gi_frame"],
  ["a variable", "{% set a = '__globals__' %}{{ x[a] }}", "sandbox-escape", "__globals__"],
  ["an escape in hexadecimal", "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}", "hidden-name", "__class__"],
  ["an escape in octal", "{{ x['\\137\\137class\\137\\137'] }}", "hidden-name", "__class__"],
  ["an escape by name", "{{ x['\\N{LOW LINE}_class__'] }}", "hidden-name", "__class__"],
  ["pieces", "{{ x['__cl' ~ 'ass__'] }}", "hidden-name", "__class__"],
  ["pieces side by side", "{{ x['__cl' 'ass__'] }}", "hidden-name", "__class__"],
  ["a list that is joined", "{{ x[['__', 'class', '__'] | join] }}", "hidden-name", "__class__"],
  ["a text that is filled", "{{ x['%sclass%s' | format('__', '__')] }}", "hidden-name", "__class__"],
  ["a text that is reversed", "{{ x['__ssalc__' | reverse] }}", "hidden-name", "__class__"],
  ["a text that is repeated", "{{ x['_' * 2 ~ 'class__'] }}", "hidden-name", "__class__"],
  ["a block in between", "{% with y = x.__class__ %}{{ y }}{% endwith %}", "sandbox-escape", "__class__"],
  ["what is no Jinja", "{{ x.__class__ ? }}", "sandbox-escape", "__class__"],
  ["a program", "{{ x.popen('true') }}", "runs-code", "popen"],
])("a name of Python's own is found behind %s", async (_, template, ...expected) => {
  expect(await codesOf(template)).toContain(expected.join(" "));
});

test.each([
  ["{{ x.launch() }}", "unknown-call", "launch"],
  ["{{ x | launch }}", "unknown-call", "launch"],
  ["{{ x[0]() }}", "computed-name", ""],
  ["{{ x[y ~ 'z'] }}", "computed-name", ""],
  ["{% set y %}a{{ b }}{% endset %}{{ x[y] }}", "computed-name", ""],
  ["{{ x._hidden }}", "foreign-name", "_hidden"],
  ["{{ config }}", "foreign-name", "config"],
  ["{% include 'other' %}", "outside-template", "include"],
  ["{% for i in range(10 ** 9) %}{% endfor %}", "endless-work", "1000000000"],
  [`{{ ${"(".repeat(70)}1${")".repeat(70)} }}`, "endless-work", "71"],
])("%s asks for a look", async (template, ...expected) => {
  const findings = await inspect({ "chat_template.jinja": template });
  expect(findings.map(({ code, args }) => `${code} ${args.name}`)).toEqual([expected.join(" ")]);
  expect(findings).toMatchObject([{ rule: "template-code", severity: "warning" }]);
});

test("templates are found in every file that holds them, with their places", async () => {
  const template = "{{ x.__class__ }}";
  const findings = await inspect({
    "tokenizer_config.json": JSON.stringify({
      chat_template: [
        { name: "default", template: "{{ messages }}" },
        { name: "rag", template },
      ],
    }),
    "processor_config.json": JSON.stringify({ chat_template: template }),
    "additional_chat_templates/rag.jinja": `{# first #}\n${template}`,
    "model.yaml": `chat_template: "${template}"\n`,
    "prompt.j2": `{{ launch() }}${template}`,
  });
  expect(findings.map(({ at, severity }) => ["path" in at && at.path, "line" in at && at.line, severity])).toEqual([
    ["additional_chat_templates/rag.jinja", 2, "error"],
    ["model.yaml", 1, "error"],
    ["processor_config.json", 1, "error"],
    ["prompt.j2", 1, "error"],
    ["tokenizer_config.json", 1, "error"],
  ]);
});

const CORPORA = process.env.ASSAY_CORPORA ?? join(import.meta.dirname, "../../../../../../shared/corpora");
const SAMPLES = join(CORPORA, "security/modelaudit/samples/jinja2");

test.skipIf(!existsSync(SAMPLES))("published attacks are dangerous and benign samples silent", async () => {
  const paths = readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(paths.length).toBeGreaterThan(40);
  for (const path of paths) {
    const name = path.slice(SAMPLES.length + 1);
    const findings = await inspect({ [name]: new Uint8Array(readFileSync(path)) });
    // `multiple_templates` carries no label: its second template is an attack.
    const isAttack = /malicious|obfuscated|^tokenizer_config|multiple_templates/.test(name);
    expect([name, findings.some(({ severity }) => severity === "error")]).toEqual([name, isAttack]);
    if (!isAttack) expect([name, findings]).toEqual([name, []]);
  }
});
