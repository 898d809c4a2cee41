/** The names that a run of pickles imports, and how often each is called and given a state. */

import type { GlobalFact, Place } from "../../../model/facts.ts";
import { type ImportedName, mapPython2Name } from "./compat-names.ts";
import { OP } from "./operations.ts";
import { type Role, roleOf } from "./roles.ts";
import { isMapping, isTakenName } from "./weights-only.ts";

/** Distinct names that are kept, and characters of them all. */
const MOST_NAMES = 65_536;
const MOST_CHARACTERS = 2 ** 22;

/** First protocol in which loaders do not map names of Python 2 any more. */
const UNMAPPED = 3;

/** Characters of a name that a module can have. */
const LONGEST_NAME = 256;

/** Whether something could bear such a name: bytes that are no pickle hardly ever make one. */
export function isImportable({ module, name }: ImportedName): boolean {
  return [module, name].every((one) => one !== "" && one.length <= LONGEST_NAME && !/[\p{Cc}\ufffd]/u.test(one));
}

/** What is kept of one name. */
interface Named extends ImportedName {
  readonly operation: string;
  readonly role: Role;
  readonly at: Place;
  readonly isTaken: boolean;
  readonly isMapping: boolean;
  calls: number;
  builds: number;
  instances: number;
  held: number;
  arguments?: string;
}

/** Names by index. */
export class Globals {
  readonly #names: Named[] = [];
  readonly #indices = new Map<string, number>();
  #characters = 0;

  /** Index of a name as a loader of this protocol resolves it; -1 where no more names are kept. */
  resolve(written: ImportedName, protocol: number, by: { readonly operation: string; readonly at: Place }): number {
    return this.intern(protocol < UNMAPPED ? mapPython2Name(written) : written, by);
  }

  /** Index of a name; -1 where no more names are kept. */
  intern({ module, name }: ImportedName, by: { readonly operation: string; readonly at: Place }): number {
    const key = `${module}\n${name}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#characters += key.length;
    if (this.#names.length >= MOST_NAMES || this.#characters > MOST_CHARACTERS) return -1;
    const index = this.#names.length;
    this.#names.push({
      module,
      name,
      ...by,
      role: roleOf(module, name),
      isTaken: isTakenName(module, name),
      isMapping: isMapping(module, name),
      calls: 0,
      builds: 0,
      instances: 0,
      held: 0,
    });
    this.#indices.set(key, index);
    return index;
  }

  /** Adds a name that another way of reading found; one that is known already stays as it is. */
  adopt({ module, name, operation, calls, builds, instances = 0, held = 0, arguments: text, at }: GlobalFact): void {
    const before = this.count;
    const index = this.intern({ module, name }, { operation, at });
    if (this.count === before || index < 0) return;
    const named = this.#names[index] as Named;
    named.calls = calls;
    named.builds = builds;
    named.instances = instances;
    named.held = held;
    if (text !== undefined) named.arguments = text;
  }

  get count(): number {
    return this.#names.length;
  }

  at(index: number): Readonly<Named> {
    return this.#names[index] as Named;
  }

  /** Counts a call and returns whether it is the first. */
  call(index: number): boolean {
    return (this.#names[index] as Named).calls++ === 0;
  }

  /** Counts an instance that is made without the class's constructor, and returns whether it is the first use. */
  make(index: number): boolean {
    const named = this.#names[index] as Named;
    return named.instances++ === 0 && named.calls === 0;
  }

  /** Counts that a name itself goes into a container or into arguments, from where anything can take it. */
  hold(index: number): void {
    (this.#names[index] as Named).held++;
  }

  build(index: number): void {
    (this.#names[index] as Named).builds++;
  }

  /** Keeps how the first call's arguments read. */
  describe(index: number, text: string): void {
    (this.#names[index] as Named).arguments = text;
  }

  /** Those that operations import and `weights_only` does not take, as `module.name`. */
  missing(): readonly string[] {
    const missing = this.#names.filter(({ isTaken, operation }) => !isTaken && operation in OP);
    return missing.map(({ module, name }) => `${module}.${name}`);
  }

  list(): readonly GlobalFact[] {
    return this.#names.map(
      ({ module, name, operation, calls, builds, instances, held, isTaken, arguments: text, at }) => ({
        module,
        name,
        operation,
        calls,
        builds,
        ...(instances === 0 ? {} : { instances }),
        // Types and storages of tensors are there to be held, once for each.
        ...(held === 0 || (isTaken && calls + builds + instances === 0) ? {} : { held }),
        ...(text === undefined ? {} : { arguments: text }),
        at,
      }),
    );
  }
}
