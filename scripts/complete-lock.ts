/**
 * `npm run lock`: names in package-lock.json the packages for other platforms that npm left out.
 * Where the registry in use lacks a platform's package, npm writes a lock file that its own `npm ci` refuses. An entry
 * without integrity is skipped by its `os` and `cpu` everywhere else, and filled in by npm where it is installed.
 */

import { readFileSync, writeFileSync } from "node:fs";

/** One package of package-lock.json. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly cpu?: readonly string[];
  readonly os?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCK = new URL("../package-lock.json", import.meta.url);
const PLATFORM = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)/;

const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(LOCK, "utf8"));
const known = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf("node_modules/"))));
const missing = Object.values(lock.packages).flatMap((parent) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !known.has(`node_modules/${name}`))
    .map(([name, version]) => [`node_modules/${name}`, describe(parent, name, version)] as const),
);

for (const [path] of missing) console.log(`added ${path}`);
const [root, ...others] = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
const sorted = others.toSorted(([a], [b]) => a.localeCompare(b, "en"));
const packages = Object.fromEntries([...(root === undefined ? [] : [root]), ...sorted]);
if (missing.length > 0) writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);

/** A sibling of the package that was chosen here: same licence, other platform. @throws Error for an unknown platform. */
function describe(parent: Locked, name: string, version: string): Locked {
  const [, os, cpu] = PLATFORM.exec(name) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`${name} names no platform: npm install it where it runs`);
  const { license, dev } = parent;
  const libc = name.includes("-musl") ? ["musl"] : ["glibc"];
  return {
    version,
    cpu: [cpu],
    ...(dev === undefined ? {} : { dev }),
    ...(os === "linux" ? { libc } : {}),
    ...(license === undefined ? {} : { license }),
    optional: true,
    os: [os],
  };
}
