/** Makes the example files; `npm run examples` writes them. */

import {
  denseAttributes,
  FLOAT32,
  fixedText,
  Hdf5Writer,
  hardLink,
  INT64,
  type Message,
  NOWHERE,
  otherLink,
  shape,
  uint,
  utf8,
  VARIABLE_LIST,
  VARIABLE_TEXT,
} from "./writer.ts";

const CONFIG = JSON.stringify({ class_name: "Sequential", config: { name: "owl", layers: [] } });

/** A file of one group of what `fill` writes. */
function file(
  kind: "old" | "new",
  fill: (writer: Hdf5Writer) => Readonly<Record<string, number>>,
  more: (writer: Hdf5Writer) => readonly Message[] = () => [],
): Uint8Array {
  const writer = new Hdf5Writer(kind);
  const members = fill(writer);
  return writer.finish(writer.group(members, more(writer)));
}

/** What Keras writes. */
function model(writer: Hdf5Writer): Uint8Array {
  const kernel = writer.dataSet({ dims: shape(2, 2), bytes: Array<number>(16).fill(7) });
  const layer = writer.group({ "kernel:0": kernel });
  const weights = writer.group({ dense: layer }, [writer.attribute("backend", fixedText(10), utf8("tensorflow"))]);
  const texts = [writer.text("model_config", CONFIG), writer.text("keras_version", "2.12.0")];
  return writer.finish(writer.group({ model_weights: weights }, texts));
}

const chunkKey = (bytes: number): readonly number[] => [...uint(bytes, 4), ...uint(0, 4), ...uint(0, 16)];

function chunked(writer: Hdf5Writer): number {
  const chunk = writer.put([1, 2, 3, 4]);
  const tree = writer.tree(1, [[chunkKey(4), chunk]], { last: chunkKey(0) });
  return writer.dataSet({ layout: [3, 2, 2, ...uint(tree, 8), ...uint(1, 4), ...uint(4, 4)] });
}

function every(writer: Hdf5Writer): Readonly<Record<string, number>> {
  const [text = []] = writer.texts(["hoot"]);
  const type = writer.object([{ type: 3, data: FLOAT32 }]);
  const single = writer.put([1, 2, 3, 4, 5, 6, 7, 8]);
  return {
    chunked: chunked(writer),
    compact: writer.dataSet({ layout: [3, 0, ...uint(8, 2), 1, 2, 3, 4, 5, 6, 7, 8] }),
    counts: writer.dataSet({ type: INT64, dims: shape(1) }),
    empty: writer.dataSet({ dims: [2, 0, 0, 2], layout: [3, 1, ...uint(NOWHERE, 8), ...uint(0, 8)] }),
    late: writer.dataSet({ dims: shape(5), layout: [3, 1, ...uint(NOWHERE, 8), ...uint(0, 8)] }),
    old: writer.dataSet({ layout: [1, 1, 1, 0, 0, 0, 0, 0, ...uint(single, 8), ...uint(2, 4), ...uint(4, 4)] }),
    packed: writer.dataSet({
      more: [{ type: 0x0b, data: [2, 1, ...uint(1, 2), ...uint(0, 2), ...uint(1, 2), ...uint(4, 4)] }],
    }),
    texts: writer.dataSet({ type: VARIABLE_TEXT, dims: shape(1), bytes: text }),
    type,
  };
}

function typed(writer: Hdf5Writer): Readonly<Record<string, number>> {
  const type = writer.object([{ type: 3, data: FLOAT32 }]);
  const address = writer.put([1, 2, 3, 4, 5, 6, 7, 8]);
  const shared = { type: 3, data: [2, 0, ...uint(type, 8)], flags: 2 };
  const messages = [
    { type: 1, data: shape(2) },
    shared,
    { type: 8, data: [4, 2, 0, 2, 4, ...uint(2, 4), ...uint(4, 4), 1, ...uint(address, 8)] },
  ];
  const implicit = writer.dataSet({
    layout: [4, 2, 0, 2, 4, ...uint(1, 4), ...uint(4, 4), 2, ...uint(writer.put(Array<number>(8).fill(9)), 8)],
  });
  return { implicit, single: writer.object(messages), type };
}

function continued(writer: Hdf5Writer, kind: "old" | "new"): Uint8Array {
  const inner = writer.message(writer.text("model_config", CONFIG));
  const block = kind === "new" ? [...utf8("OCHK"), ...inner, 0, 0, 0, 0] : inner;
  const address = writer.put(block);
  return writer.finish(writer.group({}, [{ type: 0x10, data: [...uint(address, 8), ...uint(block.length, 8)] }]));
}

const withRoot = (kind: "old" | "new", more: (writer: Hdf5Writer) => readonly Message[]): Uint8Array =>
  file(kind, () => ({}), more);

function loop(): Uint8Array {
  const writer = new Hdf5Writer("old");
  const tree = writer.put([]);
  writer.tree(0, [[uint(0, 8), tree]], { last: uint(0, 8), level: 1 });
  const heap = writer.put([...utf8("HEAP"), 0, 0, 0, 0, ...uint(0, 8), ...uint(1, 8), ...uint(96, 8)]);
  return writer.finish(writer.object([{ type: 0x11, data: [...uint(tree, 8), ...uint(heap, 8)] }]));
}

const external = (writer: Hdf5Writer): Readonly<Record<string, number>> => {
  const names = writer.put([...Array<number>(8).fill(0), ...utf8("../owl.bin"), 0, 0, 0, 0, 0, 0]);
  const heap = writer.put([...utf8("HEAP"), 0, 0, 0, 0, ...uint(24, 8), ...uint(1, 8), ...uint(names, 8)]);
  const slot = [...uint(8, 8), ...uint(0, 8), ...uint(8, 8)];
  const more = [{ type: 7, data: [1, 0, 0, 0, ...uint(1, 2), ...uint(1, 2), ...uint(heap, 8), ...slot] }];
  return { a: writer.dataSet({ layout: [3, 1, ...uint(NOWHERE, 8), ...uint(8, 8)], more }) };
};

const at = (bytes: Uint8Array, offset: number, value: readonly number[]): Uint8Array => {
  const made = bytes.slice();
  made.set(value, offset);
  return made;
};

const shared = (writer: Hdf5Writer): Readonly<Record<string, number>> => {
  const address = writer.put([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const layout = (offset: number): readonly number[] => [3, 1, ...uint(address + offset, 8), ...uint(8, 8)];
  return { a: writer.dataSet({ layout: layout(0) }), b: writer.dataSet({ layout: layout(4) }) };
};

/** Files by path. */
export const examples: Readonly<Record<string, Uint8Array>> = {
  "good/model-old.h5": model(new Hdf5Writer("old")),
  "good/model-new.h5": model(new Hdf5Writer("new")),
  "good/user-block.h5": model(new Hdf5Writer("new", 512)),
  "good/every-old.h5": file("old", every),
  "good/every-new.h5": file("new", every),
  "good/typed.h5": file("new", typed),
  "good/continued-old.h5": continued(new Hdf5Writer("old"), "old"),
  "good/continued-new.h5": continued(new Hdf5Writer("new"), "new"),
  "good/dense.h5": withRoot("new", (writer) => [
    denseAttributes(writer, [
      writer.text("model_config", CONFIG),
      writer.attribute("note", fixedText(4), utf8("hoot")),
    ]),
  ]),
  "good/soft-link.h5": withRoot("new", () => [otherLink("b", 1, utf8("/a"))]),
  "good/left-behind.h5": file("new", (writer) => {
    writer.put(utf8("what an object was before it was removed"));
    return {};
  }),
  "bad/not-hdf5.h5": new Uint8Array(600),
  "bad/not-hdf5-empty.h5": new Uint8Array(0),
  "bad/unknown-version.h5": at(model(new Hdf5Writer("new")), 8, [4]),
  "bad/bad-superblock.h5": at(model(new Hdf5Writer("new")), 9, [3]),
  "bad/bad-superblock-cut.h5": model(new Hdf5Writer("new")).slice(0, 40),
  "bad/missing-bytes.h5": model(new Hdf5Writer("old")).slice(0, -8),
  "bad/trailing-bytes.h5": new Uint8Array([...model(new Hdf5Writer("old")), 0x80]),
  "bad/bad-structure-root.h5": at(model(new Hdf5Writer("new")), 36, uint(2 ** 40, 8)),
  "bad/bad-structure-loop.h5": loop(),
  "bad/bad-structure-itself.h5": withRoot("new", () => [{ type: 0x10, data: [...uint(0, 8), ...uint(96, 8)] }]),
  "bad/bad-structure-attribute.h5": withRoot("new", (writer) => [writer.attribute("a", fixedText(100), [1])]),
  "bad/bad-structure-class.h5": file("new", (writer) => ({ a: writer.dataSet({ type: [0x1f, 0, 0, 0, 4, 0, 0, 0] }) })),
  "bad/bad-structure-data.h5": file("new", (writer) => ({
    a: writer.dataSet({ layout: [3, 1, ...uint(2 ** 40, 8), ...uint(8, 8)] }),
  })),
  "bad/bad-structure-heap.h5": withRoot("new", (writer) => [
    writer.attribute("model_config", VARIABLE_TEXT, [...uint(4, 4), ...uint(0, 8), ...uint(1, 4)]),
  ]),
  "bad/overlap.h5": file("new", shared),
  "bad/overlap-structure.h5": file("old", (writer) => ({
    a: writer.dataSet({ layout: [3, 1, ...uint(0, 8), ...uint(8, 8)] }),
  })),
  "bad/size-mismatch.h5": file("new", (writer) => ({ a: writer.dataSet({ dims: shape(1000) }) })),
  "bad/size-mismatch-huge.h5": file("new", (writer) => ({ a: writer.dataSet({ dims: shape(2n ** 63n, 2n ** 63n) }) })),
  "bad/external-link.h5": withRoot("new", () => [otherLink("a", 64, [0, ...utf8("../owl.h5"), 0, ...utf8("/a"), 0])]),
  "bad/external-data.h5": file("old", external),
  "bad/virtual-data.h5": file("new", (writer) => ({
    a: writer.dataSet({ layout: [4, 3, ...uint(96, 8), ...uint(1, 4)] }),
  })),
  "bad/foreign-link.h5": withRoot("new", () => [otherLink("a", 65, [1])]),
  "bad/foreign-filter.h5": file("new", (writer) => ({
    a: writer.dataSet({ more: [{ type: 0x0b, data: [2, 1, ...uint(32_001, 2), ...uint(0, 6)] }] }),
  })),
};

/** Files that are read in part, for tests of what is said of the rest. */
export const partly: Readonly<Record<string, Uint8Array>> = {
  index: file("new", (writer) => ({
    a: writer.dataSet({ layout: [4, 2, 0, 2, 4, ...uint(1, 4), ...uint(4, 4), 3, 10, ...uint(96, 8)] }),
  })),
  left: file("new", (writer) => {
    writer.put(utf8("what an object was before it was removed"));
    return { a: writer.dataSet({ layout: [9] }) };
  }),
  layout: file("new", (writer) => ({ a: writer.dataSet({ layout: [9] }) })),
  lists: file("new", (writer) => ({
    a: writer.dataSet({ type: VARIABLE_LIST, dims: shape(1), bytes: Array<number>(16).fill(0) }),
  })),
  table: withRoot("new", () => [{ type: 0x0f, data: [0] }]),
  shared: withRoot("new", () => [{ type: 0x0c, data: [3, 1], flags: 2 }]),
  linked: withRoot("new", (writer) => [hardLink("a", writer.group({}, [writer.text("model_config", CONFIG)]))]),
};
