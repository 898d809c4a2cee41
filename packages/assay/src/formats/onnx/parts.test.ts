import { expect, test } from "vitest";
import { work } from "../../../test/format-kit.ts";
import { message, model, type Part, tensor } from "./examples/writer.ts";
import onnx from "./index.ts";

async function codesOf(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  return (await work(onnx, bytes)).read?.faults.map(({ code }) => code);
}

/** A node that calls an operator. */
const call = (operator: string, ...more: readonly Part[]): Part => [1, [[4, operator], ...more]];

test.each<[string, readonly Part[]]>([
  ["an input", [[11, [[2, [[1, [[2, [[1, "\u0003"]]]]]]]]]]],
  ["metadata of a graph", [[16, "\u0003"]]],
  ["a stretch of a tensor", [tensor("w", [1], [9, new Uint8Array(4)], [3, "\u0003"])]],
  ["numbers of an attribute", [call("Add", [5, [[8, new Uint8Array([0x80])]]])]],
  ["floating-point numbers of an attribute", [call("Add", [5, [[7, new Uint8Array(3)]]])]],
])("%s that is none is one that no parser takes", async (_, graph) => {
  expect(await codesOf(model(graph))).toEqual(["bad-wire"]);
});

test("types in types are walked as far as graphs in graphs", async () => {
  const nest = (depth: number): Part => [2, depth === 0 ? [] : [[4, [[1, nest(depth - 1)[1]]]]]];
  expect(await codesOf(model([[11, [nest(10)]]]))).toEqual([]);
  expect(await codesOf(model([[11, [nest(40)]]]))).toEqual(["too-deep"]);
});

test("sets of operators of functions are none of the model's", async () => {
  const own: Part = [
    25,
    [
      [1, "Hoot"],
      [9, [[2, 17]]],
    ],
  ];
  expect(await codesOf(message([[1, 9], [7, []], own]))).toEqual(["no-opset"]);
});
