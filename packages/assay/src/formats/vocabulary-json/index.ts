import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readVocabularyJson } from "./read.ts";

const vocabularyJson: Format<"vocabulary-json"> = {
  id: "vocabulary-json",
  version: 1,
  title: "Vocabulary (JSON)",
  spec: "https://huggingface.co/docs/transformers/main_classes/tokenizer",
  matches: (path) => baseName(path) === "vocab.json",
  read: readVocabularyJson,
};
export default vocabularyJson;
