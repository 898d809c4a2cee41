import { expect, test } from "vitest";
import { openOn, scanRelease } from "../../../test/hub/ask-hub.ts";
import { startHub } from "../../../test/hub/hub.ts";
import { makeZip } from "../../../test/support/archive.ts";
import { assemble, op } from "../../../test/support/pickle.ts";

const CALL = assemble(op.PROTO(2), op.GLOBAL("owl", "hoot"), op.EMPTY_TUPLE, op.REDUCE, op.STOP);

const STORAGE = new Uint8Array(5 << 20);

/** A checkpoint of 20 MB whose pickle calls something, and whose storages nobody has to read. */
const checkpoint = new Uint8Array(
  makeZip([
    { name: "owl/data.pkl", content: CALL },
    ...Array.from({ length: 4 }, (_, n) => ({ name: `owl/data/${n}`, content: STORAGE })),
    { name: "owl/version", content: "3\n" },
  ]),
);

test("of a checkpoint on the hub its pickles are read with four requests, and the rest is left open", async () => {
  const hub = await startHub([{ id: "acme/owl", files: { "pytorch_model.bin": checkpoint } }]);
  const release = await openOn(hub, "hf:acme/owl", { isScan: true });
  const { files } = await scanRelease(release);
  expect(hub.requests.filter((request) => request.includes("/resolve/")).length).toBeLessThanOrEqual(4);
  expect(hub.sent()).toBeLessThan(2_000_000);
  expect(files).toMatchObject([
    {
      format: "pytorch-zip",
      weightsOnly: { loads: false, missing: ["owl.hoot"] },
      gaps: [{ code: "headers-not-read" }],
    },
  ]);
});

test("a pickle behind its storages is read as well", async () => {
  const entries = [
    { name: "owl/data/0", content: STORAGE },
    { name: "owl/data.pkl", content: CALL },
    { name: "owl/data/1", content: STORAGE },
    { name: "owl/version", content: "3\n" },
  ];
  const hub = await startHub([{ id: "acme/owl", files: { "a/owl.pt": new Uint8Array(makeZip(entries)) } }]);
  const { files } = await scanRelease(await openOn(hub, "hf:acme/owl", { isScan: true }));
  expect(hub.requests.filter((request) => request.includes("/resolve/")).length).toBeLessThanOrEqual(4);
  expect(files).toMatchObject([{ weightsOnly: { missing: ["owl.hoot"] }, gaps: [{ code: "headers-not-read" }] }]);
});

test("a plain pickle is read, and only a scan asks for either", async () => {
  const files = { "owl.pkl": CALL, "pytorch_model.bin": checkpoint };
  const hub = await startHub([{ id: "acme/owl", files }]);
  const scanned = await scanRelease(await openOn(hub, "hf:acme/owl", { isScan: true }));
  expect(scanned.files[0]).toMatchObject({ path: "owl.pkl", weightsOnly: { missing: ["owl.hoot"] } });
  const release = await openOn(hub, "hf:acme/owl");
  expect(release.artifacts.map(({ state }) => state)).toEqual(["listed", "listed"]);
});
