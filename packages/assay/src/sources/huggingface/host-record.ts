/** What the hub says of a repository beside its files: how it is given out, under which licence, what the model is. */

import type { HostRecord, HostWords } from "../../model/types.ts";
import type { Info } from "./api.ts";
import { asCount, asObject, asText, asTexts, type Json } from "./fields.ts";

/** Texts of a gate (hub-docs, "Gated models": `extra_gated_*`). */
const GATE = ["extra_gated_heading", "extra_gated_description", "extra_gated_prompt"] as const;

/** Makes the record of an answer. */
export function makeHostRecord({ json, url, sha256, isGated }: Info): Omit<HostRecord, "origin"> {
  const card = asObject(json.cardData);
  return {
    url,
    sha256,
    access: isGated ? "gated" : "open",
    gate: [...GATE.flatMap((key) => readWords(card, key)), ...readFields(card)],
    licenses: readLicenses(card),
    model: readModel(json),
  };
}

function readWords(card: Json, key: string): readonly HostWords[] {
  const words = asText(card[key]);
  return words === undefined ? [] : [{ pointer: `/cardData/${key}`, words }];
}

/** What is asked of whoever wants the files: boxes to tick are words of a contract too. */
function readFields(card: Json): readonly HostWords[] {
  return Object.keys(asObject(card.extra_gated_fields)).map((words) => ({
    pointer: `/cardData/extra_gated_fields/${words.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    words,
  }));
}

function readLicenses(card: Json): HostRecord["licenses"] {
  const isList = Array.isArray(card.license);
  const ids = asTexts(card.license).map((words, index) => ({
    kind: "id" as const,
    pointer: `/cardData/license${isList ? `/${index}` : ""}`,
    words,
  }));
  const names = readWords(card, "license_name").map((said) => ({ ...said, kind: "name" as const }));
  const links = readWords(card, "license_link").map((said) => ({ ...said, kind: "link" as const }));
  return [...ids, ...names, ...links];
}

/** The hub reads configurations, headers of safetensors and of GGUF itself. */
function readModel(json: Json): HostRecord["model"] {
  const [architecture] = asTexts(asObject(json.config).architectures);
  const gguf = asObject(json.gguf);
  const safetensors = asObject(json.safetensors);
  const contextLength = asCount(gguf.context_length);
  const parameters = asCount(safetensors.total) ?? asCount(gguf.total);
  const counts = Object.entries(asObject(safetensors.parameters)).filter(([, count]) => asCount(count) !== undefined);
  const name = architecture ?? asText(gguf.architecture);
  const pointer = architecture === undefined ? "/gguf/architecture" : "/config/architectures/0";
  return {
    ...(name === undefined ? {} : { architecture: { pointer, words: name } }),
    ...(contextLength === undefined ? {} : { contextLength }),
    ...(parameters === undefined ? {} : { parameters }),
    ...(counts.length === 0 ? {} : { dtypes: Object.fromEntries(counts) as Readonly<Record<string, number>> }),
  };
}
