/** What is known of names that a Keras configuration can have its loader look up. Reasons and CVEs: README.md. */

/** Packages whose classes and functions Keras looks up itself. */
const KERAS: ReadonlySet<string> = new Set(["keras", "tf_keras"]);

/** Packages of the Keras project whose layers and models are built from configurations alone. */
const OF_KERAS: ReadonlySet<string> = new Set(["keras_hub", "keras_nlp", "keras_cv", "keras_tuner"]);

/** Parts of Keras in which layers, functions and what trains them are defined; `src` and `python` stand before them. */
const PARTS: ReadonlySet<string> = new Set([
  "activations",
  "applications",
  "callbacks",
  "constraints",
  "dtype_policies",
  "engine",
  "initializers",
  "layers",
  "losses",
  "metrics",
  "mixed_precision",
  "models",
  "ops",
  "optimizers",
  "premade_models",
  "quantizers",
  "random",
  "regularizers",
]);

/** Names within Keras that fetch, read, write or unpack what their arguments say, or switch off its checks. */
const GADGETS: ReadonlySet<string> = new Set([
  "enable_unsafe_deserialization",
  "func_load",
  "get_file",
  "load_model",
  "load_weights",
  "load_img",
  "save_img",
  "save_model",
  "model_from_config",
  "model_from_json",
  "model_from_yaml",
  "deserialize_keras_object",
  "audio_dataset_from_directory",
  "image_dataset_from_directory",
  "text_dataset_from_directory",
  "get_source_inputs",
  "extract_archive",
  "from_pretrained",
]);

/** Modules of Python that run programs or code, or open files and connections. */
const SYSTEM: ReadonlySet<string> = new Set([
  "_io",
  "_posixsubprocess",
  "asyncio",
  "bdb",
  "cProfile",
  "cffi",
  "cloudpickle",
  "code",
  "codeop",
  "commands",
  "ctypes",
  "dill",
  "distutils",
  "ftplib",
  "functools",
  "glob",
  "http",
  "imaplib",
  "imp",
  "importlib",
  "io",
  "joblib",
  "linecache",
  "marshal",
  "multiprocessing",
  "nt",
  "operator",
  "os",
  "pathlib",
  "pdb",
  "pickle",
  "pip",
  "pkgutil",
  "platform",
  "posix",
  "profile",
  "pty",
  "pydoc",
  "requests",
  "runpy",
  "shelve",
  "shutil",
  "signal",
  "site",
  "smtplib",
  "socket",
  "subprocess",
  "sys",
  "tempfile",
  "threading",
  "timeit",
  "trace",
  "types",
  "urllib",
  "uuid",
  "webbrowser",
  "zipfile",
]);

/** Built-in functions of Python that run code, reach attributes by name, or open files. */
const RUNS: ReadonlySet<string> = new Set([
  "__build_class__",
  "__import__",
  "breakpoint",
  "compile",
  "delattr",
  "eval",
  "exec",
  "execfile",
  "getattr",
  "globals",
  "help",
  "input",
  "locals",
  "open",
  "setattr",
  "vars",
]);

/** Functions of TensorFlow that read, write, or call Python, by the end of their path. */
const TENSORFLOW: RegExp =
  /(?:^|\.)(?:read_file|write_file|matching_files|py_function|numpy_function|py_func|load_library|load_op_library|save|restore|save_v2|restore_v2|ReadFile|WriteFile|MatchingFiles|(?:Eager)?PyFunc(?:Stateless)?|Save(?:V2|Slices)?|Restore(?:V2|Slice)?)$/;

/** How a name of a module is to be taken. `own`: code of somebody's own, which the configuration does not hold. */
export type Standing = "known" | "gadget" | "system" | "own";

/** What looking up `name` in `module` comes to. */
export function rank(module: string | undefined, name: string): Standing {
  if (module === undefined) return "known";
  const [top = "", ...rest] = module.split(".");
  if (top === "builtins" || top === "__builtin__") return RUNS.has(name) ? "system" : "own";
  if (SYSTEM.has(top)) return "system";
  const inside = insideKeras(top, rest);
  if (inside !== null) return GADGETS.has(name) ? "gadget" : rankPart(inside);
  if (OF_KERAS.has(top)) return GADGETS.has(name) ? "gadget" : "known";
  if (top === "tensorflow") return TENSORFLOW.test(name) ? "gadget" : "known";
  return "own";
}

/** The path within Keras; null where a module is not of Keras. */
function insideKeras(top: string, rest: readonly string[]): readonly string[] | null {
  if (KERAS.has(top)) return rest;
  const at = rest.indexOf("keras");
  return top === "tensorflow" && at >= 0 ? rest.slice(at + 1) : null;
}

function rankPart(path: readonly string[]): Standing {
  const part = path.find((one) => one !== "src" && one !== "python" && one !== "api" && one !== "legacy");
  return part === undefined || PARTS.has(part) ? "known" : "own";
}
