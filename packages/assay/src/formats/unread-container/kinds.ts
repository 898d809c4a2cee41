/**
 * Files that a loader opens and no reader of ours does: until one does, a scan must not pass over them. By first bytes where
 * the format has a mark, by name where it has none; sources are the formats' own descriptions.
 */

/** One kind of file. */
export interface Kind {
  readonly what: string;
  /** Who opens it. */
  readonly loader: string;
  /** Marks, of which one has to stand there. */
  readonly marks?: readonly Mark[];
  readonly name?: RegExp;
}

interface Mark {
  readonly at: number;
  readonly bytes: string;
}

/** A mark at the beginning; letters are their own bytes (ISO 8859-1). */
function mark(bytes: string, at: number = 0): Mark {
  return { at, bytes };
}

const ARCHIVES: readonly Kind[] = [
  { what: "7z archive", loader: "7-Zip, py7zr", marks: [mark("7z\xbc\xaf\x27\x1c")] },
  { what: "RAR archive", loader: "unrar, rarfile", marks: [mark("Rar!\x1a\x07")] },
  { what: "cabinet archive", loader: "cabextract", marks: [mark("MSCF\0\0\0\0")] },
  { what: "ar archive", loader: "ar, dpkg", marks: [mark("!<arch>\n")] },
  { what: "SquashFS image", loader: "unsquashfs", marks: [mark("hsqs"), mark("sqsh")] },
  { what: "lzip data", loader: "lzip", marks: [mark("LZIP\x01")] },
  { what: "lzop data", loader: "lzop", marks: [mark("\x89LZO\0\r\n\x1a\n")] },
  { what: "compress data", loader: "gzip, uncompress", marks: [mark("\x1f\x9d")] },
  { what: "Snappy frames", loader: "python-snappy", marks: [mark("\xff\x06\0\0sNaPpY")] },
  { what: "Brotli data", loader: "brotli", name: /\.br$/i },
];

const PROGRAMS: readonly Kind[] = [
  { what: "ELF program or library", loader: "the system, torch.ops.load_library", marks: [mark("\x7fELF")] },
  { what: "program that runs on several systems (llamafile)", loader: "the system", marks: [mark("MZqFpD='")] },
  {
    what: "Windows program or library",
    loader: "the system",
    marks: [mark("MZ\x90\0"), mark("MZx\0"), mark("MZ\0\0")],
  },
  {
    what: "Mach-O program or library",
    loader: "the system",
    marks: ["\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe"].map(
      (one) => mark(one),
    ),
  },
  { what: "WebAssembly module", loader: "its host", marks: [mark("\0asm")] },
  { what: "compiled Python code", loader: "Python", name: /\.py[co]$/i },
];

const MODELS: readonly Kind[] = [
  { what: "model exported by torch.export (PT2)", loader: "torch.export.load", name: /\.pt2$/i },
  { what: "PyTorch container of 1.0", loader: "torch.jit.load", marks: [mark("PYTORCH1")] },
  { what: "ExecuTorch program", loader: "executorch", marks: [mark("ET12", 4)], name: /\.pte$/i },
  { what: "TorchServe archive", loader: "torchserve, which imports its handler", name: /\.mar$/i },
  { what: "NeMo model", loader: "NeMo, which builds what its configuration names", name: /\.nemo$/i },
  { what: "skops model", loader: "skops.io, which builds what its schema names", name: /\.skops$/i },
  { what: "Flax checkpoint", loader: "flax.serialization", name: /\.(?:msgpack|mpk)$/i },
  {
    what: "TensorFlow checkpoint",
    loader: "tensorflow",
    name: /\.data-\d{5}-of-\d{5}$|\.ckpt(?:-\d+)?\.(?:index|meta)$/i,
  },
  { what: "TensorFlow Lite model", loader: "tflite", marks: [mark("TFL3", 4)], name: /\.(?:tflite|lite)$/i },
  { what: "ONNX Runtime model", loader: "onnxruntime", marks: [mark("ORTM", 4)], name: /\.ort$/i },
  { what: "Core ML model", loader: "coremltools", name: /\.mlmodel$|\.mlpackage\/|\.mlmodelc\//i },
  { what: "OpenVINO model", loader: "openvino", name: /(?:^|\/)openvino_[^/]*\.xml$/i },
  { what: "TensorRT engine", loader: "tensorrt", marks: [mark("ftrt")], name: /\.(?:engine|plan|trt)$/i },
  { what: "PaddlePaddle model", loader: "paddle", name: /\.(?:pdmodel|pdiparams|pdopt)$/i },
  { what: "MXNet parameters", loader: "mxnet", marks: [mark("\x12\x01\0\0\0\0\0\0")] },
  {
    what: "GGML model before GGUF",
    loader: "llama.cpp",
    marks: [mark("lmgg"), mark("fmgg"), mark("tjgg"), mark("algg")],
  },
  {
    what: "TensorFlow graph as text",
    loader: "tensorflow",
    name: /(?:^|\/)(?:saved_model|[^/]*graph[^/]*)\.pbtxt$/i,
  },
  {
    what: "data that joblib before 0.10 packed",
    loader: "joblib",
    marks: [..." +0123456789abcdefABCDEF"].map((first) => mark(`ZF${first}`)),
  },
  { what: "Caffe model", loader: "caffe", name: /\.caffemodel$/i },
  { what: "Torch7 model", loader: "torch.utils.serialization", name: /\.t7$/i },
  { what: "CatBoost model", loader: "catboost", marks: [mark("CBM1")], name: /\.cbm$/i },
  { what: "XGBoost model", loader: "xgboost", marks: [mark("binf")], name: /\.ubj$/i },
  { what: "MNN model", loader: "mnn", name: /\.mnn$/i },
  { what: "RKNN model", loader: "rknn-toolkit", marks: [mark("RKNN")], name: /\.rknn$/i },
  { what: "Darknet weights", loader: "darknet", name: /\.weights$/i },
  { what: "Qualcomm or Hailo model", loader: "their runtimes", name: /\.(?:dlc|hef)$/i },
  { what: "PMML model", loader: "its evaluators", name: /\.pmml$/i },
  {
    what: "R data",
    loader: "R, which rebuilds its promises",
    marks: [mark("RDX2\n"), mark("RDX3\n"), mark("RDA3\n"), mark("X\n\0\0\0"), mark("A\n2\n"), mark("A\n3\n")],
    name: /\.(?:rds|rdata|rda)$/i,
  },
  { what: "MATLAB data", loader: "scipy.io.loadmat", marks: [mark("MATLAB 5.0 MAT-file")] },
];

/** All of them. */
export const KINDS: readonly Kind[] = [...ARCHIVES, ...PROGRAMS, ...MODELS];

/** The kinds that a file is of. */
export function kindsOf(path: string, head: Uint8Array): readonly Kind[] {
  return KINDS.filter(({ marks = [], name }) => name?.test(path) || marks.some((one) => stands(one, head)));
}

function stands({ at, bytes }: Mark, head: Uint8Array): boolean {
  for (let n = 0; n < bytes.length; n++) if (head[at + n] !== bytes.charCodeAt(n)) return false;
  return true;
}
