/** Sizes of containers with everything in them counted as often as it is referred to, to notice what unfolds without end. */

/** Steps of a size in a tuple's handle: each is an eighth of a doubling. */
const STEPS = 8;

/** Highest step: 2^31 elements and more. */
const HIGHEST = 255;

const SIZES: Float64Array = Float64Array.from({ length: HIGHEST + 1 }, (_, step) => 2 ** (step / STEPS));

const SMALL: Uint8Array = Uint8Array.from({ length: 1024 }, (_, size) => exactStep(Math.max(1, size)));

function exactStep(size: number): number {
  return Math.min(HIGHEST, Math.floor(STEPS * Math.log2(size)));
}

/** The step that is at most this size. */
export function stepOf(size: number): number {
  return size < 1024 ? (SMALL[Math.floor(size)] as number) : exactStep(size);
}

/** The size of a step. */
export function sizeOfStep(step: number): number {
  return SIZES[step] as number;
}
