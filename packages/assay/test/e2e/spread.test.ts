/** The example taken apart: its weights on a hub, its code on a code host, its data in a data set of the hub. */

import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Assessment, ReleaseManifest } from "../../src/model/documents.ts";
import { makeRepository, startGitServer } from "../git-server/server.ts";
import type { HubRepository } from "../hub/contents.ts";
import { startHub } from "../hub/hub.ts";
import { type Ran, ROOT } from "../support/command.ts";
import { makeFolder } from "../support/folder.ts";
import { serve } from "../support/server.ts";

const EXAMPLE = join(ROOT, "examples/tiny-open-model");
const BIN = fileURLToPath(new URL("../../bin/assay.js", import.meta.url));

type Files = Readonly<Record<string, string | Uint8Array>>;

function take(...patterns: readonly string[]): Record<string, Uint8Array> {
  const paths = patterns.flatMap((pattern) => globSync(pattern, { cwd: EXAMPLE, withFileTypes: true }));
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(EXAMPLE.length + 1), new Uint8Array(readFileSync(file))]));
}

const CODE = /^(?:src|docs|evaluation)\//;
const DATA = /^data\//;

/** The example's manifest, with every part where it lies now. */
function spreadManifest(): ReleaseManifest {
  const manifest: ReleaseManifest = JSON.parse(readFileSync(join(EXAMPLE, "release.json"), "utf8"));
  const parts = manifest.parts.map((part) => {
    const [path = ""] = part.paths ?? [];
    if (CODE.test(path)) return { ...part, origin: "github:acme/tiny-open-model" };
    return DATA.test(path) ? { ...part, origin: "hf:datasets/acme/spelled-sums" } : part;
  });
  return {
    ...manifest,
    parts: parts.map((part) => (part.component === "model-metadata" ? { ...part, paths: METADATA } : part)),
  };
}

/** Of the configurations, those that are no requests for what the hub's API says. */
const METADATA = ["train-config.json"];

interface Places {
  readonly manifest?: ReleaseManifest;
  readonly isDataThere?: boolean;
}

/** Runs the command against servers of this process. */
async function assess(
  { manifest, isDataThere = true }: Places,
  ...args: readonly string[]
): Promise<Ran & { readonly assessment: Assessment }> {
  const model: Files = {
    ...take("README.md", "LICENSE", "model.safetensors", "checkpoints/**", "config.json", "train-config.json"),
    ...(manifest === undefined ? {} : { "release.json": JSON.stringify(manifest) }),
  };
  const data: HubRepository = { id: "acme/spelled-sums", kind: "dataset", files: take("data/**") };
  const hub = await startHub([{ id: "acme/tiny-open-model", files: model }, ...(isDataThere ? [data] : [])]);
  const code = await startGitServer();
  makeRepository(
    code.root,
    "acme/tiny-open-model",
    take("src/**", "docs/**", "evaluation/**", "LICENSE", "package.json"),
  );
  const environment = { ...hub.environment, GITHUB_SERVER_URL: code.url, ASSAY_CACHE: makeFolder() };
  const ran = await run(["hf:acme/tiny-open-model", ...args, "--json"], environment);
  return { ...ran, assessment: JSON.parse(ran.stdout) };
}

async function run(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...process.env, ...environment } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}

const levelOf = ({ frameworks }: Assessment, id: string): string | null =>
  frameworks.find((framework) => framework.id === id)?.level ?? null;

test("spread over hub, code host and data set, as its manifest says, the example is class I", async () => {
  const { assessment, code } = await assess({ manifest: spreadManifest() });
  expect(assessment.gaps).toEqual([]);
  expect(assessment.origins.map(({ target, role, linkedBy }) => [target, role, linkedBy])).toEqual([
    ["acme/tiny-open-model", "model", "user"],
    ["acme/tiny-open-model", "code", "manifest"],
    ["acme/spelled-sums", "data", "manifest"],
  ]);
  expect(levelOf(assessment, "mof")).toBe("I");
  expect(levelOf(assessment, "osaid")).toBe("open-source");
  expect(code).toBe(0);
});

test("one part unlinked, or a place that is gone, and it is class I no more", async () => {
  const manifest = spreadManifest();
  const unlinked = { ...manifest, parts: manifest.parts.filter(({ component }) => component !== "training-data") };
  expect(levelOf((await assess({ manifest: unlinked })).assessment, "mof")).not.toBe("I");
  const gone = await assess({ manifest, isDataThere: false });
  expect(levelOf(gone.assessment, "mof")).not.toBe("I");
  expect(gone.code).toBe(2);
  expect(gone.assessment.gaps.map(({ code }) => code)).toContain("not-visible");
  expect(gone.assessment.components.find(({ id }) => id === "weights")?.present).toBe(true);
});

test("named by the user, the places count; not named, they do not", async () => {
  const alone = (await assess({})).assessment;
  expect(levelOf(alone, "mof")).not.toBe("I");
  const args = ["--with", "github:acme/tiny-open-model", "--with", "hf:datasets/acme/spelled-sums"];
  const { assessment } = await assess({}, ...args);
  expect(assessment.origins.map(({ linkedBy }) => linkedBy)).toEqual(["user", "user", "user"]);
  for (const component of ["weights", "training-code", "training-data", "paper", "evaluation-results"])
    expect(assessment.components.find(({ id }) => id === component)?.present, component).toBe(true);
});

test("a gated repository yields the terms of its gate without a token", async () => {
  const prompt =
    "OWL 2 COMMUNITY LICENSE AGREEMENT\n\nBy clicking below you agree to these terms. If the products have more than 700 " +
    "million monthly active users, you must request a license. You will not use the outputs of the model to improve any " +
    "other language model.\n";
  const hub = await startHub([
    {
      id: "acme/owl-2",
      gated: "manual",
      files: { "README.md": "# Owl\n", "model.safetensors": new Uint8Array(100) },
      answer: { cardData: { license: "llama2", extra_gated_prompt: prompt } },
    },
  ]);
  const { code, stdout } = await run(["acme/owl-2", "--json"], { ...hub.environment, ASSAY_CACHE: makeFolder() });
  const assessment: Assessment = JSON.parse(stdout);
  expect(code).toBe(2);
  const [license] = assessment.licenses;
  expect(license?.path).toMatch(/#\/cardData\/extra_gated_prompt$/);
  expect(license?.terms.map(({ type, value }) => [type, value])).toEqual([
    ["acceptance", true],
    ["user-threshold", 700_000_000],
    ["outputs-may-train-others", false],
  ]);
  expect(assessment.components.find(({ id }) => id === "weights")).toMatchObject({ present: true, access: "gated" });
  expect(assessment.claims.find(({ id }) => id === "weights.license")?.value).toBe("unknown");
});

test("a place that cannot be reached is one sentence and exit code 2", async () => {
  const { code, stdout } = await run(["hf:acme/owl"], { HF_ENDPOINT: "http://127.0.0.1:1", ASSAY_CACHE: makeFolder() });
  expect(code).toBe(2);
  expect(stdout.replace(/\s+/g, " ")).toMatch(/the host refuses the connection/);
});

test("the parts are proposed by their links, and the one that links back counts", async () => {
  const card =
    "# Owl\n\nCode: <https://github.com/acme/owl>, and the <https://github.com/acme/nest> of <https://github.com/others/tool>\n";
  const hub = await startHub([{ id: "acme/owl", files: { "README.md": card } }]);
  const code = await startGitServer();
  makeRepository(code.root, "acme/owl", { "README.md": "# Owl\n\nWeights: <https://huggingface.co/acme/owl>\n" });
  makeRepository(code.root, "acme/nest", { "README.md": "# Nest\n" });
  const environment = { ...hub.environment, GITHUB_SERVER_URL: code.url, ASSAY_CACHE: makeFolder() };
  const { code: status, stdout } = await run(["find", "hf:acme/owl", "--json"], environment);
  const draft: ReleaseManifest = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(draft.parts.map(({ origin, linkedBy }) => [origin.replace(/@.*/, ""), linkedBy])).toEqual([
    ["hf:acme/owl", "user"],
    ["github:acme/owl", "publisher-both-ways"],
    ["github:acme/nest", "publisher-one-way"],
  ]);
});

test("Ctrl-C ends the command at once, with its own code and one word", async () => {
  const { url } = await serve(() => undefined);
  const child = spawn(process.execPath, [BIN, "hf:acme/owl"], {
    env: { ...process.env, HF_ENDPOINT: url, ASSAY_CACHE: makeFolder() },
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  setTimeout(() => child.kill("SIGINT"), 700);
  expect(await ended).toBe(130);
  expect(stderr).toMatch(/assay: stopped/);
});
