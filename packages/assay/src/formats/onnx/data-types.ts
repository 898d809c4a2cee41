/** Data types of tensors by number (onnx.proto3, `TensorProto.DataType`), and how `TensorProto` holds their elements. */

/** Fields of `TensorProto` that hold numbers or texts one by one; a type's elements may stand in one of them only. */
export const FLOAT_DATA = 4;
export const INT32_DATA = 5;
export const STRING_DATA = 6;
export const INT64_DATA = 7;
export const DOUBLE_DATA = 10;
export const UINT64_DATA = 11;

/** A type. */
export interface DataType {
  readonly name: string;
  /** Bits of an element in raw data; strings have no fixed size, and no raw data. */
  readonly bits: number | null;
  /** The field that holds its elements one by one, and how many values of it an element takes. */
  readonly field: number;
  readonly values: number;
}

const type = (name: string, bits: number | null, [field, values = 1]: readonly [number, number?]): DataType => ({
  name,
  bits,
  field,
  values,
});

/** All types up to IR version 14. */
export const DATA_TYPES: ReadonlyMap<number, DataType> = new Map([
  [1, type("FLOAT", 32, [FLOAT_DATA])],
  [2, type("UINT8", 8, [INT32_DATA])],
  [3, type("INT8", 8, [INT32_DATA])],
  [4, type("UINT16", 16, [INT32_DATA])],
  [5, type("INT16", 16, [INT32_DATA])],
  [6, type("INT32", 32, [INT32_DATA])],
  [7, type("INT64", 64, [INT64_DATA])],
  [8, type("STRING", null, [STRING_DATA])],
  [9, type("BOOL", 8, [INT32_DATA])],
  [10, type("FLOAT16", 16, [INT32_DATA])],
  [11, type("DOUBLE", 64, [DOUBLE_DATA])],
  [12, type("UINT32", 32, [UINT64_DATA])],
  [13, type("UINT64", 64, [UINT64_DATA])],
  [14, type("COMPLEX64", 64, [FLOAT_DATA, 2])],
  [15, type("COMPLEX128", 128, [DOUBLE_DATA, 2])],
  [16, type("BFLOAT16", 16, [INT32_DATA])],
  [17, type("FLOAT8E4M3FN", 8, [INT32_DATA])],
  [18, type("FLOAT8E4M3FNUZ", 8, [INT32_DATA])],
  [19, type("FLOAT8E5M2", 8, [INT32_DATA])],
  [20, type("FLOAT8E5M2FNUZ", 8, [INT32_DATA])],
  [21, type("UINT4", 4, [INT32_DATA, 1 / 2])],
  [22, type("INT4", 4, [INT32_DATA, 1 / 2])],
  [23, type("FLOAT4E2M1", 4, [INT32_DATA, 1 / 2])],
  [24, type("FLOAT8E8M0", 8, [INT32_DATA])],
  [25, type("UINT2", 2, [INT32_DATA, 1 / 4])],
  [26, type("INT2", 2, [INT32_DATA, 1 / 4])],
  [27, type("FLOAT6E2M3", 6, [INT32_DATA])],
  [28, type("FLOAT6E3M2", 6, [INT32_DATA])],
]);
