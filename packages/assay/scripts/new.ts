/** `npm run new -- format|probe|scan <id>`: starts a plugin from its kind's template. */

import { existsSync } from "node:fs";

import { copyTemplate, TEMPLATE_KINDS } from "./new/template.ts";

const [kind = "", id = ""] = process.argv.slice(2);
const folder = TEMPLATE_KINDS[kind];

if (folder === undefined || !/^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*$/.test(id)) {
  fail(`usage: npm run new -- ${Object.keys(TEMPLATE_KINDS).join("|")} some-kebab-case-id`);
} else if (existsSync(`${folder}/${id}`)) {
  fail(`there is a ${kind} ${id} already`);
} else {
  for (const path of copyTemplate(folder, id)) console.log(path);
  console.log("Write it, then: npm run gen");
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 64;
}
