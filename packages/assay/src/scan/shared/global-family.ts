/** What is known of the names that pickles import: data files under `globals/`, one per library, each entry with our reason. */

/** Names by the module that they are imported from; a dot in a name is an attribute (`Path.write_text`). */
export type Names = Readonly<Record<string, readonly string[]>>;

/** Names that hold data and do nothing else while they are loaded. */
export interface AllowedGroup {
  /** What they do when they are made or called, and why that is no gadget: a sentence. */
  readonly because: string;
  readonly globals: Names;
  /** Set where calling them with any arguments is harmless too; else only their instances are. */
  readonly called?: true;
  /** Set where they call what is handed to them: it stands in the pickle under its own name. */
  readonly callsOn?: true;
  /** Set for enumerations: their members, in capitals, may be looked up. */
  readonly members?: true;
  /** Modules of which every name in every module below belongs here. */
  readonly trees?: readonly string[];
}

/** Names that a loader should not meet unasked: known to do more than hold data with some state. */
export interface DoubtfulGroup {
  /** Continues "it …". */
  readonly does: string;
  readonly globals: Names;
}

/** Names that run code, load it, or reach files and other machines. */
export interface DangerousGroup {
  /** Continues "it …". */
  readonly does: string;
  readonly globals?: Names;
  /** Modules of which every name is meant, in them and in every module below. */
  readonly modules?: readonly string[];
  /** Set where the modules are meant wherever they stand in a path: other packages carry copies of them. */
  readonly anywhere?: true;
  /** Set where only a call is dangerous: an instance that is made without its constructor is not. */
  readonly whenCalled?: true;
}

/** What is known of one library. */
export interface GlobalFamily {
  readonly title: string;
  /** Set for Python itself: nothing has to be installed for it. */
  readonly builtIn?: true;
  /** Set for what `torch.load(weights_only=True)` takes. */
  readonly weightsOnly?: true;
  readonly allowed?: readonly AllowedGroup[];
  readonly doubtful?: readonly DoubtfulGroup[];
  readonly dangerous?: readonly DangerousGroup[];
}
