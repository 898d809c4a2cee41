/** Makes the example files; `npm run examples` writes them. */

import { entry, external, message, model, opset, type Part, tensor } from "./writer.ts";

const weight = tensor("w", [2, 3]);

/** A node with one attribute. */
const node = (...attribute: readonly Part[]): Part => [
  1,
  [
    [4, "If"],
    [5, attribute],
  ],
];

/** Graphs in graphs. */
function nest(depth: number): Part {
  return depth === 0 ? node([1, "x"]) : node([6, [nest(depth - 1)]]);
}

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/one-tensor.onnx": model(
    [weight],
    [
      [
        14,
        [
          [1, "license"],
          [2, "apache-2.0"],
        ],
      ],
    ],
  ),
  "good/branches.onnx": model([
    [
      1,
      [
        [4, "Add"],
        [7, "com.acme"],
      ],
    ],
    node([1, "then_branch"], [6, [tensor("w", [4])]]),
    [
      1,
      [
        [4, "Constant"],
        [
          5,
          [
            [1, "value"],
            [
              5,
              [
                [1, 2],
                [2, 7],
                [8, "c"],
                [7, new Uint8Array([1, 2])],
              ],
            ],
          ],
        ],
      ],
    ],
    weight,
  ]),
  "good/functions.onnx": model(
    [weight],
    [
      [
        25,
        [
          [1, "f"],
          [7, [[4, "Mul"]]],
          [
            9,
            [
              [1, "com.acme"],
              [2, 1],
            ],
          ],
        ],
      ],
    ],
  ),
  "good/external.onnx": model([
    external("a", "owl.onnx.data", entry("offset", "0"), entry("length", "16")),
    external("b", "owl.onnx.data", entry("offset", "16"), entry("length", "16")),
  ]),
  "good/packed-types.onnx": model([
    [
      5,
      [
        [1, new Uint8Array([3])],
        [2, 22],
        [8, "four-bit"],
        [9, new Uint8Array(2)],
      ],
    ],
    [
      5,
      [
        [1, 1],
        [2, 8],
        [8, "text"],
        [6, "owl"],
      ],
    ],
    [
      5,
      [
        [1, 2],
        [2, 10],
        [8, "half"],
        [5, new Uint8Array([1, 2])],
      ],
    ],
  ]),
  "good/sparse.onnx": model([[15, [[1, (tensor("values", [3]) as readonly [number, readonly Part[]])[1]]]]]),
  "good/unknown-fields.onnx": model(
    [weight, [99, "later"]],
    [
      [77, 1],
      [78, "later"],
    ],
  ),
  "bad/not-onnx.onnx": new TextEncoder().encode("coming soon\n"),
  "bad/not-onnx-other-message.onnx": message([[9, "other"]]),
  "bad/bad-wire.onnx": model([weight, tensor("v", [4])]).slice(0, 70),
  "bad/bad-wire-group.onnx": new Uint8Array([...model([weight]), 0x0b]),
  "bad/no-version.onnx": message([[7, [weight]], opset]),
  "bad/no-graph.onnx": message([[1, 9], opset]),
  "bad/no-opset.onnx": message([
    [1, 9],
    [7, [weight]],
  ]),
  "bad/message-twice.onnx": model([weight], [[7, [tensor("v", [1])]]]),
  "bad/bad-version.onnx": model([weight], [[1, -1]]),
  "bad/location-outside-indices.onnx": model([
    [
      15,
      [
        [1, (weight as readonly [number, readonly Part[]])[1]],
        [2, (external("i", "../secret") as readonly [number, readonly Part[]])[1]],
      ],
    ],
  ]),
  "bad/too-deep.onnx": model([nest(33)]),
  "bad/bad-dims.onnx": model([tensor("w", [-1], [9, new Uint8Array(4)])]),
  "bad/size-overflow.onnx": model([tensor("w", [2 ** 31, 2 ** 31], [9, new Uint8Array(4)])]),
  "bad/unknown-type.onnx": model([
    [
      5,
      [
        [1, 1],
        [2, 99],
        [8, "w"],
        [9, new Uint8Array(4)],
      ],
    ],
  ]),
  "bad/too-many-dims.onnx": model([tensor("w", Array<number>(65).fill(1), [9, new Uint8Array(4)])]),
  "bad/unknown-location.onnx": model([tensor("w", [1], [14, 2], [9, new Uint8Array(4)])]),
  "bad/data-twice.onnx": model([tensor("w", [1], [9, new Uint8Array(4)], [4, new Uint8Array(4)])]),
  "bad/data-twice-external.onnx": model([external("w", "owl.data", [9, new Uint8Array(16)])]),
  "bad/wrong-field.onnx": model([tensor("w", [2], [5, new Uint8Array(2)])]),
  "bad/count-mismatch.onnx": model([tensor("w", [2], [2, 7], [7, new Uint8Array(3)])]),
  "bad/count-mismatch-none.onnx": model([tensor("w", [2], [8, "w"])]),
  "bad/size-mismatch.onnx": model([tensor("w", [2, 3], [9, new Uint8Array(20)])]),
  "bad/size-mismatch-external.onnx": model([external("w", "owl.data", entry("length", "15"))]),
  "bad/duplicate-name.onnx": model([weight, weight]),
  "bad/duplicate-key.onnx": model([external("w", "owl.data", entry("location", "../secret"))]),
  "bad/location-outside-memory.onnx": model([external("w", "*/_ORT_MEM_ADDR_/*", entry("offset", "4096"))]),
  "bad/location-outside.onnx": model([external("w", "../secret")]),
  "bad/location-outside-absolute.onnx": model([external("w", "/etc/passwd")]),
  "bad/location-outside-inner.onnx": model([external("w", "a/../../b")]),
  "bad/location-outside-drive.onnx": model([external("w", "C:owl.data")]),
  "bad/location-outside-backslash.onnx": model([external("w", "..\\owl.data")]),
  "bad/location-outside-url.onnx": model([external("w", "https://owl.example/data")]),
  "bad/location-outside-empty.onnx": model([external("w", "")]),
  "bad/bad-range.onnx": model([external("w", "owl.data", entry("offset", "-1"))]),
  "bad/not-utf8.onnx": model([
    [
      5,
      [
        [1, 1],
        [2, 1],
        [8, new Uint8Array([0xff])],
        [9, new Uint8Array(4)],
      ],
    ],
  ]),
};
