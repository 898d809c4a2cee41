/** Records of the Model Openness Tool: each requirement as the tool itself rules it. */

import { rule } from "../../packages/assay/src/assess/rule.ts";
import type { Claim, Framework, Ruling } from "../../packages/assay/src/model/types.ts";
import { frameworks } from "../../packages/assay/src/node.ts";
import mofYaml from "../../packages/assay/src/records/mof-yaml/index.ts";
import { at, type RecordFile, readRecords, textsOf } from "./corpora.ts";
import type { Judged, Judgement } from "./judgement.ts";

/** Reads all records. */
export async function readMot(): Promise<readonly Judgement[]> {
  const tool = frameworks.find(({ id, reading }) => id === "mof" && reading === "tool");
  if (tool === undefined) throw new Error("there is no framework mof/tool");
  return await Promise.all(readRecords("mot/models").map((record) => readOne(record, tool)));
}

async function readOne({ name, text, data }: RecordFile, tool: Framework): Promise<Judgement> {
  const { name: release, claims } = await mofYaml.read(text);
  const judged = rule(tool, claims, "*").requirements.flatMap((ruling) => judge(ruling, claims));
  const links = ["repository", "huggingface"].flatMap((key) => textsOf(at(data, "release", key)));
  return { source: "mot", record: name, names: [release], links, judged };
}

/** The records cite no place for a component but the repository of the whole. */
function judge(ruling: Ruling, claims: ReadonlyMap<string, Claim>): readonly Judged[] {
  if (ruling.applies !== true || ruling.verdict === "unknown") return [];
  const license = claims.get(`${ruling.id}.license`)?.value;
  const isListed = claims.get(`${ruling.id}.published`)?.value === true;
  const words = isListed ? `listed, licence ${[license].flat().join(" AND ")}` : "not listed";
  return [{ dimension: ruling.id, label: ruling.verdict, words, cited: [] }];
}
