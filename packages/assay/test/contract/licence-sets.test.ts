/** Frameworks are plain data, so the licences that the OSI approved stand in several of them: they must not drift apart. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nameFramework } from "../../src/assess/address.ts";
import { frameworks } from "../../src/frameworks/all.generated.ts";
import { readHubId } from "../../src/licenses/hub-ids.ts";

/** One licence of the index that ships. */
interface Listed {
  readonly id: string;
  readonly osiApproved: boolean;
}

const { licenses }: { readonly licenses: readonly Listed[] } = JSON.parse(
  readFileSync(new URL("../../assets/licenses.json", import.meta.url), "utf8"),
);
const approved = licenses.filter(({ osiApproved }) => osiApproved).map(({ id }) => id);

/** The sets of this name, each with the framework that it stands in. */
function setsNamed(name: string): readonly (readonly [framework: string, members: readonly string[]])[] {
  return frameworks.flatMap((framework) => {
    const members = framework.sets?.[name];
    return members === undefined ? [] : [[nameFramework(framework), members] as const];
  });
}

function setOf(name: string, framework: string): readonly string[] {
  const [, members] = setsNamed(name).find(([address]) => address === framework) ?? [];
  if (members === undefined) throw new Error(`${framework} has no set ${name}`);
  return members;
}

test("the approved licences stand in the frameworks that ask for them", () => {
  expect(setsNamed("osi-approved").map(([framework]) => framework)).toEqual(["mof@1.0/spec", "osaid@1.0"]);
});

test.each(setsNamed("osi-approved"))("%s lists the licences that SPDX marks as approved, each once", (_, members) => {
  expect(members.filter((id) => !approved.includes(id))).toEqual([]);
  expect(approved.filter((id) => !members.includes(id))).toEqual([]);
  expect(members).toHaveLength(new Set(members).size);
});

test("what the OSI approved is free to use, to adapt and to share, and in no set of restricted licences", () => {
  const free = setOf("free", "freedoms@1.0");
  expect(approved.filter((id) => !free.includes(id))).toEqual([]);
  for (const name of ["not-free", "limited", "verbatim", "limited-verbatim"])
    expect(setOf(name, "freedoms@1.0").filter((id) => approved.includes(id))).toEqual([]);
});

test("the sets of the headline judge no licence twice", () => {
  const names = ["free", "not-free", "limited", "verbatim", "limited-verbatim"];
  const all = names.flatMap((name) => setOf(name, "freedoms@1.0")).filter((id) => !id.startsWith("@"));
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

/** What the norm or its tool names, and neither SPDX nor the hub lists. */
const NAMED_ELSEWHERE = ["ODC-PDDL-1.0", "OpenMDW-1.1", "LicenseRef-openmdw-1.1"];

test("every licence that a set names is one of SPDX or of the hub: no slip of the pen", () => {
  const known = new Set([...licenses.map(({ id }) => id), ...NAMED_ELSEWHERE]);
  const names = new Set(frameworks.flatMap(({ sets }) => Object.values(sets ?? {}).flat()));
  expect([...names].filter((id) => !id.startsWith("@") && !known.has(id) && readHubId(id) === null)).toEqual([]);
  expect(NAMED_ELSEWHERE.filter((id) => !names.has(id))).toEqual([]);
});
