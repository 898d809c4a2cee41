/** What templates may ask for, and what they may not: names by what they lead to. */

/** Jinja2's filters (jinja2/filters.py) without `attr`, and `from_json` and `strftime` of Transformers and minja. */
export const FILTERS: ReadonlySet<string> = new Set(
  (
    "abs batch capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby " +
    "indent int items join last length list lower map max min pprint random reject rejectattr replace reverse round safe " +
    "select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount " +
    "wordwrap xmlattr from_json fromjson strftime"
  ).split(" "),
);

/** Jinja2's tests (jinja2/tests.py), and `contains`, which programs add. */
export const TESTS: ReadonlySet<string> = new Set(
  (
    "boolean callable contains defined divisibleby eq equalto escaped even false filter float ge gt greaterthan in integer " +
    "iterable le lessthan lower lt mapping ne none None number odd sameas sequence string test true undefined upper"
  ).split(" "),
);

/** Functions that Jinja2 and Transformers give to every template. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  "range namespace dict cycler joiner lipsum raise_exception strftime_now caller super loop".split(" "),
);

/** Methods of text, lists, dictionaries and Jinja2's own helpers: none runs or opens anything. */
export const METHODS: ReadonlySet<string> = new Set(
  (
    "capitalize casefold center count endswith expandtabs find format index isalnum isalpha isascii isdecimal isdigit " +
    "isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip partition removeprefix " +
    "removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title " +
    "upper zfill append extend insert pop remove reverse sort copy clear get items keys values update setdefault popitem " +
    "add next cycle changed strftime isoformat"
  ).split(" "),
);

/** Attributes without underscores in front that lead into the interpreter (jinja2/sandbox.py lists most of them). */
export const FRAMES: RegExp =
  /^(?:[gatc](?:[ir]|b|g)?_(?:frame|code|globals|locals|builtins|back|yieldfrom|await|consts|names)|f_\w+|tb_\w+|func_\w+|im_\w+|mro)$/;

/** Names of Python's own attributes. */
export const OWN: RegExp = /^__\w+__$/;

/** Functions that run code, start programs or open files: no template has a use for one. */
export const RUNS: ReadonlySet<string> = new Set(
  (
    "system popen Popen eval exec execfile compile check_output check_call getoutput spawn fork import_module importlib " +
    "urlopen urlretrieve open read_text write_text load_module get_data load_module subprocess getattr setattr globals " +
    "locals vars breakpoint b64decode"
  ).split(" "),
);

/** Variables of web frameworks and of Jinja2 itself, by which published attacks reach the program. */
export const FOREIGN: ReadonlySet<string> = new Set(
  "config request self session current_app url_for get_flashed_messages environ".split(" "),
);

/** Numbers that `range` is handed by honest templates stay far below. */
export const MOST_STEPS: number = 100_000;

/** Levels; real templates have some twenty. */
export const MOST_LEVELS: number = 60;
