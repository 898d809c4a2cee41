/**
 * What `torch.load(weights_only=True)` takes (torch/_weights_only_unpickler.py and torch/storage.py, commit 00f730b6): names,
 * operations, and what may be done with which value. What a program adds by `add_safe_globals` is its own.
 */

import { OP, OPERATION_NAMES, type OperationName } from "./operations.ts";

/** Operations that it knows; any other one ends the load. */
const OPERATIONS: readonly OperationName[] = [
  "PROTO",
  "STOP",
  "GLOBAL",
  "NEWOBJ",
  "REDUCE",
  "BUILD",
  "APPEND",
  "APPENDS",
  "SETITEM",
  "SETITEMS",
  "MARK",
  "TUPLE",
  "TUPLE1",
  "TUPLE2",
  "TUPLE3",
  "NONE",
  "NEWTRUE",
  "NEWFALSE",
  "EMPTY_TUPLE",
  "EMPTY_LIST",
  "EMPTY_DICT",
  "EMPTY_SET",
  "BININT",
  "BININT1",
  "BININT2",
  "BINFLOAT",
  "BINUNICODE",
  "SHORT_BINSTRING",
  "LONG1",
  "BINPERSID",
  "BINGET",
  "LONG_BINGET",
  "BINPUT",
  "LONG_BINPUT",
];

const TAKEN: ReadonlySet<number> = new Set(OPERATIONS.map((name) => OP[name]));

/** Element types and storages, by the name of torch's class for them: `torch.float32`, `torch.FloatStorage`. */
const DTYPES =
  "float64 float32 float16 bfloat16 int64 int32 int16 int8 uint8 bool complex128 complex64 complex32 qint8 qint32 quint8 " +
  "quint4x2 quint2x4 float8_e5m2 float8_e4m3fn float8_e5m2fnuz float8_e4m3fnuz float8_e8m0fnu float4_e2m1fn_x2 bits8 bits16 " +
  "bits1x8 bits2x4 bits4x2 uint16 uint32 uint64 uint1 uint2 uint3 uint4 uint5 uint6 uint7 int1 int2 int3 int4 int5 int6 int7";

const STORAGES =
  "Double Float Half Long Int Short Char Byte Bool BFloat16 ComplexDouble ComplexFloat QInt8 QInt32 QUInt8 QUInt4x2 QUInt2x4";

const TENSORS = "Double Float Half Long Int Short Char Byte Bool BFloat16";

const REBUILDERS =
  "_rebuild_parameter _rebuild_parameter_with_state _rebuild_qtensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3 " +
  "_rebuild_sparse_tensor _rebuild_meta_tensor_no_storage _rebuild_nested_tensor _rebuild_wrapper_subclass " +
  "_rebuild_device_tensor_from_numpy _rebuild_device_tensor_from_cpu_tensor";

const SCHEMES =
  "per_tensor_affine per_tensor_symmetric per_channel_affine per_channel_symmetric per_channel_affine_float_qparams";

function list(module: string, names: string, suffix = ""): readonly string[] {
  return names.split(" ").map((name) => `${module}.${name}${suffix}`);
}

/** Names that it takes, as loaders resolve them. */
const NAMES: ReadonlySet<string> = new Set([
  ...list("collections", "OrderedDict Counter"),
  ...list("builtins", "bytearray set complex"),
  ...list("torch", "Size Tensor device"),
  ...list("torch.storage", "TypedStorage UntypedStorage"),
  ...list("torch", "TypedStorage UntypedStorage"),
  ...list("torch", DTYPES),
  ...list("torch", SCHEMES),
  ...["torch", "torch.cuda"].flatMap((module) => list(module, STORAGES, "Storage")),
  ...["torch", "torch.cuda", "torch.sparse", "torch.cuda.sparse"].flatMap((module) => list(module, TENSORS, "Tensor")),
  ...list("torch._utils", REBUILDERS),
  "torch._tensor._rebuild_from_type_v2",
  "torch.nn.parameter.Parameter",
  "torch.serialization._get_layout",
  "_codecs.encode",
]);

/** Whether it takes a name. */
export function isTakenName(module: string, name: string): boolean {
  return NAMES.has(`${module}.${name}`);
}

/** Names of the operations among these codes that it does not know, in the order of their codes. */
export function listRefused(used: Uint8Array): readonly OperationName[] {
  return OPERATION_NAMES.filter((name, code): name is OperationName => {
    return name !== undefined && used[code] === 1 && !TAKEN.has(code);
  });
}

/** Whether items may be set in what a call of this name gave. */
export function isMapping(module: string, name: string): boolean {
  return module === "collections" && (name === "OrderedDict" || name === "Counter");
}
