import type { Format } from "../../model/plugin.ts";
import { extensionOf } from "../shared/file-name.ts";
import { isRanks, readTiktoken } from "./read.ts";

const tiktoken: Format<"tiktoken"> = {
  id: "tiktoken",
  version: 1,
  title: "Ranks of a byte-pair encoding",
  spec: "https://github.com/openai/tiktoken/blob/main/tiktoken/load.py",
  matches: (path, head) => ["model", "tiktoken"].includes(extensionOf(path)) && isRanks(head),
  read: readTiktoken,
};
export default tiktoken;
