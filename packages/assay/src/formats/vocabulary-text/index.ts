import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readVocabularyText } from "./read.ts";

const vocabularyText: Format<"vocabulary-text"> = {
  id: "vocabulary-text",
  version: 1,
  title: "Vocabulary (text)",
  spec: "https://huggingface.co/docs/transformers/model_doc/bert",
  matches: (path) => baseName(path) === "vocab.txt",
  read: readVocabularyText,
};
export default vocabularyText;
