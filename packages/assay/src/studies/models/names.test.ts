import { expect, test } from "vitest";
import { homeOf, labelOf } from "./names.ts";

test.each([
  ["model", ""],
  ["pytorch_model", ""],
  ["tf_model", ""],
  ["flax_model", ""],
  ["diffusion_pytorch_model", ""],
  ["openvino_model", ""],
  ["consolidated.00", ""],
  ["consolidated", ""],
  ["model-00001-of-00003", ""],
  ["pytorch_model-00002-of-00002", ""],
  ["layer_07-model_00-model_states", ""],
  ["mp_rank_00_model_states", ""],
  ["encoder_model", ""],
  ["decoder_with_past_model", ""],
  ["decoder_model_merged_quantized", "quantized"],
  ["model.fp16", "fp16"],
  ["weights.01", ""],
  ["openvino_model_qint8_quantized", "qint8_quantized"],
  ["model_q4f16", "q4f16"],
  ["model_O4", "model_O4"],
  ["ggml-model-q4_0", "q4_0"],
  ["owl-7b.Q4_K_M", "owl-7b.Q4_K_M"],
  ["owl-7b-Q8_0-00001-of-00002", "owl-7b-Q8_0"],
  ["tiny-encoder.int8", "tiny.int8"],
  ["tiny-decoder", "tiny"],
  ["q2_model", "q2_model"],
  ["alexa_v0.1", "alexa_v0.1"],
  ["reshard-model_part-0", "reshard"],
])("%s is told from others of its folder by %j", (stem, label) => {
  expect(labelOf(stem)).toBe(label);
});

test.each([
  ["q4", "-"],
  ["q4_", ""],
  ["0", "-of-"],
  ["encoder-", ""],
  ["part0", "_"],
])("a name made of %j over and over is read in its length", (piece, end) => {
  const name = piece.repeat(Math.floor(250 / piece.length)) + end;
  expect(labelOf(name).length).toBeLessThanOrEqual(name.length);
  expect(labelOf(`model${name.repeat(100)}`)).toBe(`model${name.repeat(100)}`);
});

test.each([
  ["", ""],
  ["onnx", ""],
  ["7B/onnx", "7B"],
  ["2_Dense", ""],
  ["small/2_Dense", "small"],
  ["original", ""],
  ["7B", "7B"],
  ["onnx/7B", "onnx/7B"],
])("files in %j are of a model that lies in %j", (folder, home) => {
  expect(homeOf(folder)).toBe(home);
});
