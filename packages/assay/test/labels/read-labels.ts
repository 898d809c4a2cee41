/** The labels of this folder, which were made by reading before anybody looked at an answer (README.md). */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentId } from "../../src/model/components.ts";

/** `kept` is opened only when an improvement is finished, to see whether it holds on what nobody tuned it to. */
export type Half = "seen" | "kept";

/** What can be told of a component from the folder and the listing. */
export type LabelState = "present" | "elsewhere" | "absent" | "unknown";

/** A line that says so, and what stands in it: an address, an id or a path. */
export interface Pointer {
  readonly path: string;
  readonly line: number;
  readonly to?: string;
}

/** Paths that end with `/` mean everything below. */
export interface ComponentLabel {
  readonly state: LabelState;
  /** States that a careful reader could also defend: neither right nor wrong. */
  readonly alternatives?: readonly LabelState[];
  /** Each of these has to be found. */
  readonly must?: readonly string[];
  /** One of these has to be found. */
  readonly anyOf?: readonly string[];
  /** May be found, need not be. */
  readonly may?: readonly string[];
  /** Is something else; finding it is wrong. */
  readonly never?: readonly string[];
  readonly at?: readonly Pointer[];
  /** Stands in the release and leads to something else. */
  readonly neverTo?: readonly string[];
  readonly why?: string;
}

/** Everything that is labelled of one release. */
export interface ReleaseLabels {
  readonly release: string;
  /** Of which drawing, counted from 1. */
  readonly drawing: number;
  readonly half: Half;
  /** Of the listing that the labels were made with. */
  readonly listing: string;
  readonly about: "model" | "dataset" | "software";
  readonly modalities: readonly string[];
  readonly access: readonly {
    readonly component: ComponentId;
    readonly level: "open" | "gated" | "on-request";
    readonly at: Pointer;
  }[];
  readonly components: Readonly<Record<string, ComponentLabel>>;
}

/** A heading of a card: drawn from a file, or of our own (`own`) in a language that the files lack. */
export interface HeadingLabel {
  readonly heading: string;
  readonly kind: string;
  readonly alternatives?: readonly string[];
  readonly half: Half;
  readonly own?: true;
  readonly language?: string;
  readonly path?: string;
  readonly line?: number;
  /** The heading above it. */
  readonly under?: string;
  /** The first heading of its file, on the first level. */
  readonly isTitle?: true;
  /** How often its words stand in the same corpus. */
  readonly count?: number;
  /** Of which drawing, counted from 1; our own are of none. */
  readonly drawing?: number;
}

/** What the words of openness in one file are about, each place by its byte offset. */
export interface StatementLabels {
  /** Under the corpora. */
  readonly path: string;
  readonly sha256: string;
  /** Says that this release, or a part of it, is open. */
  readonly this?: readonly number[];
  /** Says it of something else. */
  readonly other?: readonly number[];
  /** Says it of nothing: compares, wishes, names a tool or a title. */
  readonly none?: readonly number[];
  /** Two careful readers may differ. */
  readonly either?: readonly number[];
}

/** The labels of the releases of one half, or of all. */
export function readReleaseLabels(half?: Half): readonly ReleaseLabels[] {
  const folder = join(import.meta.dirname, "components");
  const all = readdirSync(folder)
    .sort()
    .map((name): ReleaseLabels => parse(join(folder, name)));
  return all.filter((labels) => half === undefined || labels.half === half);
}

/** The labels of the headings of one half, or of all. */
export function readHeadingLabels(half?: Half): readonly HeadingLabel[] {
  const { headings }: { readonly headings: readonly HeadingLabel[] } = parse(
    join(import.meta.dirname, "headings.json"),
  );
  return headings.filter((label) => half === undefined || label.half === half);
}

/** The labels of sentences that call something open. */
export function readStatementLabels(): readonly StatementLabels[] {
  const { files }: { readonly files: readonly StatementLabels[] } = parse(join(import.meta.dirname, "statements.json"));
  return files;
}

/** The half that a name falls into. */
export function halfOf(name: string): Half {
  const digit = createHash("sha256").update(name).digest("hex").slice(0, 1);
  return Number.parseInt(digit, 16) < 8 ? "seen" : "kept";
}

/** Whether a path is one of these, or lies below one. */
export function covers(paths: readonly string[], path: string): boolean {
  return paths.some((item) => item === path || (item.endsWith("/") && path.startsWith(item)));
}

function parse(path: string) {
  return JSON.parse(readFileSync(path, "utf8"));
}
