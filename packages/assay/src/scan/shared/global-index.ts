/** The lists of names as look-ups. */

import type { AllowedGroup, DangerousGroup, GlobalFamily, Names } from "./global-family.ts";

/** Where a name stands. */
export type Standing =
  | {
      readonly tier: "weights-only" | "allowed";
      readonly family: GlobalFamily;
      readonly group: AllowedGroup;
      /** What a call of it does, where only its instances are harmless: continues "it …". */
      readonly whenCalled?: string;
    }
  | { readonly tier: "doubtful" | "dangerous"; readonly does: string }
  | { readonly tier: "unknown" };

/** The lists as look-ups, by {@link toKey} or by module. */
export interface GlobalIndex {
  readonly weightsOnly: ReadonlyMap<string, Standing>;
  readonly safe: ReadonlyMap<string, Standing>;
  readonly dangers: ReadonlyMap<string, string>;
  /** What every name of a module does, by module. */
  readonly modules: ReadonlyMap<string, string>;
  readonly anywhere: ReadonlyMap<string, string>;
  /** First parts of dangerous modules, and of those among them that count anywhere: most names begin with none of them. */
  readonly roots: ReadonlySet<string>;
  readonly rootsAnywhere: ReadonlySet<string>;
  readonly trees: ReadonlyMap<string, Standing>;
}

/** A key: names on the lists hold no line break, so that no other name can have the key of one of them. */
export function toKey(module: string, name: string): string {
  return `${module}\n${name}`;
}

/** Builds the look-ups. */
export function indexGlobals(families: readonly GlobalFamily[]): GlobalIndex {
  const dangerous = families.flatMap(({ dangerous: groups = [] }) => groups);
  const always = dangerous.filter(({ whenCalled }) => whenCalled !== true);
  const calls = new Map(dangerous.filter(({ whenCalled }) => whenCalled === true).flatMap(listDangers));
  const [weightsOnly, safe] = [true, false].map((restricted) =>
    families
      .filter((family) => (family.weightsOnly === true) === restricted)
      .flatMap((family) => listAllowed(family, calls)),
  );
  const doubtful = families.flatMap(({ doubtful: groups = [] }) => groups.flatMap(listDangers));
  const modules = new Map(always.flatMap(listModules));
  const anywhere = new Map(always.filter((group) => group.anywhere === true).flatMap(listModules));
  const owners = always.flatMap(({ globals = {} }) => Object.keys(globals));
  return {
    weightsOnly: new Map(weightsOnly),
    safe: new Map([...(safe ?? []), ...doubtful.map(([key, does]) => [key, { tier: "doubtful", does }] as const)]),
    dangers: new Map(always.flatMap(listDangers)),
    modules,
    anywhere,
    roots: new Set([...modules.keys(), ...owners].map(rootOf)),
    rootsAnywhere: new Set([...anywhere.keys()].map(rootOf)),
    trees: new Map(families.flatMap(listTrees)),
  };
}

function rootOf(module: string): string {
  return module.split(".", 1)[0] ?? module;
}

type Entry<T> = readonly [key: string, value: T];

function listAllowed(family: GlobalFamily, calls: ReadonlyMap<string, string>): readonly Entry<Standing>[] {
  const tier = family.weightsOnly === true ? "weights-only" : "allowed";
  return (family.allowed ?? []).flatMap((group) =>
    listKeys(group.globals).map((key): Entry<Standing> => {
      const does = calls.get(key);
      return [key, { tier, family, group, ...(does === undefined ? {} : { whenCalled: does }) }];
    }),
  );
}

function listTrees(family: GlobalFamily): readonly Entry<Standing>[] {
  return (family.allowed ?? []).flatMap((group) =>
    (group.trees ?? []).map((module): Entry<Standing> => [module, { tier: "allowed", family, group }]),
  );
}

function listDangers({ globals = {}, does }: Pick<DangerousGroup, "globals" | "does">): readonly Entry<string>[] {
  return listKeys(globals).map((key) => [key, does]);
}

function listModules({ modules = [], does }: DangerousGroup): readonly Entry<string>[] {
  return modules.map((module) => [module, does]);
}

function listKeys(globals: Names): readonly string[] {
  return Object.entries(globals).flatMap(([module, names]) => names.map((name) => toKey(module, name)));
}
