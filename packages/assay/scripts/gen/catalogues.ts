import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import type { Deduction, Format, Probe, ScanRule } from "../../src/model/plugin.ts";
import type { Framework } from "../../src/model/types.ts";
import { readKnown } from "../fingerprints/known.ts";
import { listFrameworkFiles } from "./frameworks.ts";
import { kindNamed, listEntries } from "./kinds.ts";
import { countFacts, readKnownReleases } from "./known-releases.ts";
import { renderTable } from "./markdown.ts";
import { fromRoot, type Generated, type Output } from "./output.ts";

/** Writes the catalogues under `docs/`: what ships, from the plugins' own words. */
export async function generateCatalogues(): Promise<Generated> {
  const problems: string[] = [];
  const formats = await load<Format>("formats", problems);
  const probes = await load<Probe>("probes", problems);
  const deductions = await load<Deduction>("deductions", problems);
  const rules = await load<ScanRule>("scanRules", problems);
  return {
    files: [
      describeFormats(formats),
      describeProbes(probes, deductions),
      describeScan(rules),
      describeFrameworks(),
      describeLicenses(),
      describeKnownReleases(),
    ],
    problems,
  };
}

async function load<T extends { readonly id: string }>(plural: string, problems: string[]): Promise<readonly T[]> {
  const kind = kindNamed(plural);
  const plugins: T[] = [];
  for (const entry of listEntries(kind)) {
    const path = join(kind.folder, entry.module);
    if (!existsSync(path)) continue;
    try {
      const plugin: T = (await import(pathToFileURL(path).href)).default;
      if (plugin?.id !== entry.id) throw new Error(`must default-export a plugin with the id ${entry.id}`);
      plugins.push(plugin);
    } catch (error) {
      problems.push(`${fromRoot(path)}: ${(error as Error).message}`);
    }
  }
  return plugins;
}

function page(path: string, title: string, ...parts: readonly string[]): Output {
  return { path, content: [`# ${title}\n`, ...parts].join("\n") };
}

function describeFormats(formats: readonly Format[]): Output {
  const rows = formats.map(({ id, title, spec }) => [link(id, "formats"), title, `<${spec}>`]);
  return page(
    "docs/formats.md",
    "File formats",
    "The formats that are read, each by its own specification.\n",
    renderTable(["id", "what it is", "specification"], rows),
  );
}

function describeLicenses(): Output {
  const rows = readKnown().map(({ id, name, version, year, publisher, family, ancestor, kind, texts }) => [
    `\`${id}\``,
    `${name}${kind === "policy" ? " (a policy of use)" : ""}`,
    [version, year].filter((part) => part !== undefined).join(", "),
    publisher,
    family,
    ancestor === undefined ? "" : `\`${ancestor}\``,
    texts.map(({ source }) => `\`${source.replace(/@([0-9a-f]{12})[0-9a-f]*:/, "@$1:")}\``).join(" "),
  ]);
  return page(
    "docs/licenses.md",
    "Licences that are known beside the SPDX list",
    "Texts are known by fingerprints; none of their words is part of the package. The SPDX list, its exceptions and its notices are known too.\n",
    renderTable(["id", "name", "version, year", "publisher", "family", "made from", "texts"], rows),
  );
}

function describeProbes(probes: readonly Probe[], deductions: readonly Deduction[]): Output {
  const asked = probes.map(({ id, question, answers }) => [link(id, "probes"), question, code(answers)]);
  const derived = deductions.map(({ id, needs, answers }) => [link(id, "deductions"), code(needs), code([answers])]);
  return page(
    "docs/probes.md",
    "Questions asked of a release",
    "Each probe answers its claims with evidence, or leaves them unknown with the reason.\n",
    renderTable(["probe", "question", "claims"], asked),
    "## Claims that follow from other claims\n",
    renderTable(["deduction", "from", "claim"], derived),
  );
}

function describeScan(rules: readonly ScanRule[]): Output {
  const rows = rules.map(({ id, danger, advice }) => [link(id, "scan"), danger, advice]);
  const codes = rules.flatMap(({ id, codes: own }) =>
    Object.entries(own ?? {}).map(([name, { severity, means, advice = "" }]) => [
      `[${id}/${name}](../packages/assay/src/scan/${id}/README.md#${name})`,
      severity,
      means,
      advice,
    ]),
  );
  return page(
    "docs/scan.md",
    "Dangers looked for",
    "Nothing is executed; a rule reads what the format readers found. The page of each rule says what it means, which loaders",
    "it is about, and what to do.\n",
    renderTable(["rule", "danger", "what to do"], rows),
    "## What findings mean\n",
    "An error makes a file dangerous, a warning risky; a note changes nothing. The codes of `malformed-file` are",
    "`FORMAT/FAULT`, with the severity that the format's reader gives them. Names that pickles import are judged by",
    "[these lists](globals.md).\n",
    renderTable(["code", "severity", "what it means", "what to do, where it is something else"], codes),
  );
}

function describeFrameworks(): Output {
  const rows = listFrameworkFiles().map((path) => {
    const { id, version, reading, title, source, levels, requirements }: Framework = JSON.parse(
      readFileSync(path, "utf8"),
    );
    const address = `\`${id}@${version}${reading === undefined ? "" : `/${reading}`}\``;
    return [address, title, levels.map((level) => level.id).join(", "), String(requirements.length), `<${source}>`];
  });
  return page(
    "docs/frameworks.md",
    "Frameworks",
    "Each is one data file: requirements over claims, and levels over requirements, best first.\n",
    renderTable(["name", "title", "levels", "requirements", "source"], rows),
  );
}

function describeKnownReleases(): Output {
  const rows = readKnownReleases().map((release) => {
    const { id, name, publisher, released, components, sources } = release;
    const { state, licenses = [] } = components.weights ?? {};
    return [
      link(id, "known-releases"),
      name,
      publisher.value,
      released?.value ?? "",
      state === "not-released" ? "not released" : code(licenses),
      String(countFacts(release)),
      String(Object.keys(sources).length),
    ];
  });
  return page(
    "docs/known-releases.md",
    "Releases that are known without reading them",
    "`assay show NAME` answers for these from facts that ship, each with its place in a source; what no source says is left out.\n",
    renderTable(["name", "release", "publisher", "released", "licence of the weights", "facts", "sources"], rows),
  );
}

function link(id: string, folder: string): string {
  return `[${id}](../packages/assay/src/${folder}/${id}/)`;
}

function code(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(" ");
}
