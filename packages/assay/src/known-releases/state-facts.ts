/** Facts about components → claims, in the words that probes use for what they read. */

import { COMPONENTS, type Component } from "../model/components.ts";
import type { ComponentFact, KnownRelease } from "../model/known-release.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Doubt } from "../model/types.ts";
import { noteFact } from "./note-facts.ts";

const STATES: Readonly<Record<ComponentFact["state"], string>> = {
  published: "published",
  "not-released": "not released",
  elsewhere: "said to lie elsewhere",
  disputed: "sources contradict each other",
};

const DOUBTS: Readonly<Partial<Record<ComponentFact["state"], Doubt>>> = {
  elsewhere: "elsewhere",
  disputed: "conflicting",
};

/** Answers the claims about every component; what no source says stays open. */
export function stateComponents(ledger: Ledger, release: KnownRelease): void {
  for (const component of COMPONENTS) stateComponent(ledger, release, component);
}

function stateComponent(ledger: Ledger, release: KnownRelease, { id, name }: Component): void {
  const fact = release.components[id];
  if (fact === undefined) {
    ledger.leaveOpen(`${id}.published`, "not-observed");
    return;
  }
  const { state, access, whole, seen } = fact;
  const words = [STATES[state], ...(access === "gated" ? ["given out on request"] : [])].join(", ");
  const evidence = noteAll(ledger, release, { seen, about: id, message: `${name}: ${words}` });
  const doubt = DOUBTS[state];
  if (doubt === undefined) ledger.answer(`${id}.published`, state === "published", evidence);
  else ledger.leaveOpen(`${id}.published`, doubt, evidence);
  if (state !== "published") return;
  if (whole === true) ledger.answer(`${id}.complete`, true, evidence);
  stateLicense(ledger, release, { id, name, fact });
}

interface Told {
  readonly id: string;
  readonly name: string;
  readonly fact: ComponentFact;
}

function stateLicense(ledger: Ledger, release: KnownRelease, { id, name, fact }: Told): void {
  const { licenses = [], licensesSeen: seen = [] } = fact;
  if (licenses.length === 0) {
    ledger.leaveOpen(`${id}.license`, "not-observed");
    return;
  }
  const message = `${name}: under ${licenses.join(" and ")}`;
  ledger.answer(`${id}.license`, licenses, noteAll(ledger, release, { seen, about: id, message }));
}

function noteAll(ledger: Ledger, release: KnownRelease, words: Parameters<typeof noteFact>[1]): readonly string[] {
  return noteFact(release, words).map((note) => ledger.note(note));
}
