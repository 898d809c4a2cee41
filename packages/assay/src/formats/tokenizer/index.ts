import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readTokenizer } from "./read.ts";

const NAMES: readonly string[] = ["tokenizer.json", "tokenizer_config.json"];

const tokenizer: Format<"tokenizer"> = {
  id: "tokenizer",
  version: 1,
  title: "Tokenizer",
  spec: "https://huggingface.co/docs/tokenizers",
  matches: (path) => NAMES.includes(baseName(path)),
  read: readTokenizer,
};
export default tokenizer;
