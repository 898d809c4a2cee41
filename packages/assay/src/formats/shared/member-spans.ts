/** How bytes of a member of a container count. */

import type { Reading, Span } from "../../model/facts.ts";
import { spansOf } from "./spans.ts";

/** Names by which loaders unpickle a member, whatever its bytes look like. */
const UNPICKLED = /\.(?:pkl|pickle|debug_pkl|joblib|npy)$/i;

/** Whether a loader unpickles a member of this name, whatever it holds. */
export function isUnpickled(name: string): boolean {
  return UNPICKLED.test(name);
}

/** A member that no format knows was looked at like a file by itself: no loader opens it. */
export function spansOfMember(name: string, readings: readonly Reading[], size: number): readonly Span[] {
  if (readings.length > 0) return spansOf(readings, size);
  return [{ start: 0, end: size, as: isUnpickled(name) ? "unread" : "opaque-by-format" }];
}

/** The same spans further on. */
export function shiftSpans(spans: readonly Span[], by: number): readonly Span[] {
  return spans.map(({ start, end, as }) => ({ start: start + by, end: end + by, as }));
}
