/** Names of Python 2 as loaders map them below protocol 3 (facts of CPython Lib/_compat_pickle.py). */

/** Modules: the new name behind the old ones. */
const MODULES: readonly string[] = [
  "builtins __builtin__",
  "copyreg copy_reg",
  "queue Queue",
  "socketserver SocketServer",
  "configparser ConfigParser",
  "reprlib repr",
  "tkinter.filedialog tkFileDialog FileDialog",
  "tkinter.simpledialog tkSimpleDialog SimpleDialog",
  "tkinter.colorchooser tkColorChooser",
  "tkinter.commondialog tkCommonDialog",
  "tkinter.dialog Dialog",
  "tkinter.dnd Tkdnd",
  "tkinter.font tkFont",
  "tkinter.messagebox tkMessageBox",
  "tkinter.scrolledtext ScrolledText",
  "tkinter.constants Tkconstants",
  "tkinter.tix Tix",
  "tkinter.ttk ttk",
  "tkinter Tkinter",
  "_markupbase markupbase",
  "winreg _winreg",
  "_thread thread",
  "_dummy_thread dummy_thread",
  "dbm.bsd dbhash",
  "dbm.dumb dumbdbm",
  "dbm.ndbm dbm",
  "dbm.gnu gdbm",
  "xmlrpc.client xmlrpclib",
  "xmlrpc.server SimpleXMLRPCServer DocXMLRPCServer",
  "http.client httplib",
  "html.entities htmlentitydefs",
  "html.parser HTMLParser",
  "http.cookies Cookie",
  "http.cookiejar cookielib",
  "http.server BaseHTTPServer SimpleHTTPServer CGIHTTPServer",
  "test.support test.test_support",
  "subprocess commands",
  "urllib.parse urlparse",
  "urllib.robotparser robotparser",
  "urllib.request urllib2",
  "dbm anydbm whichdb",
  "collections.abc _abcoll",
  "pickle cPickle",
  "xml.etree.ElementTree _elementtree",
  "collections UserDict UserList UserString",
  "io StringIO cStringIO",
];

/** Single names, looked up before the module: old module and name, new module and name. */
const NAMES: readonly string[] = [
  "__builtin__ xrange builtins range",
  "__builtin__ reduce functools reduce",
  "__builtin__ intern sys intern",
  "__builtin__ unichr builtins chr",
  "__builtin__ unicode builtins str",
  "__builtin__ long builtins int",
  "__builtin__ basestring builtins str",
  "itertools izip builtins zip",
  "itertools imap builtins map",
  "itertools ifilter builtins filter",
  "itertools ifilterfalse itertools filterfalse",
  "itertools izip_longest itertools zip_longest",
  "UserDict UserDict collections UserDict",
  "UserDict IterableUserDict collections UserDict",
  "UserList UserList collections UserList",
  "UserString UserString collections UserString",
  "whichdb whichdb dbm whichdb",
  "_socket fromfd socket fromfd",
  "socket _socketobject socket SocketType",
  "_multiprocessing Connection multiprocessing.connection Connection",
  "multiprocessing.process Process multiprocessing.context Process",
  "multiprocessing.forking Popen multiprocessing.popen_fork Popen",
  "multiprocessing AuthenticationError multiprocessing.context AuthenticationError",
  "multiprocessing BufferTooShort multiprocessing.context BufferTooShort",
  "multiprocessing ProcessError multiprocessing.context ProcessError",
  "multiprocessing TimeoutError multiprocessing.context TimeoutError",
  "urllib ContentTooShortError urllib.error ContentTooShortError",
  "urllib getproxies urllib.request getproxies",
  "urllib pathname2url urllib.request pathname2url",
  "urllib quote_plus urllib.parse quote_plus",
  "urllib quote urllib.parse quote",
  "urllib unquote_plus urllib.parse unquote_plus",
  "urllib unquote urllib.parse unquote",
  "urllib url2pathname urllib.request url2pathname",
  "urllib urlcleanup urllib.request urlcleanup",
  "urllib urlencode urllib.parse urlencode",
  "urllib urlopen urllib.request urlopen",
  "urllib urlretrieve urllib.request urlretrieve",
  "urllib2 HTTPError urllib.error HTTPError",
  "urllib2 URLError urllib.error URLError",
  "exceptions StandardError builtins Exception",
];

/** Exceptions that moved from their module of Python 2 to `builtins` under their own names. */
const EXCEPTIONS: readonly string[] = (
  "ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError " +
  "EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning " +
  "IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError " +
  "OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError " +
  "SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError " +
  "UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError"
).split(" ");

/** An imported name: module and name inside of it, which may have dots. */
export interface ImportedName {
  readonly module: string;
  readonly name: string;
}

const MODULE_MAP: ReadonlyMap<string, string> = new Map(
  MODULES.flatMap((line) => {
    const [to = "", ...from] = line.split(" ");
    return from.map((old) => [old, to] as const);
  }),
);

const NAME_MAP: ReadonlyMap<string, ImportedName> = new Map([
  ...NAMES.map((line): [string, ImportedName] => {
    const [oldModule, oldName, module = "", name = ""] = line.split(" ");
    return [`${oldModule} ${oldName}`, { module, name }];
  }),
  ...EXCEPTIONS.map((name): [string, ImportedName] => [`exceptions ${name}`, { module: "builtins", name }]),
]);

/** The name of Python 3 for one of Python 2; the same where nothing is mapped. */
export function mapPython2Name({ module, name }: ImportedName): ImportedName {
  return NAME_MAP.get(`${module} ${name}`) ?? { module: MODULE_MAP.get(module) ?? module, name };
}
