/**
 * What files say, in words that hold for every format: probes ask for `facts.weights`, never for a format's name.
 */

import type { Said, Severity, Sha256 } from "./types.ts";

/** A stretch of a file: half-open byte offsets, and the line (from 1) where it starts in a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line?: number;
}

/** A scalar as it stands in a structured file. */
export interface Field {
  readonly value: string | number | boolean | null;
  readonly at: Place;
}

/** An array of numbers of which its file does not say what it is for. */
export interface ArrayFact {
  /** As the format writes it; `record` where an element has fields. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Bytes of its data. */
  readonly bytes: number;
  readonly at: Place;
}

/** Tensors that a weight file holds. */
export interface WeightsFact {
  readonly tensors: number;
  /** Sum of the tensors' element counts. */
  readonly parameters: number;
  /** Element count per dtype, as the format writes the dtype. */
  readonly dtypes: Readonly<Record<string, number>>;
  /** Bytes of tensor data. */
  readonly bytes: number;
  readonly names: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Keys of metadata whose value is a list, which is not kept, by where that stands. */
  readonly lists?: Readonly<Record<string, Place>>;
  readonly at: Place;
}

/** Which tensors a sharded weight set keeps in which file, as its index says. */
export interface ShardsFact {
  /** Shard file name (relative to the index) → names of its tensors. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** Bytes of tensor data in all shards together, as stated. */
  readonly totalSize?: number;
  readonly at: Place;
}

/** What a configuration says about a model. */
export interface ModelFact {
  readonly architecture?: Field;
  readonly contextLength?: Field;
  /** Code that a loader would import from the release, for example an `auto_map` entry. */
  readonly code?: readonly Field[];
}

/** What a tokenizer file says. */
export interface TokenizerFact {
  readonly kind?: Field;
  readonly vocabulary?: number;
  /** Rules by which two pieces become one. */
  readonly merges?: number;
}

/** A heading and the section under it, down to the next heading of its level or above. */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly at: Place;
  /** Byte offset where its section ends. */
  readonly end: number;
}

/** A link or an image of a document. */
export interface Link {
  readonly text: string;
  readonly url: string;
  readonly at: Place;
}

/** A pipe table of a document. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly at: Place;
}

/** The skeleton of a prose document. */
export interface DocumentFact {
  /** Byte offset where prose begins, behind the front matter. */
  readonly body: number;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
}

/** A Git LFS stub: what it stands for. */
export interface PointerFact {
  readonly oid: Sha256;
  readonly size: number;
}

/** What a model was made from, as one of its files says. */
export interface BaseFact {
  /** How it was made from it, in the words of the model hub, or `dataset`; left out where the file does not say. */
  readonly relation?: "adapter" | "finetune" | "merge" | "quantized" | "dataset";
  /** Name, path or address of the base. */
  readonly field: Field;
  readonly revision?: Field;
}

/** Something that a template asks the program for that renders it. */
export interface TemplateUse {
  /**
   * `variable`: one that the template does not set itself. `attribute`: by a dot, by a constant in brackets, or handed to a
   * filter. `computed-attribute`: its name is put together. `method`, `function`, `computed-call`: what is called.
   * `statement`: one that reads another template, or that is not known. `text`: a constant with `__` in it; `joined-text`:
   * one that comes of constants. `masked-text`: a constant that writes an underscore as an escape. `range`: the largest
   * constant that `range` is handed.
   */
  readonly kind:
    | "variable"
    | "attribute"
    | "computed-attribute"
    | "method"
    | "function"
    | "computed-call"
    | "filter"
    | "test"
    | "statement"
    | "text"
    | "joined-text"
    | "masked-text"
    | "range";
  /** As it stands in the template, escapes resolved; empty where it has none. */
  readonly name: string;
  /** Its first place; where the template is a string in another file, that string's. */
  readonly at: Place;
}

/** A chat template that a file holds. It is read by its grammar and never rendered. */
export interface TemplateFact {
  /** Empty where the file gives it none. */
  readonly name: string;
  /** Set where loaders take it for the template of a chat; else it is a Jinja template of unknown purpose. */
  readonly isChat: boolean;
  /** Distinct ones in the order of their first places. */
  readonly uses: readonly TemplateUse[];
  /** Levels of statements, brackets and operators. */
  readonly depth: number;
  readonly at: Place;
}

/** One thing that an installation fetches, as a list of dependencies states it. */
export interface DependencyFact {
  /** Empty where only an address is given. */
  readonly name: string;
  /** The versions allowed, or the address, as written. */
  readonly spec: string;
  /** `list`: another list of dependencies. */
  readonly from: "index" | "url" | "vcs" | "path" | "list";
  /** When it is wanted, as written: a marker. */
  readonly condition?: string;
  readonly at: Place;
}

/** One statement of a package's licence, and in which form it is made. */
export interface PackageLicense {
  /** `file` names a text, `classifier` a term of a fixed list; `unclear` is a value in no form that is known. */
  readonly form: "expression" | "text" | "file" | "classifier" | "unclear";
  readonly field: Field;
  /** Set where it is one of several of which any may be chosen. */
  readonly isChoice?: true;
}

/** What a package's own manifest says of it. */
export interface PackageFact {
  readonly manager: "npm" | "python";
  readonly name?: Field;
  readonly version?: Field;
  readonly repository?: Field;
  readonly licenses: readonly PackageLicense[];
}

/** How a work wants to be cited. */
export interface CitationFact {
  /** What the work is, `software` or `dataset`. */
  readonly kind?: Field;
  readonly title?: Field;
  readonly authors: readonly string[];
  readonly version?: Field;
  readonly doi?: Field;
  readonly url?: Field;
  readonly repository?: Field;
  readonly released?: Field;
  /** Alternatives: each of them may be chosen. */
  readonly licenses: readonly Field[];
  /** Where the text of a licence is that has no identifier. */
  readonly licenseUrl?: Field;
  /** The work that is to be cited instead. */
  readonly preferred?: { readonly title?: Field; readonly doi?: Field };
}

/** A part of a data set, such as `train`, as its card states it. */
export interface SplitFact {
  readonly name: string;
  readonly examples?: Field;
  readonly bytes?: Field;
}

/** A data set as its card describes it: one entry for each of its configurations. */
export interface DatasetFact {
  readonly config?: string;
  readonly splits: readonly SplitFact[];
  /** Bytes to download, and bytes of the data when they are unpacked. */
  readonly downloadBytes?: Field;
  readonly bytes?: Field;
}

/** A graph of operators that a model file holds. */
export interface GraphFact {
  /** Sets of operators that it asks for; the empty domain is the format's own. */
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  /** Domains of the operators that are used, beside the format's own: what a loader needs code for. */
  readonly domains: readonly string[];
  /** The operators of those domains; left out where there is none. */
  readonly foreign?: readonly { readonly domain: string; readonly name: string }[];
  readonly nodes: number;
  /** Functions that the file defines itself. */
  readonly functions: number;
  readonly irVersion?: number;
  /** Program that wrote it, with its version. */
  readonly producer?: string;
}

/** A file beside a model in which data of its tensors lies. */
export interface ExternalFact {
  /** Path from the model's own folder. */
  readonly location: string;
  readonly tensors: number;
  /** Bytes of them by shape and type; several may share theirs. */
  readonly bytes: number;
  /** Byte offset in that file at which the last of them ends. */
  readonly end: number;
  /** The first tensor that names it. */
  readonly at: Place;
}

/** An operator that nodes of a graph call, in the graph itself, in its functions, or in a graph that it holds as data. */
export interface OperatorFact {
  readonly name: string;
  readonly count: number;
  /** An address of a file that a setting of a node states, the first of them. */
  readonly opens?: string;
  /** The first node that calls it. */
  readonly at: Place;
}

/** Something that a Keras configuration has its loader make or look up: a layer, an optimizer, a function. */
export interface LayerFact {
  /** Name of the class; of a function its own. */
  readonly name: string;
  /** `bytecode`: compiled Python stands in the file itself, and is run when the layer is called. */
  readonly kind: "object" | "function" | "bytecode";
  /** The module that the name is looked up in, which loaders import. */
  readonly module?: string;
  /** The name under which code of one's own is registered, where it differs. */
  readonly registered?: string;
  /** Settings that name a file or an address which is opened. */
  readonly opens?: readonly { readonly key: string; readonly value: string }[];
  /** How often it stands there. */
  readonly count: number;
  /** Its first place. */
  readonly at: Place;
}

/** Bytes of tensors that a pickle expects outside of itself. */
export interface StorageFact {
  /** By which the loader asks for them: the name of a member of a checkpoint. */
  readonly key: string;
  readonly bytes: number;
}

/** A container of tensors; which ones it holds is said by `weights`, where that was read. */
export interface ContainerFact {
  readonly kind: "pytorch" | "torchscript";
  /** Members, and those of them that hold bytes of tensors; left out where it has none. */
  readonly members?: number;
  readonly storages?: number;
  /** Bytes of tensors, or of what may be tensors where nothing tells them apart. */
  readonly bytes: number;
}

/** A name that a pickle makes its loader import, and what is done with it. */
export interface GlobalFact {
  /** As the loader resolves it: Python 2 names mapped below protocol 3, dotted names split from protocol 4 on. */
  readonly module: string;
  readonly name: string;
  /** What names it: an operation (`GLOBAL`, `STACK_GLOBAL`, `INST`, `EXT1`), or a call that looks it up (`getattr`). */
  readonly operation: string;
  /** How often it is called, its constructor with it, and how often an instance of it is given a state. */
  readonly calls: number;
  readonly builds: number;
  /** How often an instance of it is made without its constructor. */
  readonly instances?: number;
  /** How often it is kept in a container or handed on as an argument; left out for types and storages of tensors. */
  readonly held?: number;
  /** Arguments of its first use, cut and printable. */
  readonly arguments?: string;
  readonly at: Place;
}

/** What a run of pickles, one behind the other, makes its loader do. Nothing is run: it is read off the operations. */
export interface PickleFact {
  readonly streams: number;
  readonly operations: number;
  /** The highest that is declared; 0 where none is. */
  readonly protocol: number;
  /** Distinct ones in the order of their first places, over all ways in which loaders read the stream. */
  readonly globals: readonly GlobalFact[];
  /** Whether `torch.load(weights_only=True)` takes all of it, and the globals and operations that keep it from it. */
  readonly weightsOnly: {
    readonly loads: boolean;
    readonly missing: readonly string[];
    readonly operations: readonly string[];
  };
  readonly at: Place;
}

/** When a piece of Python runs: as its file is imported, when one of its functions is called, or when it is a program. */
export type PythonMoment = "import" | "call" | "program";

/** A module that Python code imports. */
export interface PythonImport {
  /** As written, with the dots of a relative import in front: `.modeling.layers`. */
  readonly module: string;
  /** What is taken out of it; empty where the module itself is imported. */
  readonly names: readonly string[];
  readonly when: PythonMoment;
  readonly at: Place;
}

/** Something that Python code calls. */
export interface PythonCall {
  /**
   * The dotted name behind aliases, look-ups by constant names and imports at run time: `os.system`. A part that is not known
   * is `*`; what a call gives is `name()`.
   */
  readonly name: string;
  readonly when: PythonMoment;
  /** Names of the calls that make its arguments, directly or by a variable. */
  readonly through: readonly string[];
  /** Arguments that are constant, by position or by name; texts cut and printable. */
  readonly constants: Readonly<Record<string, string>>;
  readonly at: Place;
}

/** What a Python file does, by its grammar; nothing is run. */
export interface PythonFact {
  readonly imports: readonly PythonImport[];
  /** Distinct by name, moment and arguments, in the order of their first places. */
  readonly calls: readonly PythonCall[];
  /** Classes defined at the top. */
  readonly classes: readonly string[];
}

/** Code, or a place that code comes from, that a configuration names. */
export interface CodeReference {
  /**
   * `auto-map`, `custom-pipeline`, `module`, `component`, `parent-library`: code by its module and class. `attention`, `kernel`:
   * a repository that code comes from. `trust`: a switch that lets code of a repository run. `target`: a class or function that
   * is called by its dotted name.
   */
  readonly kind:
    | "auto-map"
    | "custom-pipeline"
    | "module"
    | "component"
    | "parent-library"
    | "attention"
    | "kernel"
    | "trust"
    | "target";
  /** Where in the file it stands (RFC 6901). */
  readonly pointer: string;
  readonly field: Field;
}

/** Everything that a reading can state. A format states what its files say and leaves the rest out. */
export interface Facts {
  readonly weights?: WeightsFact;
  readonly arrays?: readonly ArrayFact[];
  readonly pickle?: PickleFact;
  /** Left out where there is none. */
  readonly storages?: readonly StorageFact[];
  readonly shards?: ShardsFact;
  readonly graph?: GraphFact;
  readonly container?: ContainerFact;
  readonly external?: readonly ExternalFact[];
  readonly layers?: readonly LayerFact[];
  readonly operators?: readonly OperatorFact[];
  readonly model?: ModelFact;
  readonly tokenizer?: TokenizerFact;
  readonly templates?: readonly TemplateFact[];
  readonly python?: PythonFact;
  readonly code?: readonly CodeReference[];
  readonly base?: readonly BaseFact[];
  readonly dependencies?: readonly DependencyFact[];
  /** Addresses at which packages are looked for, where it is not the usual one. */
  readonly indexes?: readonly Field[];
  readonly package?: PackageFact;
  readonly citation?: CitationFact;
  readonly dataset?: readonly DatasetFact[];
  /** Scalars of a structured file by JSON pointer (RFC 6901). */
  readonly fields?: Readonly<Record<string, Field>>;
  readonly document?: DocumentFact;
  readonly pointer?: PointerFact;
  readonly text?: { readonly lines: number };
}

/** Something wrong with a file: it contradicts its format or itself. */
export interface Fault extends Said {
  readonly severity: Severity;
  /** Set where bytes are missing or cannot be read, which hides nothing by itself: a scan leaves the question open. */
  readonly isDamage?: true;
  readonly at: Place;
}

/** How a stretch of a file was treated. `opaque-by-format`: bytes that no loader interprets, inside bounds that were proven. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly as: "parsed" | "opaque-by-format" | "unread";
}

/** What one format reader made of one file or of one member of it. A broken file keeps its valid prefix. */
export interface Reading {
  readonly format: string;
  /** Names walked through from the file to here; empty for the file itself. */
  readonly inside: readonly string[];
  readonly facts: Facts;
  readonly children: readonly Reading[];
  readonly spans: readonly Span[];
  readonly faults: readonly Fault[];
  readonly gaps: readonly Said[];
  /** Set where the reader gave up: the file is not of the format, whatever its name says. */
  readonly isRefused?: true;
}

/** Decoded text that can say where in the file a stretch of it stands. */
export interface Text {
  readonly content: string;
  /** Place of the UTF-16 range `[from, to)` of `content` in the file. */
  place(from: number, to: number): Place;
}

/** These readings and all that is inside of them, each before what it holds. */
export function withInner(readings: readonly Reading[]): readonly Reading[] {
  return readings.flatMap((reading) => [reading, ...withInner(reading.children)]);
}

/** The first fact of this kind that the readings state. */
export function factOf<K extends keyof Facts>(readings: readonly Reading[], kind: K): Facts[K] | undefined {
  return readings.find(({ facts }) => facts[kind] !== undefined)?.facts[kind];
}

/** Whether a reading found an error, by which the file is not what its format says. */
export function isBroken(readings: readonly Reading[]): boolean {
  return readings.some(({ faults }) => faults.some(({ severity }) => severity === "error"));
}
