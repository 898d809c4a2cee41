/** What there is to say of a repository's listing. */

import type { Finding, Gap } from "../../model/types.ts";
import type { Info, Tree } from "./api.ts";
import type { Plan } from "./plan.ts";

/** Says that a repository has another name now. */
export function describeRename(asked: string, { id, url }: Info): Finding {
  const message = `${asked} is called ${id} now: the hub sends on to it`;
  return { rule: "target/renamed", severity: "note", code: "renamed", args: { asked, id }, message, at: { url } };
}

interface Seen {
  readonly plan: Plan;
  /** Whether nothing but the card may be asked for. */
  readonly isClosed: boolean;
}

/** What of a repository was not looked at, and why. */
export function listGaps(
  { info, tree }: { readonly info: Info; readonly tree: Tree },
  { plan, isClosed }: Seen,
): readonly Gap[] {
  const gap = (code: string, message: string, path = ""): Gap => ({
    path,
    stage: "source",
    code,
    args: { id: info.id },
    message,
  });
  const refused = tree.refused.map((path) =>
    gap("refused-path", `The hub lists a file whose path no file can have, or twice.`, path),
  );
  const [first] = plan.unread;
  return [
    ...refused,
    ...(tree.isCutOff ? [gap("over-limit", `${info.id} has more files than are listed.`)] : []),
    ...(first === undefined
      ? []
      : [
          gap(
            "headers-unread",
            `The headers of ${plan.unread.length} weight files of ${info.id} were not read, from ${first} on: enough were, and each is a request.`,
          ),
        ]),
    ...(isClosed
      ? [
          gap(
            "gated",
            `The files of ${info.id} are given only to whoever accepts its terms: their names and sizes are known, and what the hub says of them. Set HF_TOKEN to one who did.`,
          ),
        ]
      : []),
  ];
}
