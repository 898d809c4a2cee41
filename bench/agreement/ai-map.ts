/** Records of Current AI's map: the class of a model, and of the components that they name. */

import { at, type RecordFile, readRecords, textsOf } from "./corpora.ts";
import type { Judged, Judgement } from "./judgement.ts";

/** Components of their strings that a question of ours asks for; all else is free text. */
const COMPONENTS: readonly string[] = ["weights", "data", "code", "checkpoints"];

/** Reads all records of models. */
export function readAiMap(): readonly Judgement[] {
  const scores = new Map(readRecords("os-ai-map/sources/scores").map((one) => [one.name, one]));
  const products = readRecords("os-ai-map/sources/products");
  return products.flatMap((product) => {
    const score = scores.get(product.name);
    return at(product.data, "type") === "model" && score !== undefined ? [readOne(product, score)] : [];
  });
}

function readOne(product: RecordFile, score: RecordFile): Judgement {
  const sources = [at(score.data, "openness", "sources"), at(product.data, "github")].flatMap(listOf);
  const links = sources.flatMap((one) => textsOf(at(one, "url")));
  const words = textsOf(at(score.data, "openness", "components")).join(" ");
  const [label] = textsOf(at(score.data, "openness", "class"));
  const whole = label === undefined ? [] : [{ dimension: "class", label, words, cited: [] }];
  const names = textsOf(at(product.data, "display_name"));
  return { source: "ai-map", record: product.name, names, links, judged: [...whole, ...readComponents(words)] };
}

/** `weights:open(Apache-2.0);data:closed` → a class for each. */
function readComponents(words: string): readonly Judged[] {
  return words.split(";").flatMap((part) => {
    const colon = part.indexOf(":");
    const dimension = part.slice(0, Math.max(colon, 0)).trim();
    const label = (part.slice(colon + 1).split("(")[0] ?? "").trim();
    return COMPONENTS.includes(dimension) ? [{ dimension, label, words: part.trim(), cited: [] }] : [];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
