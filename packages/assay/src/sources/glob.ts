/** Path patterns of a manifest: `*` and `?` inside a folder name, `**` for any number of folders. */

/** Whether the pattern names the path. Takes at most length of pattern × length of path steps, whatever a stranger wrote. */
export function matchesGlob(pattern: string, path: string): boolean {
  const parts = pattern.replace(/^\.\//, "").replace(/\/$/, "/**").split("/");
  let open = new Set([0]);
  for (const name of path.split("/")) {
    const next = new Set<number>();
    for (const at of skipStars(parts, open)) {
      if (parts[at] === "**") next.add(at);
      else if (at < parts.length && matchesName(parts[at] ?? "", name)) next.add(at + 1);
    }
    open = next;
  }
  return skipStars(parts, open).has(parts.length);
}

function skipStars(parts: readonly string[], open: ReadonlySet<number>): ReadonlySet<number> {
  const reached = new Set(open);
  for (const at of reached) if (parts[at] === "**") reached.add(at + 1);
  return reached;
}

function matchesName(pattern: string, name: string): boolean {
  let star = -1;
  let resume = 0;
  let p = 0;
  for (let n = 0; n < name.length; ) {
    if (p < pattern.length && pattern[p] === "*") {
      star = p;
      resume = n;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === name[n])) {
      p += 1;
      n += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      n = resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
