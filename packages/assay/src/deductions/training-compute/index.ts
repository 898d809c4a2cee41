/** How much computing a training took, in floating-point operations: as stated, or derived from size and data. */

import type { Deduction } from "../../model/plugin.ts";
import type { Claim } from "../../model/types.ts";

const ID = "training-compute.flop";

/** Operations for each parameter and token: two in the forward pass, four in the backward one (Kaplan et al. 2020, §2.1). */
const PER_PARAMETER_AND_TOKEN = 6;

/** What the rule leaves out, attention and passes over the same data, as factors on what it gives. */
const LEAST = 0.5;
const MOST = 3;

/** Of a mixture of experts each token meets a part; the smallest known is a thirtieth. */
const LEAST_OF_EXPERTS = 0.02;

/** Architectures of which it is known that every token meets every parameter. */
const DENSE =
  /^(?:Llama|Mistral|Gemma|Gemma2|GPTNeoX|GPT2|GPTJ|OPT|Bloom|Falcon|Qwen2|Qwen3|Phi|Phi3|Olmo|Olmo2|StableLm|Starcoder2|MPT|Bert|Roberta|T5|Granite|Cohere)(?:For\w+|Model|LMHeadModel)$/;

const trainingCompute: Deduction<"training-compute"> = {
  id: "training-compute",
  version: 1,
  needs: [
    "training-compute.stated",
    "weights.parameters",
    "parameters.stated",
    "parameters-active.stated",
    "training-data.tokens",
    "architecture.name",
  ],
  answers: ID,
  derive(claims) {
    const stated = claims.get("training-compute.stated");
    if (typeof stated?.value === "number")
      return { id: ID, about: "*", value: stated.value, unit: "FLOP", evidence: stated.evidence };
    const { parameters, isMet } = findParameters(claims);
    const tokens = claims.get("training-data.tokens");
    if (stated?.because === "conflicting" || typeof parameters?.value !== "number" || typeof tokens?.value !== "number")
      return leaveOpen([stated, parameters, tokens]);
    const value = round(PER_PARAMETER_AND_TOKEN * parameters.value * tokens.value);
    const range = [round(value * (isMet ? LEAST : LEAST_OF_EXPERTS)), round(value * MOST)] as const;
    const evidence = [...new Set([...parameters.evidence, ...tokens.evidence])];
    return { id: ID, about: "*", value, unit: "FLOP", range, evidence };
  },
};

/** Parameters, and whether it is known that every token meets them. */
interface Parameters {
  readonly parameters: Claim | undefined;
  readonly isMet: boolean;
}

/** Those that each token meets where they are stated, else those that were counted, else those that are stated. */
function findParameters(claims: ReadonlyMap<string, Claim>): Parameters {
  const [active, counted, stated] = ["parameters-active.stated", "weights.parameters", "parameters.stated"].map((id) =>
    claims.get(id),
  );
  const all = typeof counted?.value === "number" ? counted : stated;
  if (typeof active?.value === "number" && typeof all?.value === "number" && active.value <= all.value)
    return { parameters: active, isMet: true };
  const architecture = claims.get("architecture.name");
  return { parameters: all, isMet: typeof architecture?.value === "string" && DENSE.test(architecture.value) };
}

/** To the digits that the factors have, so that no binary fraction shows. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

/** Open for the reason of what is stated, or of the first that is missing. */
function leaveOpen(claims: readonly (Claim | undefined)[]): Claim {
  const conflicting = claims.find((claim) => claim?.because === "conflicting");
  const because = conflicting?.because ?? "not-observed";
  return { id: ID, about: "*", value: "unknown", because, evidence: conflicting?.evidence ?? [] };
}

export default trainingCompute;
