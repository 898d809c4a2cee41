/** Makes the example files; `npm run examples` writes them. */

import { joinBytes } from "../../../bytes/join.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** A field of bytes. */
export function field(number: number, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const content = joinBytes(parts.map((part) => (typeof part === "string" ? utf8(part) : part)));
  return joinBytes([new Uint8Array([...varint(number * 8 + 2), ...varint(content.length)]), content]);
}

/** A node that calls an operator, with its settings. */
export function node(operator: string, ...settings: readonly Uint8Array[]): Uint8Array {
  return field(1, field(1, "owl"), field(2, operator), ...settings);
}

/** A setting. */
export const setting = (key: string, value: Uint8Array): Uint8Array => field(5, field(1, key), field(2, value));

/** A tensor of texts, and one of numbers. */
const texts = (...all: readonly (Uint8Array | string)[]): Uint8Array => field(8, ...all.map((one) => field(8, one)));
const numbers = field(8, field(4, new Uint8Array(16)));

/** A library of one function of one node. */
const library = (operator: string): Uint8Array =>
  field(2, field(1, field(1, field(1, "f")), field(3, ...[field(1, "owl"), field(2, operator)])));

/** A SavedModel of a graph. */
export function savedModel(...parts: readonly Uint8Array[]): Uint8Array {
  return joinBytes([new Uint8Array([8, 1]), field(2, field(1, field(5, "2.20.0")), field(2, ...parts), field(7))]);
}

const LAMBDA = JSON.stringify({
  class_name: "Lambda",
  config: { function: { class_name: "__tuple__", items: ["4wE="] }, function_type: "lambda" },
});

const print = node("PrintV2", setting("output_stream", field(2, "file:///tmp/owl")));

function nest(levels: number): Uint8Array {
  let call = field(2, "x");
  for (let level = 0; level < levels; level++) call = field(10, field(1, "f"), field(2, field(1, "k"), field(2, call)));
  return call;
}

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/saved-model.pb": savedModel(node("Const", setting("value", numbers)), node("MatMul")),
  "good/library.pb": savedModel(node("StatefulPartitionedCall"), library("WriteFile")),
  "good/graph.pb": joinBytes([node("Placeholder"), node("Relu"), print]),
  "good/graph-in-data.pb": savedModel(
    node("Const", setting("value", texts("hoot", joinBytes([node("Const"), node("WriteFile")])))),
  ),
  "good/graph-in-setting.pb": savedModel(node("Owl", setting("f", field(1, field(2, node("ReadFile")))))),
  "good/call.pb": savedModel(node("Owl", setting("f", nest(3)))),
  "good/objects.pb": joinBytes([savedModel(node("NoOp")), field(2, field(7, field(1, field(4, field(3, LAMBDA)))))]),
  "good/metadata.pb": field(1, field(3, "root.layer-0"), field(4, "_tf_keras_layer"), field(5, LAMBDA)),
  "bad/not-graph.pb": utf8("a text"),
  "bad/not-graph-empty.pb": new Uint8Array(0),
  "bad/not-graph-other.pb": new Uint8Array([8, 1, 18, 2, 8, 1]),
  "bad/bad-wire.pb": joinBytes([savedModel(node("NoOp")), new Uint8Array([0x0b])]),
  "bad/bad-wire-cut.pb": joinBytes([node("Relu"), node("PyFunc")]).slice(0, -3),
  "bad/too-deep.pb": savedModel(node("Owl", setting("f", nest(40)))),
};
