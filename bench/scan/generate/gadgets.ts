/**
 * Callables that a pickle can import, with arguments that would do nothing. Names of functions and classes are facts of the
 * libraries that have them; which are known to run code is told by the advisories that name them.
 */

/** An argument: a text, a number, bytes or nothing. */
export type Argument = string | number | null | readonly Argument[];

/** A callable and its arguments. */
export interface Gadget {
  readonly module: string;
  readonly name: string;
  readonly args: readonly Argument[];
}

const SHELL = "echo assay";
const PYTHON = "print('assay')";
const PATH = "/nonexistent/assay";

const KNOWN: readonly (readonly [module: string, name: string, ...args: readonly Argument[]])[] = [
  ["os", "system", SHELL],
  ["posix", "system", SHELL],
  ["nt", "system", SHELL],
  ["os", "popen", SHELL],
  ["os", "execvp", "true", ["true"]],
  ["os", "spawnlp", 0, "true", "true"],
  ["subprocess", "Popen", ["true"]],
  ["subprocess", "run", ["true"]],
  ["subprocess", "check_output", ["true"]],
  ["subprocess", "getoutput", SHELL],
  ["builtins", "eval", PYTHON],
  ["builtins", "exec", PYTHON],
  ["builtins", "compile", PYTHON, "a", "exec"],
  ["builtins", "__import__", "antigravity"],
  ["builtins", "open", PATH],
  ["builtins", "getattr", null, "mro"],
  ["builtins", "setattr", null, "a", 1],
  ["builtins", "globals"],
  ["builtins", "breakpoint"],
  ["runpy", "run_path", PATH],
  ["runpy", "_run_code", PYTHON, null],
  ["pty", "spawn", "true"],
  ["socket", "create_connection", ["127.0.0.1", 9]],
  ["importlib", "import_module", "antigravity"],
  ["importlib.util", "spec_from_file_location", "a", PATH],
  ["pkgutil", "resolve_name", "os:system"],
  ["pydoc", "locate", "os.system"],
  ["pydoc", "pipepager", "a", SHELL],
  ["pickle", "load", null],
  ["shelve", "open", PATH],
  ["ctypes", "CDLL", PATH],
  ["_ctypes", "dlopen", PATH, 0],
  ["code", "InteractiveInterpreter"],
  ["codeop", "compile_command", PYTHON],
  ["timeit", "timeit", PYTHON],
  ["cProfile", "run", PYTHON],
  ["profile", "run", PYTHON],
  ["trace", "Trace"],
  ["bdb", "Bdb"],
  ["pdb", "run", PYTHON],
  ["doctest", "debug_script", PYTHON],
  ["distutils.spawn", "spawn", ["true"]],
  ["distutils.file_util", "write_file", PATH, ["a"]],
  ["shutil", "rmtree", PATH],
  ["shutil", "copyfile", PATH, PATH],
  ["tempfile", "mktemp"],
  ["webbrowser", "open", "about:blank"],
  ["urllib.request", "urlopen", "http://127.0.0.1:9/"],
  ["http.client", "HTTPConnection", "127.0.0.1"],
  ["ftplib", "FTP"],
  ["smtplib", "SMTP"],
  ["xmlrpc.client", "ServerProxy", "http://127.0.0.1:9/"],
  ["asyncio.unix_events", "_UnixSubprocessTransport"],
  ["multiprocessing.util", "spawnv_passfds", "true", ["true"], []],
  ["_posixsubprocess", "fork_exec", null],
  ["_io", "FileIO", PATH],
  ["logging", "FileHandler", PATH],
  ["types", "FunctionType", null, null],
  ["types", "CodeType", 0],
  ["marshal", "loads", "a"],
  ["operator", "attrgetter", "system"],
  ["operator", "methodcaller", "system", SHELL],
  ["ssl", "get_server_certificate", ["127.0.0.1", 9]],
  ["venv", "create", PATH],
  ["ensurepip", "_run_pip", ["--version"]],
  ["pip", "main", ["--version"]],
  ["uuid", "_get_command_stdout", "true"],
  ["imaplib", "IMAP4_stream", "true"],
  ["_aix_support", "_read_cmd_output", "true"],
  ["_osx_support", "_read_output", "true"],
  ["lib2to3.pgen2.grammar", "Grammar"],
  ["idlelib.run", "Executive"],
  ["site", "execsitecustomize"],
  ["imp", "load_source", "a", PATH],
  ["unittest.mock", "_importer", "antigravity"],
  ["itertools", "starmap", null, []],
  ["numpy", "load", PATH],
  ["numpy.testing._private.utils", "runstring", PYTHON, null],
  ["numpy.f2py.crackfortran", "getlincoef", "1", null],
  ["torch", "load", PATH],
  ["torch.hub", "load", "a/b", "c"],
  ["torch.serialization", "load", PATH],
  ["torch.utils.collect_env", "run", "true"],
  ["torch.utils.bottleneck.__main__", "run_cprofile", PYTHON, null],
  ["torch._inductor.codecache", "compile_file", PATH, PATH, "true"],
  ["torch.jit.unsupported_tensor_ops", "execWrapper", PYTHON, null, null],
  ["torch.utils.cpp_extension", "load_inline", "a", "b"],
  ["joblib", "load", PATH],
  ["pandas", "read_pickle", PATH],
  ["dill", "loads", "a"],
  ["cloudpickle", "loads", "a"],
  ["jsonpickle", "decode", "{}"],
  ["yaml", "unsafe_load", "a: 1"],
  ["requests.api", "get", "http://127.0.0.1:9/"],
  ["aiohttp.client", "ClientSession"],
  ["turtle", "Screen"],
];

/** Callables of whom no list can know what they do. */
const UNKNOWN: readonly (readonly [module: string, name: string, ...args: readonly Argument[]])[] = [
  ["assay_unheard_of", "restore", "a"],
  ["assay_unheard_of.deep.inside", "_rebuild", 1],
  ["torch._private_tools", "_apply_later", SHELL],
  ["numpy._unlisted", "_restore_from", "a"],
  ["sklearn.externals_of_mine", "load_model", PATH],
  ["transformers.utils.hidden", "_run_hook", SHELL],
  ["model", "Net"],
  ["__main__", "Custom"],
  ["collections", "_assay_unknown"],
  ["torchvision.datasets.private", "_fetch", "a"],
];

/** All gadgets: those that advisories name, then those that nobody knows. */
export const GADGETS: readonly Gadget[] = [...KNOWN, ...UNKNOWN].map(([module, name, ...args]) => ({
  module,
  name,
  args,
}));

/** Names of Python 2 that loaders take for today's, where the protocol is below 3 (CPython, Lib/_compat_pickle.py). */
export const OLD_NAMES: readonly Gadget[] = (
  [
    ["__builtin__", "eval", PYTHON],
    ["__builtin__", "execfile", PATH],
    ["__builtin__", "apply", null],
    ["commands", "getoutput", SHELL],
    ["urllib2", "urlopen", "http://127.0.0.1:9/"],
    ["urllib", "urlretrieve", "http://127.0.0.1:9/"],
    ["httplib", "HTTPConnection", "127.0.0.1"],
    ["cPickle", "loads", "a"],
    ["os", "popen2", SHELL],
    ["SocketServer", "TCPServer", null],
    ["xmlrpclib", "ServerProxy", "http://127.0.0.1:9/"],
    ["__builtin__", "reduce", null, []],
  ] as const
).map(([module, name, ...args]) => ({ module, name, args }));
