/** What calls of certain names give, as far as the machine follows them. Nothing is judged here. */

/**
 * What the machine does at a call of a name.
 *
 * - `tensor`: (storage, offset, size, stride, …) gives a tensor of the storage.
 * - `same`: what comes in first comes out, a tensor as a parameter.
 * - `call-first`: (function, type, arguments, state) calls the function with the arguments.
 * - `encode`: (text, encoding) gives bytes.
 * - `instance-of-first`: (class, …) gives an instance of the class.
 * - `attribute`: (object, name) gives an attribute; `attribute-getter`: (name, …) gives a function that takes it.
 * - `item`: (values, key) gives one of the values, which may be an imported name itself.
 * - `type-by-name`: (name) gives a class of the module `types`.
 * - `register`: (module, name, code) registers a name for the operations EXT1, EXT2 and EXT4.
 * - `loads`: (bytes, …) reads what was pickled into the bytes; `file`: (bytes) is a file in memory that others read.
 * - `array`: stands for an array whose bytes follow in the stream (joblib).
 * - `dtype`: (name, …) is a numpy element type.
 */
export type Role =
  | "plain"
  | "tensor"
  | "same"
  | "call-first"
  | "encode"
  | "instance-of-first"
  | "attribute"
  | "attribute-getter"
  | "item"
  | "type-by-name"
  | "register"
  | "loads"
  | "file"
  | "array"
  | "dtype";

/** Names by role: a module, and names inside of it. */
const NAMES: readonly (readonly [role: Role, module: string, ...names: readonly string[]])[] = [
  ["tensor", "torch._utils", "_rebuild_tensor", "_rebuild_tensor_v2", "_rebuild_tensor_v3", "_rebuild_qtensor"],
  ["same", "torch._utils", "_rebuild_parameter", "_rebuild_parameter_with_state"],
  ["same", "torch.nn.parameter", "Parameter", "Buffer"],
  ["call-first", "torch._tensor", "_rebuild_from_type", "_rebuild_from_type_v2"],
  ["encode", "_codecs", "encode"],
  ["encode", "codecs", "encode"],
  ["instance-of-first", "copyreg", "_reconstructor", "__newobj__", "__newobj_ex__"],
  ["attribute", "builtins", "getattr"],
  ["attribute-getter", "operator", "attrgetter", "methodcaller"],
  ["attribute-getter", "_operator", "attrgetter", "methodcaller"],
  ["item", "operator", "getitem"],
  ["item", "_operator", "getitem"],
  ["item", "numpy", "object_"],
  ["type-by-name", "dill._dill", "_load_type"],
  ["type-by-name", "dill.dill", "_load_type"],
  ["type-by-name", "cloudpickle.cloudpickle", "_builtin_type"],
  ["register", "copyreg", "add_extension"],
  ["loads", "pickle", "loads", "_loads", "load", "_load", "Unpickler", "_Unpickler"],
  ["loads", "_pickle", "loads", "load", "Unpickler"],
  ["loads", "cPickle", "loads", "load"],
  ["loads", "_compat_pickle", "loads"],
  ["loads", "dill", "loads", "load"],
  ["loads", "dill._dill", "loads", "load", "Unpickler"],
  ["loads", "cloudpickle", "loads", "load"],
  ["loads", "cloudpickle.cloudpickle", "loads", "load"],
  ["loads", "joblib", "load"],
  ["loads", "joblib.numpy_pickle", "load"],
  ["loads", "torch", "load"],
  ["loads", "torch.serialization", "load", "_legacy_load", "_load"],
  ["loads", "torch.storage", "_load_from_bytes"],
  ["loads", "pandas", "read_pickle"],
  ["loads", "pandas.io.pickle", "read_pickle"],
  ["loads", "numpy", "load"],
  ["loads", "numpy.lib.npyio", "load"],
  ["loads", "jsonpickle.unpickler", "decode"],
  ["loads", "marshal", "loads"],
  ["loads", "zlib", "decompress"],
  ["loads", "gzip", "decompress"],
  ["loads", "bz2", "decompress"],
  ["loads", "lzma", "decompress"],
  ["loads", "ray.cloudpickle", "loads"],
  ["loads", "joblib.externals.cloudpickle", "loads"],
  ["loads", "joblib.externals.cloudpickle.cloudpickle", "loads"],
  ["loads", "multiprocessing.reduction", "ForkingPickler.loads"],
  ["file", "io", "BytesIO"],
  ["file", "_io", "BytesIO"],
  ["array", "joblib.numpy_pickle", "NumpyArrayWrapper"],
  ["array", "sklearn.externals.joblib.numpy_pickle", "NumpyArrayWrapper"],
  ["dtype", "numpy", "dtype"],
  ["dtype", "numpy.core.multiarray", "dtype"],
];

const ROLES: ReadonlyMap<string, Role> = new Map(
  NAMES.flatMap(([role, module, ...names]) => names.map((name) => [`${module} ${name}`, role] as const)),
);

/** The role of a name as loaders resolve it. */
export function roleOf(module: string, name: string): Role {
  return ROLES.get(`${module} ${name}`) ?? "plain";
}
