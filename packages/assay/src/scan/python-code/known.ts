/** What Python code does, by the names of what it calls. */

import type { PythonCall } from "../../model/facts.ts";

/** Deeds, the gravest first. */
export type Deed =
  | "process"
  | "code"
  | "pickle"
  | "network"
  | "download"
  | "native"
  | "file"
  | "environment"
  | "decode"
  | "socket-copy";

/** Names by what they do; a name that ends in a dot stands for all in it. */
const NAMES: Readonly<Record<Deed, string>> = {
  process:
    "os.system os.popen os.exec* os.spawn* os.posix_spawn* os.fork os.forkpty os.startfile subprocess. pty.spawn commands.getoutput " +
    "commands.getstatusoutput popen2. posix.system nt.system _posixsubprocess. asyncio.create_subprocess_exec " +
    "asyncio.create_subprocess_shell pexpect. sh. platform.popen pip.main pip._internal.main ensurepip.bootstrap",
  code:
    "exec eval execfile runpy. marshal.loads marshal.load types.FunctionType types.CodeType code.interact code.InteractiveInterpreter " +
    "codeop. importlib.util.spec_from_file_location importlib.machinery.SourceFileLoader imp.load_source imp.load_module " +
    "torch.hub.load timeit.timeit cProfile.run profile.run pdb.run bdb. trace.Trace sys.settrace",
  pickle:
    "pickle.load pickle.loads _pickle.load _pickle.loads cPickle.load cPickle.loads pickle.Unpickler dill.load dill.loads cloudpickle.load " +
    "cloudpickle.loads joblib.load pandas.read_pickle yaml.unsafe_load yaml.full_load yaml.UnsafeLoader shelve.open jsonpickle.decode",
  network:
    "socket.socket socket.create_connection socket.create_server urllib.request. urllib.urlopen urllib.urlretrieve urllib2. urllib3. requests. " +
    "httpx. aiohttp. http.client. http.server. httplib. ftplib. smtplib. telnetlib. poplib. imaplib. nntplib. xmlrpc. paramiko. websocket. " +
    "websockets. boto3. webbrowser. ssl.get_server_certificate",
  download:
    "wget. gdown. huggingface_hub.hf_hub_download huggingface_hub.snapshot_download torch.hub.download_url_to_file " +
    "torch.hub.load_state_dict_from_url nltk.download",
  native:
    "ctypes.CDLL ctypes.cdll. ctypes.PyDLL ctypes.WinDLL ctypes.windll. cffi. torch.ops.load_library " +
    "torch.utils.cpp_extension.load torch.utils.cpp_extension.load_inline numpy.f2py.compile",
  file: "os.remove os.unlink os.rename os.replace os.rmdir os.removedirs os.chmod os.chown os.symlink os.link shutil. tempfile.",
  environment: "os.environ os.environ. os.getenv os.putenv os.getlogin pwd. getpass. platform.node socket.gethostname",
  decode:
    "base64. binascii.unhexlify binascii.a2b_base64 bytes.fromhex bytearray.fromhex codecs.decode zlib.decompress gzip.decompress lzma.decompress " +
    "bz2.decompress",
  "socket-copy": "os.dup2",
};

/** Calls of those modules that reach nothing by themselves. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    "urllib.request.Request requests.Session requests.session requests.adapters.HTTPAdapter aiohttp.ClientTimeout subprocess.list2cmdline " +
    "requests.exceptions.RequestException shutil.which tempfile.gettempdir httpx.Timeout http.client.responses base64.b64encode " +
    "base64.urlsafe_b64encode base64.encodebytes base64.b32encode boto3.Session"
  ).split(" "),
);

interface Pattern {
  readonly deed: Deed;
  readonly name: string;
  readonly isPrefix: boolean;
}

const PATTERNS: readonly Pattern[] = (Object.keys(NAMES) as Deed[]).flatMap((deed) =>
  NAMES[deed].split(" ").map((written) => ({
    deed,
    name: written.replace(/\*$/, ""),
    isPrefix: /[.*]$/.test(written),
  })),
);

/** Modules of which any member may do anything: one that is looked up at run time counts as the worst. */
const ANYTHING = /^(?:os|posix|nt|subprocess|builtins|ctypes|socket|pty)\.\*/;

/** What a call does; several where its name says so, none where nothing is known of it. */
export function deedsOf({ name, constants }: PythonCall): readonly Deed[] {
  const plain = name.replaceAll("()", "");
  if (HARMLESS.has(plain)) return [];
  if (ANYTHING.test(plain) || (plain === "__import__" && constants["0"] === undefined)) return ["code"];
  if (plain === "torch.load") return constants.weights_only === "False" ? ["pickle"] : [];
  if (plain === "numpy.load") return constants.allow_pickle === "True" ? ["pickle"] : [];
  if (plain === "open") return /[wax+]/.test(constants["1"] ?? constants.mode ?? "") ? ["file"] : [];
  return deedsOfName(plain);
}

/** What a function does, by its name alone. */
export function deedsOfName(name: string): readonly Deed[] {
  const deeds = PATTERNS.filter((one) => (one.isPrefix ? name.startsWith(one.name) : name === one.name));
  return HARMLESS.has(name) ? [] : deeds.map(({ deed }) => deed);
}

/** Functions that run what they are handed. */
export const RUNS: ReadonlySet<string> = new Set([
  "exec",
  "eval",
  "execfile",
  "compile",
  "marshal.loads",
  "types.CodeType",
]);

/** In words: what a file does that does this. */
export const DOES: Readonly<Record<Deed, string>> = {
  process: "starts programs",
  code: "runs code that it is given as text",
  pickle: "opens pickles",
  network: "reaches other machines",
  download: "downloads files",
  native: "loads native code",
  file: "changes files",
  environment: "reads the environment",
  decode: "decodes hidden data",
  "socket-copy": "hands its input and output to something else",
};
