/** When the functions of a file run: at once where the file calls them itself, else when somebody else does. */

import type { PythonMoment } from "../../model/facts.ts";

/** Where a piece of code stands. `function` is that around it, behind its class: `Model.load`. */
export interface Scoped {
  readonly moment: PythonMoment;
  readonly function?: string;
}

/** A call with its place, by the name that it resolves to, and the functions that it hands on. */
export interface ScopedCall extends Scoped {
  readonly name: string;
  readonly hands: readonly string[];
}

/** Python itself calls these of a module when a name is looked for in it. */
const ASKED = ["__getattr__", "__dir__"];

/** Says when code runs, by way of the functions that are called as the file is imported. */
export function findMoments(calls: readonly ScopedCall[]): (scope: Scoped) => PythonMoment {
  const inside = new Map<string, ScopedCall[]>();
  const waiting: string[] = [...ASKED];
  for (const call of calls) {
    if (call.moment === "import") waiting.push(...listCalled(call));
    if (call.function === undefined) continue;
    const known = inside.get(call.function);
    if (known === undefined) inside.set(call.function, [call]);
    else known.push(call);
  }
  const reached = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    for (const call of inside.get(name) ?? []) waiting.push(...listCalled(call));
  }
  return ({ moment, function: name }) => (name !== undefined && reached.has(name) ? "import" : moment);
}

/** Functions that a call may run: by name, by its class, by `self`, and those that it is handed. */
function listCalled({ name, hands, function: around }: ScopedCall): readonly string[] {
  const plain = name.replaceAll("()", "");
  const owner = around?.split(".")[0] ?? "";
  const own = /^(?:self|cls)\./.test(plain) ? [plain.replace(/^\w+/, owner)] : [];
  return [plain, `${plain}.__init__`, `${plain}.__new__`, `${plain}.__call__`, ...own, ...hands];
}
