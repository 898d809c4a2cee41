import { expect, test } from "vitest";
import { makeRelease, openReleaseBench, type Sketch } from "../../../test/support/release.ts";
import type { ComponentLicense } from "../../model/inventory.ts";
import type { HostRecord } from "../../model/types.ts";
import { licensing } from "./index.ts";

const AGREEMENT =
  "OWL COMMUNITY LICENSE AGREEMENT\n\nBy clicking below you agree to these terms. " +
  "Whoever has more than 700 million monthly active users must request a license.\n";

const record = (parts: Partial<HostRecord>): HostRecord => ({
  origin: "it",
  url: "https://hub.example/api/models/acme/owl/revision/abc",
  sha256: "a".repeat(64),
  access: "gated",
  gate: [],
  licenses: [],
  model: {},
  ...parts,
});

const gate = (words: string): Partial<HostRecord> => ({ gate: [{ pointer: "/cardData/extra_gated_prompt", words }] });
const id = (words: string) => ({ kind: "id" as const, pointer: "/cardData/license", words });

async function licensingOf(sketch: Sketch, parts: Partial<HostRecord>) {
  const release = { ...makeRelease({ listed: ["model.safetensors"], ...sketch }), hostRecords: [record(parts)] };
  return await openReleaseBench(release).study(licensing);
}

async function weightsOf(sketch: Sketch, parts: Partial<HostRecord>): Promise<ComponentLicense | undefined> {
  return (await licensingOf(sketch, parts)).components.get("weights");
}

test("a gate that sets terms is a licence text with its terms, and leaves the licence open", async () => {
  const { components, texts } = await licensingOf({}, { ...gate(AGREEMENT), licenses: [id("apache-2.0")] });
  const [text] = texts;
  expect(text?.path).toBe("https://hub.example/api/models/acme/owl/revision/abc#/cardData/extra_gated_prompt");
  expect(text?.terms).toMatchObject([
    { type: "acceptance", value: true },
    { type: "user-threshold", value: 700_000_000 },
  ]);
  expect(components.get("weights")?.terms).toEqual({ because: "unidentified" });
});

test("a gate is no licence where it only asks who somebody is", async () => {
  const parts = { ...gate("Please share your name with us."), licenses: [id("apache-2.0")] };
  expect((await weightsOf({}, parts))?.terms).toEqual({ ids: ["Apache-2.0"] });
});

test("a gate is not outranked by a text in a folder", async () => {
  const sketch = { files: { "sub/LICENSE": "Everything is allowed." }, listed: ["sub/model.safetensors"] };
  const governing = (await weightsOf(sketch, gate(AGREEMENT)))?.governing ?? [];
  expect(governing.some(({ paths }) => paths.some((path) => path.startsWith("https:")))).toBe(true);
});

test("what the host declares counts where no card says it, with its place", async () => {
  const said = await weightsOf({}, { licenses: [id("mit")] });
  expect(said?.terms).toEqual({ ids: ["MIT"] });
  expect(said?.notes).toMatchObject([{ at: { url: expect.stringMatching(/#\/cardData\/license$/) }, quote: "mit" }]);
  const withCard = await weightsOf(
    { files: { "README.md": "---\nlicense: apache-2.0\n---\n# Owl\n" } },
    { licenses: [id("mit")] },
  );
  expect(withCard?.terms).toEqual({ ids: ["Apache-2.0"] });
});

test("an id that has a name of its own beside it is not known by the id", async () => {
  const licenses = [id("other"), { kind: "name" as const, pointer: "/cardData/license_name", words: "owl-license" }];
  expect((await weightsOf({}, { licenses }))?.terms).toEqual({ because: "unidentified" });
});
