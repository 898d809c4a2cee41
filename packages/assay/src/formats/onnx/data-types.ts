/** Data types of tensors by number (onnx.proto3, `TensorProto.DataType`), with the bits of one element. */

/** A type; strings have no fixed size. */
export interface DataType {
  readonly name: string;
  readonly bits: number | null;
}

const type = (name: string, bits: number | null): DataType => ({ name, bits });

/** All types up to IR version 13. */
export const DATA_TYPES: ReadonlyMap<number, DataType> = new Map([
  [1, type("FLOAT", 32)],
  [2, type("UINT8", 8)],
  [3, type("INT8", 8)],
  [4, type("UINT16", 16)],
  [5, type("INT16", 16)],
  [6, type("INT32", 32)],
  [7, type("INT64", 64)],
  [8, type("STRING", null)],
  [9, type("BOOL", 8)],
  [10, type("FLOAT16", 16)],
  [11, type("DOUBLE", 64)],
  [12, type("UINT32", 32)],
  [13, type("UINT64", 64)],
  [14, type("COMPLEX64", 64)],
  [15, type("COMPLEX128", 128)],
  [16, type("BFLOAT16", 16)],
  [17, type("FLOAT8E4M3FN", 8)],
  [18, type("FLOAT8E4M3FNUZ", 8)],
  [19, type("FLOAT8E5M2", 8)],
  [20, type("FLOAT8E5M2FNUZ", 8)],
  [21, type("UINT4", 4)],
  [22, type("INT4", 4)],
  [23, type("FLOAT4E2M1", 4)],
  [24, type("FLOAT8E8M0", 8)],
  [25, type("UINT2", 2)],
  [26, type("INT2", 2)],
]);
