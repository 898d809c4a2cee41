/** Names of scripts that are of help around a model: they convert, quantise, tune, serve or time it. */

import { splitPath, splitWords } from "../shared/path-words.ts";

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** What is done with a model's files, whatever stands beside it. */
const TOOL = toSet("quantize gptq awq autoawq autogptq unshard reshard");
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

/** Names that say it as a whole: a page or a service on which others try a model, what times it, what converts it. */
const NAMED: readonly RegExp[] = [
  /^(?:web|gradio|streamlit)_?(?:demo|app|chat|ui|server|web_server)(?:_\w{1,20})?$|^webui$/,
  /^(?:\w{1,20}_)?(?:gradio|streamlit)(?!_(?:utils?|helpers?|deps?|css|components?)$)(?:_\w{1,20})?$|^demo_(?:gr|st)(?:_\w{1,20})?$/,
  /^openai_api(?:_(?:server|demo|protocol))?$|^api_server$/,
  /^(?:speed|throughput|latency)_(?:benchmark|test)|^benchmark_(?:speed|throughput|latency)/,
  /^fine_tune$|^convert$|^export$/,
];

/** Folders of code that converts or quantises a model's files, and those of a faster runtime for it. */
const CONVERTING =
  /^(?:convert(?:ers?|sion)?|(?:model|ckpt|checkpoint)s?[-_]conver(?:t|ter|ters|sion)|hf[-_](?:to|2)[-_]\w{1,30}|\w{1,30}[-_](?:to|2)[-_](?:hf|huggingface|megatron|mcore|nemo|onnx|gguf|safetensors|tensorrt|trt))$/i;
const QUANTIZING = /^quanti[sz](?:e|ation)$/i;
const RUNTIME = /^(?:trt|tensorrt|openvino|coreml|tflite|ncnn|mnn)$/i;

/** What a step of such a folder is called. */
const STEP = /^(?:step|main|run|convert|quanti[sz]e)$/i;

/** Words of files in these folders that only serve others. */
const SERVING = toSet("init version setup utils util helpers constants types config configs tester");

/** Folders of settings: what lies there is read by the code and does nothing. */
const SETTINGS = /^(?:configs?|conf|cfg|settings|data(?:sets?)?)$/i;

/** Folders of parts of networks, in which to quantise is a step of a layer. */
const LAYERS = /^(?:modules?|layers?|nn|ops|regularizers|losses)$/i;

/** Words of code that is part of something else, whatever it is for. */
const PARTS = toSet("modeling modelling engine config configuration");

/** Whether a file is named for work on the model's files: converting, exporting, quantising, tuning by users. */
export function isTool(path: string): boolean {
  const { folders, stem } = splitPath(path);
  const words = splitWords(stem);
  if (words[0] === "test" || words.at(-1) === "test" || words.at(-1) === "config" || PARTS.has(words[0] ?? ""))
    return false;
  return (
    !folders.some((folder) => SETTINGS.test(folder)) &&
    (isNamed(words) || isQuantizer(words, folders) || isConverter(words) || isInToolFolder(folders, stem))
  );
}

function isInToolFolder(folders: readonly string[], stem: string): boolean {
  const words = [...splitWords(stem), ...folders.flatMap(splitWords)];
  if (words.some((word) => NO_TOOL.has(word)) || splitWords(stem).some((word) => SERVING.has(word))) return false;
  if (folders.some((folder) => QUANTIZING.test(folder)) && STEP.test(stem)) return true;
  return folders.some((folder) => CONVERTING.test(folder) || RUNTIME.test(folder));
}

function isNamed(words: readonly string[]): boolean {
  const name = words.join("_");
  if (TUNES.has(words[0] ?? "") || TUNES.has(words.at(-1) ?? "")) return true;
  return NAMED.some((one) => one.test(name));
}

function isQuantizer(words: readonly string[], folders: readonly string[]): boolean {
  if (words[0] === "run" && words.includes("quantization")) return true;
  if (/^quant/.test(words[0] ?? "") && folders.some((folder) => /^quant/i.test(folder))) return true;
  return words.some((word) => TOOL.has(word)) && !folders.some((folder) => LAYERS.test(folder));
}

/** `convert_owl_to_hf`, `convert_to_singleton`; not `convert_to_parquet`. */
function isConverter(words: readonly string[]): boolean {
  if (!words.some((word) => FROM_TO.has(word)) || words.some((word) => NO_TOOL.has(word))) return false;
  return words.some((word) => OF_MODEL.has(word)) || (words[0] === "convert" && words[1] === "to");
}
