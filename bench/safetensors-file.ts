import { closeSync, ftruncateSync, openSync, writeSync } from "node:fs";

/** As many tensors as a 7 B Llama has. */
const TENSORS = 291;
/** Bytes of an F32 element. */
const F32_BYTES = 4;

/** Writes a valid safetensors file of about `bytes` bytes; only its header takes room on disk. */
export function writeSparseSafetensors(path: string, bytes: number): void {
  const elements = Math.max(1, Math.floor(bytes / TENSORS / F32_BYTES));
  const entries = Array.from({ length: TENSORS }, (_, at) => {
    const start = at * elements * F32_BYTES;
    const offsets = [start, start + elements * F32_BYTES];
    return [`model.layers.${at}.weight`, { dtype: "F32", shape: [elements], data_offsets: offsets }] as const;
  });
  const header = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const file = openSync(path, "w");
  try {
    writeSync(file, Buffer.concat([length, header]));
    ftruncateSync(file, length.length + header.length + TENSORS * elements * F32_BYTES);
  } finally {
    closeSync(file);
  }
}
