import type { Format } from "../../model/plugin.ts";
import { baseName } from "../shared/file-name.ts";
import { readTokenizer } from "./read.ts";

const NAMES: readonly string[] = [
  "tokenizer.json",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "added_tokens.json",
  "chat_template.json",
];

const tokenizer: Format<"tokenizer"> = {
  id: "tokenizer",
  version: 3,
  title: "Tokenizer",
  spec: "https://huggingface.co/docs/tokenizers",
  matches: (path) => NAMES.includes(baseName(path)),
  read: readTokenizer,
};
export default tokenizer;
