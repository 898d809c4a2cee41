import { expect, test } from "vitest";
import { licenseText } from "../../../test/support/license-text.ts";
import { ask, makeSafetensors, type Sketch } from "../../../test/support/release.ts";
import { RIGHTS_QUESTIONS } from "../../model/rights.ts";
import probe from "./index.ts";

const MIT = licenseText("MIT");
const WEIGHTS = { "model.safetensors": makeSafetensors({ a: 2 }) };

/** Answers by question, with the reason where one stays open. */
async function answers(sketch: Sketch): Promise<Readonly<Record<string, unknown>>> {
  const claims = await ask(probe, sketch);
  return Object.fromEntries(
    RIGHTS_QUESTIONS.map(({ id }) => {
      const claim = claims.get(`rights.${id}`);
      return [id, claim?.because ?? claim?.value];
    }),
  );
}

function tagged(license: string, more: Readonly<Record<string, string>> = {}): Sketch {
  return { files: { ...WEIGHTS, "README.md": `---\nlicense: ${license}\n---\n# Owl\n`, ...more } };
}

test("a licence whose every clause is known answers by what it does not forbid", async () => {
  expect(await answers({ files: { ...WEIGHTS, LICENSE: MIT } })).toEqual({
    sell: "yes",
    scale: "yes",
    country: "yes",
    purpose: "yes",
    service: "yes",
    outputs: "yes",
    adapt: "yes",
    "own-terms": "yes",
    name: "no",
    change: "no",
  });
});

test("a clause is quoted at its line, with the digest of the file", async () => {
  const claims = await ask(probe, { files: { ...WEIGHTS, LICENSE: MIT } });
  const [id] = claims.get("rights.sell")?.evidence ?? [];
  const seen = claims.seen.evidence.find((one) => one.id === id);
  expect(seen).toMatchObject({
    code: "term",
    basis: "measured",
    at: { path: "LICENSE", line: 5 },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const { start = 0, end = 0 } = (seen?.at ?? {}) as { readonly start?: number; readonly end?: number };
  expect(new TextDecoder().decode(new TextEncoder().encode(MIT).slice(start, end))).toContain("without restriction");
});

test("a text with one clause more forbids what it says and permits nothing", async () => {
  const altered = `${MIT}\nThe Software may not be used for any commercial purposes.\n`;
  expect(await answers({ files: { ...WEIGHTS, LICENSE: altered } })).toMatchObject({
    sell: "no",
    scale: "unidentified",
    country: "unidentified",
    adapt: "unidentified",
    change: "unidentified",
  });
});

test("an unknown text permits nothing", async () => {
  const own = "You may use, change and pass on these weights for any purpose, also commercial ones.\n";
  const all = await answers({ files: { ...WEIGHTS, LICENSE: own } });
  expect(Object.values(all).filter((answer) => answer === "yes")).toEqual([]);
  expect(all.change).toBe("unidentified");
});

test("a licence that is only named answers by its known clauses", async () => {
  expect(await answers(tagged("cc-by-nc-4.0"))).toMatchObject({ sell: "no", scale: "yes", country: "yes" });
  expect(await answers(tagged("llama2"))).toMatchObject({
    sell: "depends",
    scale: "depends",
    country: "yes",
    purpose: "no",
    outputs: "no",
    change: "yes",
  });
});

test("a policy that a licence makes part of itself counts where it is not in the release", async () => {
  const claims = await ask(probe, tagged("llama3.2"));
  expect(claims.get("rights.country")?.value).toBe("depends");
  const cited = claims.get("rights.country")?.evidence ?? [];
  const [seen] = claims.seen.evidence.filter(({ id }) => cited.includes(id));
  expect(seen).toMatchObject({ at: { path: "README.md", line: 2 }, args: { type: "territory-excluded", value: "EU" } });
  expect(seen?.message).toContain("Llama 3.2 Acceptable Use Policy");
});

test("of licences that hold at once the strictest answers, of a choice the mildest", async () => {
  expect((await answers(tagged("MIT AND CC-BY-NC-4.0"))).sell).toBe("no");
  expect((await answers(tagged("MIT OR CC-BY-NC-4.0"))).sell).toBe("yes");
});

test("terms that contradict each other forbid what one of them forbids, and permit nothing", async () => {
  expect(await answers(tagged("cc-by-nc-4.0", { LICENSE: MIT }))).toMatchObject({
    sell: "no",
    country: "conflicting",
  });
});

test("what is open where no limit applies is told: duties, and terms that are not known", async () => {
  const tell = async (release: Sketch): Promise<unknown> => {
    const { seen } = await ask(probe, release);
    return seen.evidence.filter(({ code }) => code === "right-within-limits").map(({ args }) => args);
  };
  const limit = "If you have more than 1 million monthly active users, you must request a licence from us.";
  const altered = { files: { ...WEIGHTS, LICENSE: `${MIT}\n${limit}\n` } };
  expect(await tell(altered)).toMatchObject([
    { right: "sell", answer: "unknown" },
    { right: "scale", answer: "unknown" },
    { right: "own-terms", answer: "unknown" },
  ]);
  expect(await tell(tagged("llama2"))).toEqual([]);
});

test("who does not mean to sell is told what else is not known", async () => {
  const tell = async (release: Sketch): Promise<unknown> => {
    const { seen } = await ask(probe, release);
    return seen.evidence.filter(({ code }) => code === "right-for-other-use").map(({ args }) => args);
  };
  const altered = `${MIT}\nThe Software may not be used for any commercial purposes.\n`;
  expect(await tell({ files: { ...WEIGHTS, LICENSE: altered } })).toMatchObject([{ right: "sell", answer: "unknown" }]);
  expect(await tell(tagged("cc-by-nc-4.0"))).toEqual([]);
  expect(await tell(tagged("mit"))).toEqual([]);
});

test("changes may have terms of their own where changing is granted and nothing binds what is made", async () => {
  const own = async (license: string): Promise<unknown> => (await answers(tagged(license)))["own-terms"];
  expect(await own("apache-2.0")).toBe("yes");
  expect(await own("cc-by-nd-4.0")).toBe("no");
  expect(await own("gpl-3.0")).toBe("no");
  expect(await own("cc-by-nc-4.0")).toBe("depends");
  expect(await own("llama2")).toBe("no");
  const claims = await ask(probe, {
    files: { ...WEIGHTS, "README.md": "---\nlicense: other\nlicense_name: stability-ai-community\n---\n# Owl\n" },
  });
  expect(["no", "unknown"]).toContain(claims.get("rights.own-terms")?.value);
});

test("what the base's licence denies, no milder licence of what was made from it permits", async () => {
  const tuned = (base: string, license = "apache-2.0"): Sketch => ({
    files: { ...WEIGHTS, "README.md": `---\nlicense: ${license}\nbase_model: ${base}\n---\n# Owl\n` },
  });
  expect(await answers(tuned("meta-llama/Llama-2-7b-hf"))).toMatchObject({
    sell: "depends",
    scale: "depends",
    outputs: "no",
    purpose: "no",
    country: "yes",
  });
  expect(await answers(tuned("Qwen/Qwen2.5-3B"))).toMatchObject({ sell: "no" });
  expect(await answers(tuned("acme/owl"))).toMatchObject({ sell: "yes", scale: "yes" });
  const claims = await ask(probe, tuned("meta-llama/Llama-2-7b-hf"));
  const [id] = claims.get("rights.scale")?.evidence ?? [];
  expect(claims.seen.evidence.find((one) => one.id === id)).toMatchObject({
    at: { path: "README.md", line: 3 },
    message: expect.stringContaining("of meta-llama/Llama-2-7b-hf"),
  });
});

test("without weights every question stays open, and what stands here is told", async () => {
  const claims = await ask(probe, { files: { LICENSE: MIT } });
  const claim = claims.get("rights.sell");
  expect(claim).toMatchObject({ value: "unknown", because: "elsewhere" });
  const told = claims.seen.evidence.filter(({ id }) => claim?.evidence.includes(id));
  expect(told[0]).toMatchObject({ code: "right-by-terms-here", args: { answer: "yes" } });
});

test("without a licence nothing is answered", async () => {
  const claims = await ask(probe, { files: WEIGHTS });
  expect(claims.get("rights.sell")).toMatchObject({ value: "unknown", because: "not-observed", evidence: [] });
});
