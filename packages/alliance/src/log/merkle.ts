/** The tree of RFC 6962, section 2.1: one hash stands for a list and for each of its beginnings. */

import { createHash } from "node:crypto";

/** The hash of a list of entries, 64 hex digits. */
export function rootOf(entries: readonly string[]): string {
  return hashTree(entries.map(hashLeaf)).toString("hex");
}

function hashTree(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash("sha256").digest();
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hashNode(hashTree(leaves.slice(0, split)), hashTree(leaves.slice(split)));
}

function hashLeaf(entry: string): Buffer {
  return createHash("sha256")
    .update(Buffer.from([0]))
    .update(entry)
    .digest();
}

function hashNode(left: Buffer, right: Buffer): Buffer {
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}
