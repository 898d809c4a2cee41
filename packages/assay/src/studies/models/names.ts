/** What the names of weight files say of the model that they are of. */

/** Hub files and folders: a pipeline's index (diffusers), the folders of formats (Optimum), modules (sentence-transformers). */
const SAME_MODEL =
  /^(?:onnx|openvino|coreml|gguf|ggml|tflite|safetensors|pytorch|tf|tensorflow|flax|original|\d+_[A-Z]\w*)$/;

/** One of several files of a set: `-00001-of-00005`, `-model_part-0` (fairseq), `-shard1`. */
const NUMBERED = /[-_.]?(?:\d+[-_]of[-_]\d+|(?:model[-_])?part[-_]?\d+|shard[-_]?\d+(?:of\d+)?)$/i;

/** Names that libraries give to any model: transformers, diffusers, Optimum, llama.cpp, MLX, Meta's, DeepSpeed's. */
const DEFAULT =
  /^(?:(?:(?:pytorch|tf|flax|openvino|ggml|diffusion_pytorch)[-_])?model|(?:text|vision|audio)_model|weights(?:[-_.]\d+)?|consolidated.*|(?:layer_\d+-model_\d+|mp_rank_\d+)[-_]model_states|)$/i;

/** A number format at the end of a name: ggml's types, the suffixes of ONNX exports and of the hub's variants. */
const VARIANT =
  /(?:^|[-_.])(I?Q\d(?:_[A-Z0-9]{1,3})*|TQ\d_\d|MXFP4(?:_MOE)?|q4f16|bnb4|bf16|fp?16|fp?32|fp8|half|quantized|q?u?int[48])$/i;

/** File systems hold names of up to 255 bytes; a longer one of a listing is no name of a library. */
const LONGEST_NAME = 255;

/** Parts that only together are a model, as exports of ONNX name them, and the words beside. */
const PART = /(?:^|[-_.])(?:encoder|decoder|joiner|embed_tokens)(?=$|[-_.])/i;
const PART_WORDS =
  /(?:^|[-_.])(?:encoder|decoder|joiner|embed|tokens|with|past|merged|model|vision|text|audio|speech|prompt|mask)(?=$|[-_.])/gi;

/** Folder of the model that files of this folder are of: formats and modules have folders of their own inside of it. */
export function homeOf(folder: string): string {
  const folders = folder.split("/");
  while (SAME_MODEL.test(folders.at(-1) ?? "")) folders.pop();
  return folders.join("/");
}

/** What tells a set of weights from others of its folder: a name, the number format of a default name, or nothing. */
export function labelOf(stem: string): string {
  if (stem.length > LONGEST_NAME) return stem;
  const whole = dropParts(stem.replace(NUMBERED, ""));
  const formats: string[] = [];
  let base = whole;
  for (let end = VARIANT.exec(base); end !== null; end = VARIANT.exec(base)) {
    formats.unshift(end[1] ?? "");
    base = base.slice(0, end.index);
  }
  return DEFAULT.test(base) ? formats.join("_") : whole;
}

function dropParts(stem: string): string {
  return PART.test(stem) ? stem.replace(PART_WORDS, "").replace(/^[-_.]+/, "") : stem;
}
