/** The layer rules of ARCHITECTURE.md, executable. Each rule says in its comment why it is there. */

const SRC = "^packages/assay/src/";
/** Tests, and the scripts that build their example files. */
const TESTS = "\\.test\\.ts$|/examples/build\\.ts$";

/** Which folders of `src/` a folder may import besides itself, and why no others. */
const FLOORS = {
  model: [[], "the vocabulary stands on nothing"],
  bytes: [["model"], "reading primitives know no format"],
  frameworks: [["model"], "a framework is data over claims"],
  formats: [["model", "bytes"], "a format reads bytes and knows neither probes nor frameworks"],
  sources: [["model", "bytes"], "a source lists files and judges nothing"],
  licenses: [["model", "bytes"], "a licence reader sees text alone, so that another can take its place"],
  saved: [["model", "bytes"], "a document that comes back is a stranger's file"],
  records: [["model", "bytes"], "a record of others becomes claims and nothing else"],
  studies: [["model", "bytes", "licenses"], "a study reads through the workbench, never through a format"],
  probes: [["model", "studies", "rights"], "a probe never opens a file itself and never knows a framework"],
  scan: [["model"], "a scan rule is handed readings"],
  deductions: [["model"], "a deduction is handed claims"],
  statements: [["model"], "pure functions over an assessment"],
  lineage: [["model"], "pure functions over an assessment"],
  rights: [["model"], "pure functions over terms and claims"],
  "known-releases": [
    ["model", "licenses", "rights", "assess"],
    "facts become claims, and the engine that rules what is read rules them",
  ],
  plan: [["model"], "pure functions over an assessment"],
  diff: [["model"], "pure functions over an assessment"],
  policy: [["model"], "pure functions over an assessment"],
  assess: [["model", "bytes"], "the engine is handed its plugins and imports none"],
  report: [["model"], "a report sees a view or a document and nothing else"],
  attest: [["model"], "an attestation sees an assessment and nothing else"],
  signing: [["model", "index.ts"], "signing sees documents"],
  log: [["model", "index.ts"], "the log sees documents"],
  cli: [
    [
      "model",
      "report",
      "attest",
      "signing",
      "log",
      "index.ts",
      "known.ts",
      "node.ts",
      "node-platform.ts",
      "node-scanner.ts",
    ],
    "a command parses, calls a door and prints; it has no logic",
  ],
  "index.ts": [
    "model bytes frameworks formats licenses records saved studies probes scan deductions statements lineage rights known-releases plan diff policy assess report attest known.ts scanner.ts".split(
      " ",
    ),
    "the hallway wires the kit; sources need a machine and belong to the front doors",
  ],
  "known.ts": [
    ["model", "assess", "deductions", "frameworks", "licenses", "known-releases"],
    "a side door for what is known without reading: it brings neither formats nor probes",
  ],
  "scanner.ts": [
    ["model", "formats", "studies", "scan", "assess"],
    "a side door for scanning alone: it brings neither licences nor probes nor frameworks",
  ],
  "node-scanner.ts": [
    ["model", "assess", "scanner.ts", "node-platform.ts", "sources"],
    "the side door of scanning plus a platform and sources: the hallway would take longer to load than a scan takes",
  ],
  "node.ts": [
    ["model", "index.ts", "node-scanner.ts", "find.ts", "saved-file.ts", "lock-file.ts", "node-platform.ts", "sources"],
    "a front door is the hallway plus a platform; this one adds sources",
  ],
  "node-platform.ts": [["model"], "what Node does better, without what asks a network"],
  "find.ts": [["model", "index.ts", "sources"], "looking for the parts of a release opens one place after another"],
  "saved-file.ts": [["model", "index.ts"], "documents that come back lie in files"],
  "lock-file.ts": [["model", "saved-file.ts"], "a lock is a document that comes back"],
  "browser.ts": [["model", "index.ts"], "a front door is the hallway plus a platform"],
};

/** Floors that must run in a browser as they are. */
const PORTABLE = Object.keys(FLOORS).filter(
  (name) =>
    !/^(sources|signing|log|cli|node\.ts|node-scanner\.ts|node-platform\.ts|find\.ts|saved-file\.ts|lock-file\.ts|browser\.ts)$/.test(
      name,
    ),
);
/** Folders that hold one plugin per folder. */
const KINDS = ["formats", "sources", "records", "probes", "deductions", "scan", "report", "attest", "frameworks"];
/** Packages that the portable core may use: portable, OSI-licensed, each named in CONTRIBUTING.md with its reason. */
const CORE_PACKAGES = ["smol-toml", "yaml"];

function inside(names) {
  return `${SRC}(${names.map((name) => (name.endsWith(".ts") ? `${name.replace(".", "\\.")}$` : `${name}/`)).join("|")})`;
}

const floors = Object.entries(FLOORS).map(([name, [may, why]]) => ({
  name: `floor-${name.replace(".ts", "")}`,
  comment: `${name} may import ${may.join(", ") || "nothing"}: ${why}`,
  severity: "error",
  from: { path: inside([name]), pathNot: TESTS },
  to: { path: SRC, pathNot: inside([name, ...may, "version.generated.ts"]) },
}));

const strangers = KINDS.map((kind) => ({
  name: `plugins-are-strangers-${kind}`,
  comment: `A plugin of ${kind} knows no other: what they share goes to ${kind}/shared`,
  severity: "error",
  from: { path: `${SRC}${kind}/([^/]+)/` },
  to: { path: `${SRC}${kind}/[^/]+/`, pathNot: `${SRC}${kind}/($1|shared)/` },
}));

const doors = KINDS.map((kind) => ({
  name: `one-door-${kind}`,
  comment: `Outside ${kind}, a plugin is its index.ts; ${kind}/shared is no plugin`,
  severity: "error",
  from: { pathNot: [`${SRC}${kind}/`, TESTS] },
  to: { path: `${SRC}${kind}/[^/]+/`, pathNot: [`${SRC}${kind}/[^/]+/index\\.ts$`, `${SRC}${kind}/shared/`] },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...floors,
    ...strangers,
    ...doors,
    {
      name: "registries-are-wired-once",
      comment:
        "Outside its kind, a registry has one reader: the hallway or its side door, for sources the doors on Node, for reports the command line",
      severity: "error",
      from: { path: SRC, pathNot: ["^packages/assay/src/(index|known|scanner|node|node-scanner)\\.ts$", TESTS] },
      to: {
        path: `${SRC}(formats|sources|records|probes|deductions|scan|frameworks)/all\\.generated\\.ts$`,
      },
    },
    {
      name: "core-is-portable",
      comment: "Floors below the front doors run in a browser: what a platform does better is handed in as Platform",
      severity: "error",
      from: { path: inside(PORTABLE), pathNot: TESTS },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-is-nearly-bare",
      comment: "Each package of the core is one more thing that a reader of hostile files has to trust",
      severity: "error",
      from: { path: inside(PORTABLE), pathNot: TESTS },
      to: { path: "node_modules/", pathNot: `node_modules/(${CORE_PACKAGES.join("|")})/` },
    },
    {
      name: "ships-what-it-needs",
      comment: "What runs at a user's is a dependency of the package, not a tool of this repository",
      severity: "error",
      from: { path: SRC, pathNot: TESTS },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "public-doors-only",
      comment: "Other packages use openassay as its users do",
      severity: "error",
      from: { path: "^packages/(?!assay/)" },
      to: { path: "^packages/assay/" },
    },
    {
      name: "no-import-of-tests",
      comment: "What only tests need is no part of the product",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: TESTS },
      to: { path: [TESTS, "^(test|bench|examples|scripts)/", "^packages/[^/]+/(test|scripts)/"] },
    },
    {
      name: "no-cycles",
      comment: "Two modules that need each other are one module, or miss a third",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module that nothing uses is dead",
      severity: "error",
      from: { orphan: true, path: "^packages/[^/]+/src/", pathNot: [TESTS, "/_template/"] },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "An import that leads nowhere hides an edge from every rule above",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    // Type-only imports are imports: knowledge flows through them too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
