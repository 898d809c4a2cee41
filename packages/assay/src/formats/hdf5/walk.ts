/** From the root group to everything that links lead to, each object once. */

import { FormatError } from "../../model/errors.ts";
import type { Place } from "../../model/facts.ts";
import { type Attribute, AttributeReader, readOrNote } from "./attributes.ts";
import { cutName, type DataSet, readDataSet } from "./data-set.ts";
import type { Fields } from "./fields.ts";
import type { Hdf5File } from "./file.ts";
import { listHeapAttributes, listHeapLinks, readLink } from "./links.ts";
import {
  ATTRIBUTE,
  ATTRIBUTE_INFO,
  DATATYPE,
  FREE_SPACE,
  isLocal,
  LAYOUT,
  LINK,
  LINK_INFO,
  type Message,
  readMessages,
  SHARED_TABLE,
  SYMBOL_TABLE,
} from "./object-header.ts";
import { listOldMembers, type Member, type TreeSizes } from "./old-groups.ts";

/** Data sets that are kept; those behind are counted. */
const MOST_SETS = 100_000;

/** Bytes of an attribute of which something is kept: those of a configuration, of all of them together. */
const MOST_TEXT = 128 << 20;

/** Objects that are waited for, and UTF-16 units of their paths; behind them paths are left out. */
const MOST_OPEN = 500_000;
const MOST_PATHS = 16 << 20;

/** Bytes of the longest text of the root that is kept. */
const LONGEST_TEXT = 1_000;

/** Attributes in which Keras keeps what it builds a model of. */
const CONFIGURATIONS: ReadonlySet<string> = new Set(["model_config", "training_config"]);

/** Whether a text may be a pickle, as PyTables writes them: those of protocol 2 on begin so, all of them end so. */
function looksPickled(bytes: Uint8Array): boolean {
  return bytes[0] === 0x80 || (bytes.length > 3 && bytes.at(-1) === 0x2e);
}

/** A text that an object states. */
export interface Text extends Attribute {
  readonly bytes: Uint8Array;
  /** Path of the object that has it; empty for the root. */
  readonly of: string;
  readonly isConfiguration: boolean;
  readonly mayBePickle: boolean;
  /** Where the attribute stands. */
  readonly at: Place;
}

/** What was found. */
export interface Found {
  readonly sets: readonly DataSet[];
  readonly omitted: number;
  readonly texts: readonly Text[];
}

interface Open {
  readonly address: number;
  readonly path: string;
}

/** Walks a file. */
export class Walk {
  readonly #file: Hdf5File;
  readonly #sizes: TreeSizes;
  readonly #attributes: AttributeReader;
  readonly #open: Open[] = [];
  readonly #sets: DataSet[] = [];
  readonly #texts: Text[] = [];
  #omitted = 0;
  #textBytes = 0;
  #pathUnits = 0;

  constructor(file: Hdf5File, sizes: TreeSizes) {
    this.#file = file;
    this.#sizes = sizes;
    this.#attributes = new AttributeReader(file);
  }

  /** Reads all that can be reached from these objects. */
  async run(roots: readonly number[]): Promise<Found> {
    for (const address of roots) this.#open.push({ address, path: "" });
    // The list grows while it is gone through.
    for (const next of this.#open)
      if (this.#file.visit("object", next.address)) await this.#guard(() => this.#readObject(next));
    return this.found();
  }

  /** What was found so far. */
  found(): Found {
    return { sets: this.#sets, omitted: this.#omitted, texts: this.#texts };
  }

  /** A structure that is broken costs what hangs on it, and nothing else. */
  async #guard(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!isLocal(error)) throw error;
      this.#file.note(error);
    }
  }

  async #readObject({ address, path }: Open): Promise<void> {
    const messages = await readMessages(this.#file, address);
    for (const message of messages) await this.#guard(() => this.#readMessage(message, path));
    if (messages.some(({ type }) => type === LAYOUT)) await this.#guard(() => this.#addSet(messages, path));
  }

  async #readMessage({ type, isShared, fields }: Message, path: string): Promise<void> {
    if (isShared) {
      if (type !== DATATYPE) this.#file.unread.add("a message that several objects share");
      return;
    }
    if (type === LINK) this.#addMember(readLink(this.#file, fields), path);
    else if (type === LINK_INFO) await this.#addMembers(listHeapLinks(this.#file, fields), path);
    else if (type === SYMBOL_TABLE) await this.#addMembers(listOldMembers(this.#file, fields, this.#sizes), path);
    else if (type === ATTRIBUTE) await this.#addAttribute(fields, path);
    else if (type === ATTRIBUTE_INFO)
      for await (const one of listHeapAttributes(this.#file, fields)) await this.#addAttribute(one, path);
    else if (type === SHARED_TABLE) this.#file.unread.add("a table of messages that objects share");
    else if (type === FREE_SPACE) this.#file.unread.add("a list of free space");
  }

  async #addMembers(members: AsyncIterable<Member>, path: string): Promise<void> {
    for await (const member of members) this.#addMember(member, path);
  }

  #addMember(member: Member | null, path: string): void {
    if (member === null) return;
    if (this.#open.length >= MOST_OPEN)
      throw new FormatError("over-limit", `groups have more than ${MOST_OPEN} members`, { offset: 0 });
    const full = cutName(`${path}/${member.name}`);
    this.#pathUnits += full.length;
    this.#open.push({ address: member.address, path: this.#pathUnits > MOST_PATHS ? "/…" : full });
  }

  async #addAttribute(fields: Fields, path: string): Promise<void> {
    const attribute = await readOrNote(this.#file, this.#attributes, fields);
    if (attribute?.bytes === undefined) return;
    const { name, bytes } = attribute;
    const kind = { isConfiguration: CONFIGURATIONS.has(name), mayBePickle: looksPickled(bytes) };
    const isShort = path === "" && bytes.length <= LONGEST_TEXT;
    if (!isShort && !kind.isConfiguration && !kind.mayBePickle) return;
    this.#textBytes += bytes.length;
    const at = { start: fields.start, end: fields.start + fields.bytes.length };
    if (this.#textBytes > MOST_TEXT) this.#file.unread.add("a text behind 128 MiB of texts");
    else this.#texts.push({ name, bytes: bytes.slice(), of: path, at, ...kind });
  }

  async #addSet(messages: readonly Message[], path: string): Promise<void> {
    const typeAt = (address: number) => this.#attributes.typeAt(address);
    const set = await readDataSet(this.#file, messages, { name: path.slice(1), sizes: this.#sizes, typeAt });
    if (set === null) return;
    if (this.#sets.length < MOST_SETS) this.#sets.push(set);
    else this.#omitted += 1;
  }
}
