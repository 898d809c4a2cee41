/** Weight files that are known by their bytes, whatever they are called and whoever ships them. */

/** A file of a publisher. */
export interface KnownFile {
  /** The repository it comes from, as {@link HeldLicense.names} match it. */
  readonly of: string;
  readonly name: string;
  /** The publisher's own copy: `owner/repository@commit:path`. */
  readonly source: string;
}

const SILERO = "snakers4/silero-vad@806dcba3f0b5d95282d0889a074954a2f8c6397b:src/silero_vad/data";

function ofSilero(name: string): KnownFile {
  return { of: "snakers4/silero-vad", name, source: `${SILERO}/${name}` };
}

/** By SHA-256; each was compared with the blob of its source. */
export const KNOWN_FILES: ReadonlyMap<string, KnownFile> = new Map([
  ["1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3", ofSilero("silero_vad.onnx")],
  ["7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49", ofSilero("silero_vad_16k_op15.onnx")],
  ["1e0b195ad4806595ef4466f419d16fca7e4afcfc6669b8c0b5f76ea87547c769", ofSilero("silero_vad_half.onnx")],
  ["7671cd04b004e9076da0d4a7b1a5aec36adf161c39230c1cb94a4fd5db6bbd28", ofSilero("silero_vad_op18_ifless.onnx")],
]);
