/** Code of a release that a loader imports, and who names it. */

import type { CodeReference } from "./facts.ts";

/** A file of code, or one that is not there, and why a loader imports it. */
export interface CodeImport {
  /** The origin that both files are of. */
  readonly origin: string;
  /**
   * How it comes to be imported: a reference of a configuration; `import`, by another file that is; `setup`, when pip installs
   * the folder; `endpoint`, when an inference endpoint starts; `by-name`, under a name that a library looks for.
   */
  readonly how: CodeReference["kind"] | "import" | "setup" | "endpoint" | "by-name";
  /** Path of the file that names it; its own where its name alone does. */
  readonly by: string;
  /** As it is named: `modeling_owl.OwlModel`. */
  readonly name: string;
  /** Path of the code; null where the release does not hold it. */
  readonly file: string | null;
}
