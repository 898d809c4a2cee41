import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readSentenceTransformers } from "./read.ts";

const NAMES: readonly string[] = [
  "modules.json",
  "router_config.json",
  "sentence_bert_config.json",
  "config_sentence_transformers.json",
];

const sentenceTransformers: Format<"sentence-transformers"> = {
  id: "sentence-transformers",
  version: 1,
  title: "Sentence Transformers configuration",
  spec: "https://sbert.net/docs/sentence_transformer/usage/custom_models.html",
  matches: (path) => NAMES.includes(baseName(path)),
  read: readSentenceTransformers,
};
export default sentenceTransformers;
