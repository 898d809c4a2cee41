/** Files that follow from what is there, so that they are true whoever writes them. */

import type { Assessment, ComponentEntry, ReleaseManifest } from "../model/documents.ts";
import type { PlanFile } from "../model/plans.ts";

const MANIFEST = "release.json";
const SUMS = "SHA256SUMS";
const COMPLETE = ".complete";
/** Paths that a reader of manifests takes for one part. */
const MOST_PATHS = 256;

/** The drafts for a release; one whose name is taken stays a proposal. */
export function draftFiles(assessment: Assessment): readonly PlanFile[] {
  const [{ id: home } = { id: "" }] = assessment.origins;
  const here = new Set(assessment.artifacts.filter(({ origin }) => origin === home).map(({ path }) => path));
  const drafts = [draftManifest(assessment, here), draftSums(assessment, here)];
  return drafts.flatMap((draft) => {
    if (draft === null) return [];
    return [{ ...draft, state: here.has(draft.path) ? ("exists" as const) : ("new" as const) }];
  });
}

type Draft = Omit<PlanFile, "state">;

/**
 * The parts that were found, where they were found; none where a part has more files than a manifest can list. What is not
 * known stays open: a part `*` stands for all else that lies here, and for what is there without being known to be whole.
 */
function draftManifest({ target, components, claims }: Assessment, here: ReadonlySet<string>): Draft | null {
  const open = new Set(
    claims.flatMap(({ id, about, value }) =>
      about === "*" && value !== true && id.endsWith(COMPLETE) ? [id.slice(0, -COMPLETE.length)] : [],
    ),
  );
  const found = components
    .filter(({ id, about, present }) => about === "*" && present === true && !open.has(id))
    .map((component) => ({ component, paths: component.artifacts.filter((path) => here.has(path)) }))
    .filter(({ paths }) => paths.length > 0);
  if (found.length === 0 || found.some(({ paths }) => paths.length > MOST_PATHS)) return null;
  const manifest: ReleaseManifest = {
    schema: "https://openassay.org/schemas/release/v1.json",
    name: target,
    parts: [...found.map(({ component, paths }) => draftPart(component, paths)), { component: "*", origin: "." }],
  };
  return {
    path: MANIFEST,
    content: `${JSON.stringify(manifest, null, 2)}\n`,
    why: `names the parts that were found, and leaves open what else there is (the part *)${sayOpen(components.filter(({ id, about }) => about === "*" && open.has(id)))}; add what lies elsewhere`,
  };
}

/** Of what is there, and nobody said that it is all of it. */
function sayOpen(components: readonly ComponentEntry[]): string {
  const names = components.filter(({ present }) => present === true).map(({ name }) => name.toLowerCase());
  return names.length === 0 ? "" : `; ${names.join(" and ")} among it, since to name a part says that it is whole`;
}

function draftPart({ id, licenses }: ComponentEntry, paths: readonly string[]): ReleaseManifest["parts"][number] {
  const found = new Set(licenses.flatMap(({ found: text }) => text ?? []));
  const [license] = found;
  return {
    component: id,
    origin: ".",
    // In a pattern a star stands for any words; a question mark stands for any one sign, a star among them.
    paths: paths.map((path) => path.replaceAll("*", "?")),
    // Only where a text was recognised, and one alone.
    ...(found.size === 1 && license !== undefined && !license.startsWith("LicenseRef-") && { license }),
  };
}

/** Digests of the weights, in the form that sha256sum checks; none where one was not measured. */
function draftSums({ components, artifacts, origins }: Assessment, here: ReadonlySet<string>): Draft | null {
  const weights = components.find(({ id, about }) => id === "weights" && about === "*");
  const paths = new Set(weights?.artifacts.filter((path) => here.has(path)));
  const files = artifacts.filter(({ path, origin }) => origin === origins[0]?.id && paths.has(path));
  if (files.length === 0 || files.some(({ sha256, path }) => sha256 === null || /[\n\r\\]/.test(path))) return null;
  const lines = files.map(({ sha256, path }) => `${sha256}  ${path}\n`);
  return {
    path: SUMS,
    content: lines.join(""),
    why: "digests of the weights as they are, for whoever downloads them: sha256sum --check SHA256SUMS",
  };
}
