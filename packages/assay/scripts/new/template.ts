import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { camelCase } from "../gen/names.ts";
import { PACKAGE } from "../gen/output.ts";

/** What can be started from a template, and the folder where it goes. */
export const TEMPLATE_KINDS: Readonly<Record<string, string>> = {
  format: join(PACKAGE, "src/formats"),
  probe: join(PACKAGE, "src/probes"),
  scan: join(PACKAGE, "src/scan"),
};

/** Files that name the plugin inside; all others are examples, whose bytes stay as they are. */
const NAMING = /\.(?:ts|md)$/;

/** Copies the template of a kind under a new id, everywhere it is named; returns the files written. */
export function copyTemplate(folder: string, id: string): readonly string[] {
  const template = join(folder, "_template");
  return globSync("**/*.*", { cwd: template }).map((path) => {
    const target = join(folder, id, rename(path, id));
    const bytes = readFileSync(join(template, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, NAMING.test(path) ? rename(bytes.toString("utf8"), id) : bytes);
    return target;
  });
}

function rename(text: string, id: string): string {
  const name = camelCase(id);
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  return text.replaceAll("template-id", id).replaceAll("templateId", name).replaceAll("TemplateId", Name);
}
