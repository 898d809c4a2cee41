/**
 * Signatures over the bytes of a file, by keys that members have: OpenSSH keys by `ssh-keygen -Y sign -n assay-alliance`
 * (PROTOCOL.sshsig of OpenSSH), and Ed25519 or P-256 keys in PEM by `openssl`, the signature in Base64.
 */

import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";

/** What signatures of OpenSSH are made for: one for another purpose does not count here. */
export const NAMESPACE = "assay-alliance";

const MAGIC = "SSHSIG";
const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\s([\s\S]+?)-----END SSH SIGNATURE-----\s*$/;

/** Whether the signature is by this key over these bytes. Whatever is malformed is no signature. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  try {
    const armoured = ARMOUR.exec(signature)?.[1];
    if (armoured !== undefined) return isSshSignature(publicKey, bytes, Buffer.from(armoured, "base64"));
    if (!publicKey.includes("-----BEGIN PUBLIC KEY-----")) return false;
    return isPlainSignature(createPublicKey(publicKey), bytes, Buffer.from(signature.trim(), "base64"));
  } catch (error) {
    // node:crypto and the readers here throw on keys and signatures that are none.
    if (error instanceof Error) return false;
    throw error;
  }
}

function isPlainSignature(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (key.asymmetricKeyType === "ed25519") return verify(null, bytes, key, signature);
  return key.asymmetricKeyType === "ec" && verify("sha256", bytes, key, signature);
}

function isSshSignature(line: string, bytes: Uint8Array, blob: Uint8Array): boolean {
  const reader = new WireReader(blob, MAGIC.length);
  if (Buffer.from(blob.subarray(0, MAGIC.length)).toString() !== MAGIC || reader.number() !== 1) return false;
  const [key, namespace, reserved, hash] = [reader.bytes(), reader.text(), reader.bytes(), reader.text()];
  const signature = reader.bytes();
  const [, encoded = ""] = line.trim().split(/\s+/);
  if (!key.equals(Buffer.from(encoded, "base64")) || namespace !== NAMESPACE || !reader.isDone) return false;
  if (hash !== "sha256" && hash !== "sha512") return false;
  const digest = createHash(hash).update(bytes).digest();
  const signed = Buffer.concat([
    Buffer.from(MAGIC),
    ...[Buffer.from(namespace), reserved, Buffer.from(hash), digest].map(withLength),
  ]);
  return isKeySignature(key, signed, signature);
}

/** Checks a signature in the form of the key's kind (RFC 8709, section 6; RFC 5656, section 3.1.2). */
function isKeySignature(key: Buffer, signed: Buffer, signature: Buffer): boolean {
  const of = new WireReader(signature);
  const kind = of.text();
  if (kind !== new WireReader(key).text()) return false;
  const object = readSshKey(key);
  if (object === null) return false;
  if (object.asymmetricKeyType === "ed25519") return verify(null, signed, object, of.bytes());
  const parts = new WireReader(of.bytes());
  const raw = Buffer.concat([toFixed(parts.bytes()), toFixed(parts.bytes())]);
  return verify("sha256", signed, { key: object, dsaEncoding: "ieee-p1363" }, raw);
}

/** Ed25519 (RFC 8709) and ECDSA on P-256 (RFC 5656): what OpenSSH makes by default, and what PEM keys are here. */
function readSshKey(key: Buffer): KeyObject | null {
  const from = new WireReader(key);
  const kind = from.text();
  if (kind === "ssh-ed25519")
    return createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: from.bytes().toString("base64url") },
      format: "jwk",
    });
  if (kind !== "ecdsa-sha2-nistp256" || from.text() !== "nistp256") return null;
  const point = from.bytes();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  if (point[0] !== 4 || point.length !== 65 || x === undefined || y === undefined) return null;
  return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
}

/** The key itself in Base64, the same in whatever form it was given; null for one that signs nothing here. */
export function identifyKey(publicKey: string): string | null {
  try {
    const isPem = publicKey.includes("-----BEGIN PUBLIC KEY-----");
    const [, encoded = ""] = publicKey.trim().split(/\s+/);
    const key = isPem ? createPublicKey(publicKey) : readSshKey(Buffer.from(encoded, "base64"));
    if (key === null || (key.asymmetricKeyType !== "ed25519" && key.asymmetricKeyType !== "ec")) return null;
    return key.export({ type: "spki", format: "der" }).toString("base64");
  } catch (error) {
    // node:crypto and the reader throw on keys that are none.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** An integer of 32 bytes, whatever zeros stand in front. */
function toFixed(integer: Buffer): Buffer {
  const bare = integer.subarray(Math.max(0, integer.length - 32));
  return Buffer.concat([Buffer.alloc(32 - bare.length), bare]);
}

function withLength(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Reads the strings and numbers of RFC 4251, section 5. @throws RangeError past the end. */
class WireReader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = Buffer.from(bytes);
    this.#at = at;
  }

  number(): number {
    this.#at += 4;
    return this.#bytes.readUInt32BE(this.#at - 4);
  }

  bytes(): Buffer {
    const length = this.number();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError(`${length} bytes are said to follow, and fewer do`);
    const found = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return found;
  }

  text(): string {
    return this.bytes().toString("latin1");
  }

  get isDone(): boolean {
    return this.#at === this.#bytes.length;
  }
}
