/** What the hub says of a repository beside its files, as the record of its host. */

import { pointTo } from "../../model/json-pointer.ts";
import type { HostRecord, HostWords } from "../../model/types.ts";
import { isObject, type Json, type Repository } from "./repository.ts";

/** The record without its origin, and whether the numbers in it hold together. */
export interface Recorded {
  readonly record: Omit<HostRecord, "origin">;
  readonly contradictsItself: boolean;
}

type Declared = HostRecord["licenses"][number];

/** Entries of a list or an object that are kept: the longest gates have some twenty fields. */
const MOST_ENTRIES = 64;

/** Makes the record. */
export function recordHost({ isGated, answer }: Repository): Recorded {
  const { json, url, sha256 } = answer;
  const card = isObject(json.cardData) ? json.cardData : {};
  const { contradictsItself, ...counted } = readCounts(json);
  const bases = readBases(card);
  const record: Omit<HostRecord, "origin"> = {
    url,
    sha256,
    access: isGated ? "gated" : "open",
    // Where nothing is gated, the words of a gate are those of one that no longer stands.
    gate: isGated ? readGate(card) : [],
    licenses: readLicenses(card),
    ...(bases.length === 0 ? {} : { bases }),
    model: { ...readArchitecture(json), ...counted },
  };
  return { record, contradictsItself };
}

/** Whether the host's answer tells what a model's configuration says. */
export function hasConfig({ answer }: Repository): boolean {
  return isObject(answer.json.config);
}

/** Texts of the gate, and the fields of its form: what one ticks there is often a term (hub-docs, models-gated.md). */
function readGate(card: Json): readonly HostWords[] {
  const texts = ["extra_gated_heading", "extra_gated_prompt", "extra_gated_description"].flatMap((key) =>
    wordsAt(pointTo("/cardData", key), card[key]),
  );
  const at = "/cardData/extra_gated_fields";
  const fields = isObject(card.extra_gated_fields) ? Object.keys(card.extra_gated_fields) : [];
  return [...texts, ...fields.slice(0, MOST_ENTRIES).flatMap((name) => wordsAt(pointTo(at, name), name))];
}

/** Bases, how the model was made from them, and data (hub-docs, "Model Cards"). */
function readBases(card: Json): NonNullable<HostRecord["bases"]> {
  return [
    ...listWords(card, "base_model").map((words) => ({ ...words, kind: "base" as const })),
    ...listWords(card, "base_model_relation").map((words) => ({ ...words, kind: "relation" as const })),
    ...listWords(card, "datasets").map((words) => ({ ...words, kind: "dataset" as const })),
  ];
}

/** One word or several. */
function listWords(card: Json, key: string): readonly HostWords[] {
  const value = card[key];
  const pointer = pointTo("/cardData", key);
  if (!Array.isArray(value)) return wordsAt(pointer, value);
  return value.slice(0, MOST_ENTRIES).flatMap((one, index) => wordsAt(pointTo(pointer, index), one));
}

/** One licence or several (huggingface.js, api-model.ts), and what stands beside `other`. */
function readLicenses(card: Json): readonly Declared[] {
  return [
    ...listWords(card, "license").map((words) => ({ ...words, kind: "id" as const })),
    ...wordsAt("/cardData/license_name", card.license_name).map((words) => ({ ...words, kind: "name" as const })),
    ...wordsAt("/cardData/license_link", card.license_link).map((words) => ({ ...words, kind: "link" as const })),
  ];
}

function wordsAt(pointer: string, value: unknown): readonly HostWords[] {
  return typeof value === "string" && value.trim() !== "" ? [{ pointer, words: value }] : [];
}

function readArchitecture(json: Json): Pick<HostRecord["model"], "architecture" | "contextLength"> {
  const config = isObject(json.config) ? json.config : {};
  const gguf = isObject(json.gguf) ? json.gguf : {};
  const named: readonly unknown[] = Array.isArray(config.architectures) ? config.architectures : [];
  const [architecture] = [
    ...wordsAt("/config/architectures/0", named[0]),
    ...wordsAt("/gguf/architecture", gguf.architecture),
  ];
  const contextLength = asCount(gguf.context_length);
  return {
    ...(architecture === undefined ? {} : { architecture }),
    ...(contextLength === undefined ? {} : { contextLength }),
  };
}

/** Numbers of elements: of safetensors per type and in all, of GGUF in all. */
function readCounts(
  json: Json,
): Pick<HostRecord["model"], "parameters" | "dtypes"> & { readonly contradictsItself: boolean } {
  const safetensors = isObject(json.safetensors) ? json.safetensors : {};
  const gguf = isObject(json.gguf) ? json.gguf : {};
  const stated = isObject(safetensors.parameters) ? Object.entries(safetensors.parameters) : [];
  const counts = stated.slice(0, MOST_ENTRIES).flatMap(([dtype, value]) => {
    const count = asCount(value);
    return count === undefined ? [] : [[dtype, count] as const];
  });
  const total = asCount(safetensors.total);
  const sum = counts.reduce((before, [, count]) => before + count, 0);
  if (counts.length > 0 && total !== undefined && sum !== total) return { contradictsItself: true };
  const parameters = total ?? asCount(gguf.total);
  return {
    contradictsItself: false,
    ...(parameters === undefined ? {} : { parameters }),
    ...(counts.length === 0 ? {} : { dtypes: Object.fromEntries(counts) }),
  };
}

function asCount(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
