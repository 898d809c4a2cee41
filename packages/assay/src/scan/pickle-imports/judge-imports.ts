/** From the names of a pickle to what each of them means there: what is only dangerous to call depends on its neighbours. */

import type { GlobalFact, PickleFact } from "../../model/facts.ts";
import type { Standing } from "../shared/global-index.ts";
import { judgeGlobal } from "../shared/judge-global.ts";
import type { Code } from "./words.ts";

/** A name, where it stands, and the code of what is to be said of it; none where nothing is. */
export interface Judged {
  readonly global: GlobalFact;
  readonly standing: Standing;
  readonly code?: Code;
  /** What is said of it: continues "it …". */
  readonly does?: string;
}

/** Judges every name of a pickle, in the order of their places. */
export function judgeImports({ globals }: PickleFact): readonly Judged[] {
  const standings = globals.map((global) => [global, judgeGlobal(global)] as const);
  const handsOn = standings.some(
    ([{ calls }, standing]) => calls > 0 && "group" in standing && standing.group.callsOn === true,
  );
  return standings.map(([global, standing]) => judge(global, standing, handsOn));
}

function judge(global: GlobalFact, standing: Standing, handsOn: boolean): Judged {
  if (isFollowed(global) && !handsOn) return { global, standing };
  switch (standing.tier) {
    case "dangerous":
      return { global, standing, code: "known-danger", does: standing.does };
    case "doubtful":
      return { global, standing, code: "doubtful-global", does: standing.does };
    case "unknown":
      return { global, standing, code: "unknown-global" };
    default:
      return judgeAllowed(global, standing, handsOn);
  }
}

/**
 * A look-up whose calls the reader follows: what each finds stands among the names, and where one cannot be followed the
 * reader says so itself. Enumerations are saved so. Where it is also handed on, others may call it.
 */
function isFollowed({ module, name, calls, held = 0 }: GlobalFact): boolean {
  return module === "builtins" && name === "getattr" && calls > 0 && held === 0;
}

/** A name that is handed on may be called, as a method of some object: it counts as called where that is dangerous. */
function judgeAllowed(
  global: GlobalFact,
  standing: Extract<Standing, { tier: "allowed" | "weights-only" }>,
  handsOn: boolean,
): Judged {
  const { whenCalled, group } = standing;
  if (whenCalled !== undefined && (global.calls > 0 || handsOn || (global.held ?? 0) > 0))
    return { global, standing, code: "known-danger", does: whenCalled };
  if (global.calls > 0 && group.called !== true) return { global, standing, code: "called-class" };
  return { global, standing };
}
