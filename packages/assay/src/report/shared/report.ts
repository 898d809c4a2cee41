/** What a report is: a document and its view → text. */

import type { Plugin } from "../../model/plugin.ts";
import type { View } from "./view.ts";

/** How a report may look on the device that shows it. */
export interface Device {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** Whether it obeys what is written to it. */
  readonly isTerminal: boolean;
  /** Name of the file that it is; left out for the standard output. A report that has two forms goes by its ending. */
  readonly path?: string;
}

/** What a command hands to its reports. */
export interface Rendered {
  /** The document, as its schema says. */
  readonly document: unknown;
  /** One view, or one per target. */
  readonly views: readonly View[];
}

/** A rendering, chosen with `--output ID`. */
export interface Report<Id extends string = string> extends Plugin<Id> {
  readonly title: string;
  /** Set where it can tell of nothing but one assessed release. */
  readonly needs?: "one-release";
  /** @throws UsageError where the document is none that it can tell of. */
  render(rendered: Rendered, device: Device): string;
}
