import { expect, test } from "vitest";
import { ask, askRelease, makeRelease, makeSafetensors } from "../../../test/support/release.ts";
import type { HostRecord, Release } from "../../model/types.ts";
import probe from "./index.ts";

const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };

function hosted(access: HostRecord["access"]): Release {
  const record = { origin: "it", url: "https://hub.example/api/it", sha256: "0".repeat(64), access };
  return { ...makeRelease({ files: WEIGHTS }), hostRecords: [{ ...record, gate: [], licenses: [], model: {} }] };
}

test("a host says to whom it gives its files", async () => {
  const claims = await askRelease(probe, hosted("gated"));
  expect(claims.get("weights.access")?.value).toBe("gated");
  expect(claims.seen.evidence[0]).toMatchObject({ code: "host-access", at: { url: "https://hub.example/api/it" } });
  expect((await askRelease(probe, hosted("open"))).get("weights.access")?.value).toBe("open");
});

test("a sentence says it where no host does", async () => {
  const card = "# Owl\n\nThe weights are available on request: please fill in this form.\n";
  const claims = await ask(probe, { files: { ...WEIGHTS, "README.md": card } });
  expect(claims.get("weights.access")?.value).toBe("on-request");
});

test("files in a folder say nothing of how they came there", async () => {
  const claims = await ask(probe, { files: WEIGHTS });
  expect(claims.get("weights.access")).toMatchObject({ value: "unknown", because: "not-observed" });
  expect(claims.get("training-data.access")?.value).toBe("unknown");
});

test("a manifest that has none of it says that it is not given out", async () => {
  const claims = await ask(probe, { parts: [{ component: "model-card" }] });
  expect(claims.get("weights.access")?.value).toBe("closed");
});
