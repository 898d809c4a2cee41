import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isSignedBy, NAMESPACE } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-signing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = Buffer.from("choice: yes\n");
const HAS_SSH = spawnSync("ssh-keygen", ["-?"]).error === undefined;

let made = 0;

/** A key of OpenSSH and its signature of a text. */
function signBySsh(
  kind: string,
  text: Buffer,
  namespace: string,
): { readonly key: string; readonly signature: string } {
  const key = join(folder, `key-${made++}`);
  const file = `${key}.txt`;
  execFileSync("ssh-keygen", ["-q", "-t", kind, "-N", "", "-C", "owl@forest", "-f", key]);
  writeFileSync(file, text);
  execFileSync("ssh-keygen", ["-q", "-Y", "sign", "-n", namespace, "-f", key, file], { stdio: "pipe" });
  return { key: readFileSync(`${key}.pub`, "utf8"), signature: readFileSync(`${file}.sig`, "utf8") };
}

describe.skipIf(!HAS_SSH)("keys of OpenSSH", () => {
  test.each(["ed25519", "ecdsa"])("%s: what ssh-keygen signs is signed, and nothing else is", (kind) => {
    const { key, signature } = signBySsh(kind, TEXT, NAMESPACE);
    expect(isSignedBy(key, TEXT, signature)).toBe(true);
    expect(isSignedBy(key, Buffer.from("choice: no\n"), signature)).toBe(false);
    const other = signBySsh(kind, TEXT, "other");
    expect(isSignedBy(key, TEXT, other.signature)).toBe(false);
    expect(isSignedBy(other.key, TEXT, other.signature)).toBe(false);
  });

  test("each byte of a signature counts", () => {
    const { key, signature } = signBySsh("ed25519", Buffer.from("each byte"), NAMESPACE);
    const [, body = ""] = /-----BEGIN SSH SIGNATURE-----\s([\s\S]+?)-----END/.exec(signature) ?? [];
    const bytes = Buffer.from(body, "base64");
    const accepted = [...bytes.keys()].filter((at) => {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      const text = `-----BEGIN SSH SIGNATURE-----\n${damaged.toString("base64")}\n-----END SSH SIGNATURE-----\n`;
      return isSignedBy(key, Buffer.from("each byte"), text);
    });
    expect(accepted).toEqual([]);
  });
});

describe("keys in PEM", () => {
  const pairs = {
    ed25519: generateKeyPairSync("ed25519"),
    "P-256": generateKeyPairSync("ec", { namedCurve: "P-256" }),
  };

  test.each(Object.entries(pairs))("%s", (kind, { publicKey, privateKey }) => {
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    const signature = sign(kind === "ed25519" ? null : "sha256", TEXT, privateKey).toString("base64");
    expect(isSignedBy(pem, TEXT, `${signature}\n`)).toBe(true);
    expect(isSignedBy(pem, Buffer.from("choice: no\n"), signature)).toBe(false);
  });

  test.each(["", "AAAA", "no base64 at all!", "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"])(
    "%j is no signature",
    (signature) => {
      const pem = pairs.ed25519.publicKey.export({ type: "spki", format: "pem" }).toString();
      for (const key of [pem, "", "ssh-ed25519 AAAA", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
        expect(isSignedBy(key, TEXT, signature)).toBe(false);
    },
  );
});
