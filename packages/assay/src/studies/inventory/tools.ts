/** Names of scripts that are of help around a model: they convert, quantise, tune, serve or time it. */

import { splitPath, splitWords } from "../shared/path-words.ts";

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** What is done with a model's files, whatever stands beside it. */
const TOOL = toSet("quantize quantizer gptq awq autoawq autogptq unshard reshard");
const TUNES = toSet("finetune finetuning");

/** What a word of exporting needs beside it. */
const FROM_TO = toSet("convert converter conversion export exporter merge push upload consolidate");
const OF_MODEL = toSet(
  "onnx model models hf hub huggingface checkpoint checkpoints ckpt weights gguf ggml tflite coreml torchscript safetensors megatron lora jax flax pytorch pt tf fsdp main",
);

/** Words by which something else than a model is converted, or settings are meant. */
const NO_TOOL = toSet(
  "data dataset datasets json jsonl parquet tfrecord tfrecords csv eval submission test tests config tokens text",
);

/** A page or a service on which others try a model. */
const SHOWS =
  /^(?:web|gradio|streamlit)_?(?:demo|app|chat|ui|server|web_server)(?:_\w{1,20})?$|^webui$|^(?:openai_)?api(?:_server)?$/;
const SERVES = /^openai_api(?:_\w{1,20})?$|^api_server$/;

/** Measurements of speed say nothing of how good a model is. */
const TIMES = /^(?:speed|throughput|latency)_(?:benchmark|test)|^benchmark_(?:speed|throughput|latency)/;

/** Folders of settings: what lies there is read by the code and does nothing. */
const SETTINGS = /^(?:configs?|conf|cfg|settings|data(?:sets?)?)$/i;

/** Whether a file is named for work on the model's files: converting, exporting, quantising, tuning by users. */
export function isTool(path: string): boolean {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  const [first = ""] = words;
  const name = words.join("_");
  if (first === "test" || words.at(-1) === "test" || words.at(-1) === "config") return false;
  if (folders.some((folder) => SETTINGS.test(folder))) return false;
  if (TUNES.has(first) || TUNES.has(words.at(-1) ?? "") || name === "fine_tune") return true;
  if (words.length === 1 && (first === "convert" || first === "export")) return true;
  if (SERVES.test(name) || (SHOWS.test(name) && name !== "api") || TIMES.test(name)) return true;
  return (
    (first === "run" && words.includes("quantization")) ||
    (first === "quant" && folders.some((folder) => /^quant/i.test(folder))) ||
    words.some((word) => TOOL.has(word)) ||
    isConverter(words)
  );
}

/** `convert_owl_to_hf`, `convert_to_singleton`; not `convert_to_parquet`. */
function isConverter(words: readonly string[]): boolean {
  if (!words.some((word) => FROM_TO.has(word)) || words.some((word) => NO_TOOL.has(word))) return false;
  return words.some((word) => OF_MODEL.has(word)) || (words[0] === "convert" && words[1] === "to");
}
