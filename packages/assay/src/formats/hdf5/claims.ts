/** Stretches of a file that its structures and its data take, in columns: as objects they would fill the memory. */

import { FormatError } from "../../model/errors.ts";

/** Stretches that are kept; files in thousands of pieces have some 10^5. */
const MOST = 1_000_000;

/** A stretch of the file that a structure or the data of a data set takes. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  /** Name of the data set whose data it is; left out for structures. */
  readonly data?: string;
}

/** Place in the list of names of a stretch that is no data. */
const NONE = -1;

/** What was claimed. */
export class Claims {
  #starts: Float64Array = new Float64Array(1_024);
  #ends: Float64Array = new Float64Array(1_024);
  #named: Int32Array = new Int32Array(1_024);
  readonly #names: string[] = [];
  #count = 0;
  /** Places of the first so many in the order of the file. */
  #order: Uint32Array = new Uint32Array(0);

  /** @throws FormatError `over-limit` */
  add({ start, end, data }: Claim): void {
    if (this.#count >= MOST) throw new FormatError("over-limit", `file has more than ${MOST} parts`, { offset: start });
    if (this.#count === this.#starts.length) this.#grow();
    if (data !== undefined && this.#names.at(-1) !== data) this.#names.push(data);
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#named[this.#count] = data === undefined ? NONE : this.#names.length - 1;
    this.#count += 1;
  }

  /** All of them in the order of the file. */
  *ordered(): Generator<Claim> {
    const [starts, ends] = [this.#starts, this.#ends];
    if (this.#order.length !== this.#count) this.#sort();
    for (const at of this.#order) {
      const data = this.#names[this.#named[at] ?? NONE];
      yield { start: starts[at] ?? 0, end: ends[at] ?? 0, ...(data === undefined ? {} : { data }) };
    }
  }

  #sort(): void {
    const [starts, ends, order] = [this.#starts, this.#ends, new Uint32Array(this.#count)];
    for (let at = 0; at < order.length; at++) order[at] = at;
    this.#order = order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || (ends[a] ?? 0) - (ends[b] ?? 0));
  }

  #grow(): void {
    const room = 2 * this.#starts.length;
    const [starts, ends, named] = [new Float64Array(room), new Float64Array(room), new Int32Array(room)];
    starts.set(this.#starts);
    ends.set(this.#ends);
    named.set(this.#named);
    [this.#starts, this.#ends, this.#named] = [starts, ends, named];
  }
}
