import { expect, test } from "vitest";
import { rule } from "../../assess/rule.ts";
import { frameworks } from "../../index.ts";
import type { Claim, Value } from "../../model/types.ts";
import { explainDifferences } from "./framework-differences.ts";
import type { AnswerRow } from "./view.ts";

const CLOSED_DATA: Readonly<Record<string, Value>> = {
  "weights.published": true,
  "weights.complete": true,
  "weights.license": ["Apache-2.0"],
  "rights.unlimited": true,
  "rights.sell": "yes",
  "architecture.published": true,
  "architecture.license": ["Apache-2.0"],
  "inference-code.published": true,
  "inference-code.license": ["Apache-2.0"],
  "training-code.published": false,
  "preprocessing-code.published": false,
  "training-data.published": false,
  "data-card.published": false,
  "data-information.sufficient": false,
};

function explain(values: Readonly<Record<string, Value>>, ...ids: readonly string[]) {
  const claims = Object.entries(values).map(([id, value]): Claim => ({ id, about: "*", value, evidence: [] }));
  const asked = frameworks.filter(({ id }) => ids.includes(id));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return explainDifferences({ frameworks: asked.map((framework) => rule(framework, byId, "*")) }, frameworks);
}

test("who says no is told by what it asks for and the others do not", () => {
  const [block] = explain(CLOSED_DATA, "osaid", "epoch-access");
  const [reached, row] = (block as { readonly rows: readonly AnswerRow[] }).rows;
  expect(reached).toMatchObject({ label: "Reached", text: "Epoch access open weights (unrestricted)" });
  expect(row).toMatchObject({ label: "OSAID 1.0", word: "unmet" });
  expect(row?.text).toBe(
    "it asks for more: data information, terms of data information, training code, data preprocessing code",
  );
});

test("where all agree, or nobody says yes, nothing is told", () => {
  expect(explain(CLOSED_DATA, "epoch-access")).toEqual([]);
  expect(explain({ ...CLOSED_DATA, "weights.published": false }, "osaid", "epoch-access")).toEqual([]);
});

test("who only counts what is shown gives no verdict to differ from", () => {
  expect(explain({ ...CLOSED_DATA, "energy.stated": false }, "epoch-access", "fmti-coverage")).toEqual([]);
});

test("a part that is there under a licence that one does not accept is no more that is asked for", () => {
  const own = {
    ...CLOSED_DATA,
    "architecture.license": ["LicenseRef-owl"],
    "inference-code.license": ["LicenseRef-owl"],
  };
  const open = {
    "training-code.published": true,
    "training-code.license": ["MIT"],
    "preprocessing-code.published": true,
    "preprocessing-code.license": ["MIT"],
    "data-card.published": true,
    "data-card.license": ["CC-BY-4.0"],
    "data-information.sufficient": true,
  };
  const [block] = explain({ ...own, ...open }, "osaid", "epoch-access");
  const row = (block as { readonly rows: readonly AnswerRow[] }).rows.at(-1);
  expect(row?.text).toBe("it does not accept the licence of: inference code, model architecture");
});
