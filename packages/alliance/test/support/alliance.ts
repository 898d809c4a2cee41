/** A small alliance in a folder of its own, with keys made on the spot, that a test may damage. */

import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { readFolder } from "../../src/books/read-folder.ts";
import { checkBooks } from "../../src/check/index.ts";
import type { Vote } from "../../src/model/books.ts";
import type { Books, Fault } from "../../src/model/entry.ts";
import { openBallot } from "../../src/write/open-ballot.ts";
import { recordDecision } from "../../src/write/record-decision.ts";
import { startAlliance } from "../../src/write/starter.ts";
import { writeYaml } from "../../src/write/yaml.ts";

/** People of the alliance; each holds a seat of the board for an organisation of their own. */
export const PEOPLE = ["ada", "bo", "cy", "di", "eve"] as const;
type Name = (typeof PEOPLE)[number];
type Said = Extract<Vote, { readonly choice: unknown }>;

const CLASSES = ["company", "academic", "public", "non-profit", "company"];

/** A folder of books, and the hands that write and sign in it. */
export class TestAlliance {
  readonly folder: string = mkdtempSync(join(tmpdir(), "assay-alliance-"));
  readonly #keys: ReadonlyMap<string, KeyObject>;

  constructor() {
    const pairs = PEOPLE.map((name) => [name, generateKeyPairSync("ed25519")] as const);
    this.#keys = new Map(pairs.map(([name, { privateKey }]) => [name, privateKey]));
    for (const { path, text } of startAlliance("Owls", sha256)) this.write(path, text);
    for (const [index, [name, { publicKey }]] of pairs.entries()) {
      const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
      const term = { from: "2026-01-01" };
      const organisation = { name: `${name} & co`, class: CLASSES[index], region: "europe", member: term };
      this.put(`organisations/${name}-co.yaml`, organisation);
      const affiliations = [{ organisation: `${name}-co`, ...term }];
      this.put(`people/${name}.yaml`, { name, keys: [{ public: pem, ...term }], affiliations });
      const seat = { body: "board", title: `Seat of ${name}`, appointedBy: "entitlement", votes: true };
      this.put(`seats/board-${name}.yaml`, { ...seat, holders: [{ person: name, ...term }] });
    }
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  put(path: string, value: unknown): void {
    this.write(path, writeYaml(value));
  }

  get(path: string): Record<string, unknown> {
    return parse(readFileSync(join(this.folder, path), "utf8"));
  }

  /** Changes fields of a file; its signature stays what it was. */
  edit(path: string, fields: Readonly<Record<string, unknown>>): void {
    this.put(path, { ...this.get(path), ...fields });
  }

  sign(path: string, name: Name): void {
    const key = this.#keys.get(name);
    if (key === undefined) throw new Error(`${name} has no key`);
    this.write(`${path}.sig`, `${sign(null, readFileSync(join(this.folder, path)), key).toString("base64")}\n`);
  }

  async books(): Promise<Books> {
    const { books, faults } = await readFolder(this.folder);
    if (books === null || faults.length > 0)
      throw new Error(faults.map(({ path, message }) => `${path} ${message}`).join("\n"));
    return books;
  }

  /** All that is wrong, of files and of the whole. */
  async faults(): Promise<readonly Fault[]> {
    const { books, faults } = await readFolder(this.folder);
    return books === null ? faults : [...faults, ...checkBooks(books)];
  }

  async codes(): Promise<readonly string[]> {
    return [...new Set((await this.faults()).map(({ code }) => code))].sort();
  }

  /** A tool and a proposal to vet it. */
  propose(): void {
    this.put("tools/owl.yaml", { name: "Owl", organisation: "eve-co", status: { state: "listed" } });
    this.put("proposals/vet-owl.yaml", {
      title: "Vet Owl",
      kind: "tool",
      about: { kind: "tool", id: "owl" },
      by: "ada",
      versions: [{ at: "2026-02-01T00:00:00Z", isMaterial: true, text: "Owl is to be vetted.", makes: "vetted" }],
      evidence: [],
    });
  }

  async open(): Promise<void> {
    const ballot = openBallot(await this.books(), {
      proposal: "vet-owl",
      body: "board",
      by: "ada",
      at: "2026-03-01T00:00:00Z",
    });
    this.put("ballots/one/ballot.yaml", ballot);
    this.sign("ballots/one/ballot.yaml", "ada");
  }

  vote(name: Name, choice: Said["choice"], more: Partial<Vote & Said> = {}): void {
    const path = `ballots/one/votes/${more.seat ?? `board-${name}`}.yaml`;
    this.put(path, { ballot: "one", seat: `board-${name}`, voter: name, at: "2026-03-02T00:00:00Z", choice, ...more });
    this.sign(path, name);
  }

  async decide(): Promise<void> {
    const at = "2026-03-10T00:00:00Z";
    const decision = recordDecision(await this.books(), { ballot: "one", by: "ada", at });
    this.put("decisions/one.yaml", decision);
    this.sign("decisions/one.yaml", "ada");
  }

  /** A ballot that passed, and a tool that is vetted by it. */
  async complete(): Promise<void> {
    this.propose();
    await this.open();
    this.vote("ada", "yes");
    this.vote("bo", "yes");
    this.vote("cy", "no", { reason: "It was not tried on Windows." });
    await this.decide();
    this.edit("tools/owl.yaml", { status: { state: "vetted", decision: "one" } });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
