/** Files in which the settings of a training of this model stand. */

import { type Field, factOf } from "../../model/facts.ts";
import type { Release } from "../../model/types.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { noteFile, offsetOfLine, quoteLine } from "../../studies/shared/noting.ts";
import { flattenName, listOwnNames } from "../../studies/shared/own-names.ts";
import { isAside, splitPath } from "../../studies/shared/path-words.ts";
import type { Desk } from "../shared/disclosed.ts";
import { holdingOf, noteFiles } from "../shared/published.ts";

/** Files looked at and cited. */
const MOST_READ = 100;
const MOST_CITED = 3;

const STRUCTURED: ReadonlySet<string> = new Set(["yaml", "yml", "json", "toml"]);

/** Places of settings for those who train on. */
const FOR_OTHERS = /fine-?tun|lora|custom|sample|benchmark/i;

/** Keys of settings that a training has and a model has not. */
const SETTING =
  /\/(?:learning[-_]?rate|lr|peak_lr|[\w-]{0,20}batch[-_]?size[\w-]{0,20}|weight[-_]decay|warmup[\w-]{0,20}|t_warmup|train[-_]iters|max_steps|max_duration|num_train_epochs)$/i;

/** Files that a trainer wrote, and configurations of a training that are named for the model. */
export async function noteSettings(desk: Desk): Promise<readonly string[]> {
  const { ledger, bench } = desk;
  const { files } = holdingOf(await bench.study(inventory), "model-metadata");
  const written = files.filter(({ note }) => note.code === "structured-read");
  const seen = [...noteFiles(ledger, written)];
  for (const artifact of listCandidates(bench.release)) {
    if (seen.length >= MOST_CITED) break;
    const fields = factOf(await bench.readings(artifact), "fields") ?? {};
    const [first, second] = Object.entries(fields).filter(isSetting);
    if (first === undefined || second === undefined) continue;
    const { path } = artifact;
    const text = await bench.text(artifact);
    const quoted = text.ok
      ? quoteLine(text.value, offsetOfLine(text.value, first[1].at.line ?? 1))
      : { at: first[1].at };
    const message = `${path} has the settings of a training: ${first[0].slice(1)} and ${second[0].slice(1)}`;
    const remark = { code: "settings-read", args: { path }, message, basis: "declared" as const };
    seen.push(ledger.note(await noteFile(bench, artifact, { ...remark, ...quoted })));
  }
  return seen;
}

function listCandidates(release: Release): Release["artifacts"] {
  const own = listOwnNames(release);
  return release.artifacts
    .filter(({ path, state }) => {
      const { stem, extension } = splitPath(path);
      const name = flattenName(stem);
      return (
        state === "here" &&
        STRUCTURED.has(extension) &&
        !isAside(path) &&
        !FOR_OTHERS.test(path) &&
        own.some((known) => name.startsWith(known))
      );
    })
    .slice(0, MOST_READ);
}

function isSetting([pointer, { value }]: [string, Field]): boolean {
  return SETTING.test(pointer) && (typeof value === "number" || /^\d/.test(String(value)));
}
