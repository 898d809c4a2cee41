import { expect, test } from "vitest";
import { ask, makeSafetensors, openBench } from "../../../test/support/release.ts";
import rightsGranted from "../../probes/rights-granted/index.ts";
import { licensing } from "./index.ts";

const WEIGHTS = { "model.safetensors": makeSafetensors({ w: 4 }) };

function card(body: string, license = "apache-2.0"): Readonly<Record<string, string | Uint8Array>> {
  const head = `---\nlicense: ${license}\n---\n# Owl\n\nOwl counts owls.\n\n## How to use it\n\n`;
  return { ...WEIGHTS, "README.md": `${head}${body}\n` };
}

async function answer(right: string, body: string): Promise<unknown> {
  return (await ask(rightsGranted, { files: card(body) })).get(`rights.${right}`)?.value;
}

test.each([
  ["purpose", "Military use is prohibited."],
  ["purpose", "You may not use the model for military purposes."],
  ["purpose", "Use of this model for weapons development is strictly forbidden."],
  ["purpose", "By using Owl you agree to our [Acceptable Use Policy](https://barn.example/aup)."],
  ["purpose", "Usage is governed by the Barn Terms of Use: https://barn.example/terms."],
  ["purpose", "The following uses are prohibited:\n\n- harassment of persons\n- military applications"],
  ["purpose", "## Prohibited uses\n\n- Military applications\n- Surveillance of individuals"],
  ["country", "The model is not available to users in the EU."],
  ["country", "Users located in the European Union may not use this model."],
  ["scale", "If you have more than 10 million monthly active users you must request a license from us."],
  ["sell", "Companies with more than $1M in annual revenue need a separate license."],
  ["outputs", "You may not use the outputs to train other models."],
  ["outputs", "It is prohibited to use Owl's outputs to improve any other language model."],
  ["service", "You may not offer Owl as a hosted service."],
  ["service", "Running this model on paid generation services is forbidden."],
  ["adapt", "You may not redistribute the model or modified versions."],
  ["adapt", "Merges of this model are not allowed."],
  ["own-terms", "Modified versions must be released under the same license."],
  ["own-terms", "**License:** GPL-3.0"],
  ["name", 'You must display "Built with Owl" prominently on your website.'],
  ["change", "We may change these terms at any time."],
  ["change", "The license may be revoked at our discretion."],
  ["sell", "License: MNPL"],
  ["purpose", "**License:** [CreativeML OpenRAIL-M](https://barn.example/license)"],
  ["sell", "Com\u200bmercial use is pro\u200bhibited."],
  ["sell", "[Commercial use](https://barn.example/a) is [not allowed](https://barn.example/b)."],
  ["sell", "## License\n\nApache 2.0 + Commons Clause"],
])("what a card sets beside its tag leaves the answer on %s open: %s", async (right, body) => {
  expect(await answer(right, body)).toBe("unknown");
});

test.each([
  "The model should not be used for medical advice.",
  "The model was not trained on personal data.",
  "The model may generate offensive or discriminatory content.",
  "The model cannot be used with owls below 4.30.",
  "You must not use the model with float16.",
  "The weights must not be modified before loading.",
  "Users may not use the model to its full potential without a prompt.",
  "## Out-of-scope use\n\nUse in any manner that violates applicable laws.",
  "You may use the outputs to train other models.",
  "Owl is used by 5 million monthly active users.",
  "This model is governed by the Apache 2.0 license terms and conditions.",
  "You may not use this file except in compliance with the License.",
  "The dataset must not be used for surveillance.",
  "```\nrun --to-forbid weapons --not-for military\n```",
  "© 2024 Barn. All rights reserved. Released under the Apache License 2.0.",
  "Businesses must have reliable owls.",
  "Use of the hosted demo is subject to our terms of use.",
  "Unlike Finch, which is subject to an acceptable use policy, Owl is under Apache 2.0.",
  "Owl refuses to help with weapons, malware and harassment.",
  "No use is prohibited.",
  "## Data\n\nYou may not use it for military purposes.",
])("advice, facts and what is said of something else change nothing: %s", async (body) => {
  expect([await answer("sell", body), await answer("purpose", body)]).toEqual(["yes", "yes"]);
});

test("a licence that sets it itself is not contradicted, and the sentence is quoted at its line", async () => {
  const files = card("If you have more than 700 million monthly active users you need a license.", "llama3.1");
  const terms = (await openBench({ files }).study(licensing)).components.get("weights")?.terms;
  expect(terms).toEqual({ ids: ["LicenseRef-llama3.1"] });
  const claims = await ask(rightsGranted, { files: card("Owls sleep.\n\nMilitary use is prohibited.") });
  expect(claims.seen.evidence).toContainEqual(
    expect.objectContaining({
      quote: "Military use is prohibited.",
      at: expect.objectContaining({ path: "README.md", line: 12 }),
    }),
  );
});

test.each([
  ["denials", "may not use "],
  ["firms", "companies must have "],
  ["uses", "use of the model for "],
  ["subjects", "access subject to "],
  ["items", "\n- you may not use military owls"],
])("hostile cards full of %s take no time", async (_, words) => {
  const before = performance.now();
  await ask(rightsGranted, { files: card(words.repeat(20_000)) });
  expect(performance.now() - before).toBeLessThan(8000);
});
