/**
 * What containers hold, as far as it is kept: the first items of those that were made last, in a ring of fixed size. Calls and
 * persistent ids take what was made just before them; nothing needs what was made long ago.
 */

/** Values that the ring holds (8 bytes each). */
const RING = 2 ** 20;

/** Items of one container that are kept. */
const KEPT_ITEMS = 64;

/** Items for which there is room in a container that grows one by one. */
const ROOM = 16;

/** Containers whose items can be found by their number. */
const SLOTS = 2 ** 16;

/** Room at first, more than one record takes: the beginnings of many small files are tried. */
const FIRST = 128;

/** Records of items: how many there are in all, how many of them are kept, and those. A place counts up and never comes again. */
export class Kept {
  /** Both grow up to their bounds, and go round only then. */
  #ring = new Float64Array(FIRST);
  #mask = FIRST - 1;
  #owners = new Int32Array(FIRST).fill(-1);
  #places = new Float64Array(FIRST);
  #head = 0;

  /** Keeps the items `[from, to)` of a stack and returns the place. */
  keep(stack: Float64Array, from: number, to: number): number {
    const all = to - from;
    const items = Math.min(all, KEPT_ITEMS);
    const place = this.#reserve(items);
    const start = place & this.#mask;
    this.#ring[start] = all;
    this.#ring[start + 1] = items;
    for (let index = 0; index < items; index++) this.#ring[start + 2 + index] = stack[from + index] as number;
    return place;
  }

  /** Adds items `[from, to)` of a stack to a container. */
  add(container: number, stack: Float64Array, { from, to }: { readonly from: number; readonly to: number }): void {
    const slot = this.#slotOf(container);
    if (this.#owners[slot] !== container) {
      this.#owners[slot] = container;
      this.#places[slot] = this.#begin();
    }
    const place = this.#places[slot] as number;
    if (!this.#has(place)) return;
    const start = place & this.#mask;
    const before = this.#ring[start] as number;
    this.#ring[start] = before + to - from;
    let kept = this.#ring[start + 1] as number;
    for (let index = from; index < to && kept < ROOM && kept === before + index - from; index++)
      this.#ring[start + 2 + kept++] = stack[index] as number;
    this.#ring[start + 1] = kept;
  }

  /** Lets a container have the items of a record. */
  assign(container: number, place: number): void {
    const slot = this.#slotOf(container);
    this.#owners[slot] = container;
    this.#places[slot] = place;
  }

  /** Place of a container's items; -1 where they are not kept. */
  placeOf(container: number): number {
    const slot = container & (this.#owners.length - 1);
    return this.#owners[slot] === container ? (this.#places[slot] as number) : -1;
  }

  /** How many items a record has in all; -1 where it is not kept any more. */
  countAt(place: number): number {
    return this.#has(place) ? (this.#ring[place & this.#mask] as number) : -1;
  }

  /** Item of a record; 0 where it has none with this index, or it was not kept. */
  itemAt(place: number, index: number): number {
    const start = place & this.#mask;
    return this.#has(place) && index < (this.#ring[start + 1] as number)
      ? (this.#ring[start + 2 + index] as number)
      : 0;
  }

  #has(place: number): boolean {
    return place >= 0 && this.#head - place <= this.#ring.length;
  }

  #begin(): number {
    const place = this.#reserve(ROOM);
    this.#ring[place & this.#mask] = 0;
    this.#ring[(place & this.#mask) + 1] = 0;
    return place;
  }

  #slotOf(container: number): number {
    while (container >= this.#owners.length && this.#owners.length < SLOTS) {
      const before = this.#owners.length;
      const owners = new Int32Array(2 * before).fill(-1);
      owners.set(this.#owners);
      this.#owners = owners;
      const places = new Float64Array(2 * before);
      places.set(this.#places);
      this.#places = places;
    }
    return container & (this.#owners.length - 1);
  }

  /** A place for a record of so many items: records do not go round the ring's end, and nothing goes round before it is full. */
  #reserve(items: number): number {
    const needed = items + 2;
    while (this.#ring.length < RING && this.#head + needed > this.#ring.length) this.#grow();
    const inside = this.#head & this.#mask;
    if (inside + needed > this.#ring.length) this.#head += RING - inside;
    const place = this.#head;
    this.#head += needed;
    return place;
  }

  #grow(): void {
    const grown = new Float64Array(2 * this.#ring.length);
    grown.set(this.#ring);
    this.#ring = grown;
    this.#mask = grown.length - 1;
  }
}
