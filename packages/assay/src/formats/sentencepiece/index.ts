import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { isPieces, readSentencepiece } from "./read.ts";

const sentencepiece: Format<"sentencepiece"> = {
  id: "sentencepiece",
  version: 1,
  title: "SentencePiece model",
  spec: "https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto",
  matches: (path, head) => ["model", "spm"].includes(extensionOf(path)) && isPieces(head),
  read: readSentencepiece,
};
export default sentencepiece;
