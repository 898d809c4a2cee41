import { openLedger } from "../../model/ledger.ts";
import type { Observation, Probe, Workbench } from "../../model/plugin.ts";

const CLAIM = "template-id.published";
const FILE = "template-id.txt";

async function observe(bench: Workbench): Promise<Observation> {
  const ledger = openLedger("template-id");
  const artifact = bench.release.artifacts.find(({ path }) => path === FILE);
  if (artifact === undefined) {
    ledger.leaveOpen(CLAIM, "not-observed");
    return ledger.close();
  }
  const { path, size } = artifact;
  const isPublished = size !== 0;
  const code = isPublished ? "file-present" : "file-empty";
  const message = `${path} is ${isPublished ? "published" : "empty"}`;
  const seen = ledger.note({ code, args: { path }, message, basis: "measured", at: { path } });
  ledger.answer(CLAIM, isPublished, [seen]);
  return ledger.close();
}

const templateId: Probe<"template-id"> = {
  id: "template-id",
  version: 1,
  question: "Which question about a release is answered?",
  kinds: ["model"],
  answers: [CLAIM],
  observe,
};

export default templateId;
