/** Makes the example files; `npm run examples` writes them. */

const OID = `sha256:${"0123456789abcdef".repeat(4)}`;

function pointer(lines: readonly string[], version = "https://git-lfs.github.com/spec/v1"): string {
  return `${[`version ${version}`, ...lines].join("\n")}\n`;
}

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/model.safetensors": pointer([`oid ${OID}`, "size 12345"]),
  "good/extension.bin": pointer([`ext-0-foo ${OID}`, `oid ${OID}`, "size 0"]),
  "good/pre-release.bin": pointer([`oid ${OID}`, "size 9007199254740991"], "https://hawser.github.com/spec/v1"),
  "bad/bad-oid.bin": pointer(["oid md5:00", "size 1"]),
  "bad/bad-size.bin": pointer([`oid ${OID}`, "size 9007199254740992"]),
  "bad/bad-size-missing.bin": pointer([`oid ${OID}`]),
  "bad/bad-line.bin": pointer([`oid ${OID}`, "size 1", "no-value"]),
  "bad/duplicate-key.bin": pointer([`oid ${OID}`, "size 1", "size 2"]),
  "bad/unsorted-keys.bin": pointer(["size 1", `oid ${OID}`]),
  "bad/no-final-newline.bin": pointer([`oid ${OID}`, "size 1"]).trimEnd(),
  "bad/over-limit.bin": pointer([`oid ${OID}`, "size 1", `z ${"x".repeat(1024)}`]),
};
