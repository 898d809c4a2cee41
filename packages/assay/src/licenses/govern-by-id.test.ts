import { expect, test } from "vitest";
import { RIGHTS_QUESTIONS } from "../model/rights.ts";
import { platform } from "../node-platform.ts";
import { decide } from "../rights/decide.ts";
import { governById, listDuties } from "./govern-by-id.ts";
import { openLicenseTerms } from "./license-terms.ts";

const known = await openLicenseTerms(platform);

function answer(...ids: readonly string[]): Readonly<Record<string, string>> {
  const governing = governById(ids, known);
  return Object.fromEntries(RIGHTS_QUESTIONS.map((question) => [question.id, decide(question, governing).answer]));
}

test("a licence whose terms are all known answers for itself", () => {
  expect(answer("Apache-2.0")).toMatchObject({ sell: "yes", scale: "yes", adapt: "yes", name: "no" });
  expect(answer("LicenseRef-llama3.2")).toMatchObject({ sell: "depends", purpose: "no", name: "yes" });
});

test("what holds at once limits, a choice does not", () => {
  expect(answer("Apache-2.0", "CC-BY-NC-4.0").sell).toBe("no");
  expect(answer("Apache-2.0 OR CC-BY-NC-4.0").sell).toBe("yes");
});

test("what nobody read permits nothing", () => {
  expect(new Set(Object.values(answer("LicenseRef-nobody")))).toEqual(new Set(["unknown"]));
  expect(listDuties(["LicenseRef-nobody"], known)).toEqual(["what LicenseRef-nobody demands is not known here"]);
});

test("duties come with their clause", () => {
  expect(listDuties(["LicenseRef-llama3.2"], known)).toContainEqual(
    expect.stringMatching(/"Built with Llama" has to be shown.*clause 1\.b\.i/),
  );
  expect(listDuties(["MIT"], known).length).toBeGreaterThan(0);
});
