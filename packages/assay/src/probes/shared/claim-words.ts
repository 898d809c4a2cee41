/** What a claim on a disclosure is about, in words that follow "README.md tells". */
const CLAIM_WORDS: Readonly<Record<string, string>> = {
  "accelerator-hours.stated": "how many hours accelerators ran",
  "architecture.described": "how the model is built",
  "base-model.declared": "what it was made from",
  "bias-risks.described": "of biases and risks",
  "carbon.stated": "what carbon was emitted",
  "changelog.published": "what changed between versions",
  "checksums.published": "checksums",
  "contact.given": "whom to ask",
  "data-information.described": "of the training data",
  "data-opt-out.described": "how owners of data could opt out",
  "data-provenance.kinds": "where its data come from",
  "data-sources.linked": "where its data sources lie",
  "data-sources.named": "which data sources it has",
  "energy.stated": "how much energy was used",
  "evaluation.benchmarks": "a result of a benchmark",
  "evaluation.reproducible": "how to repeat its evaluation",
  "hardware.described": "on which hardware it was trained",
  "hyperparameters.disclosed": "settings of its training",
  "incident-route.given": "where to report incidents",
  "inputs-outputs.described": "what goes in and what comes out",
  "intended-use.described": "what it is meant for",
  "languages.named": "its languages",
  "limitations.described": "of its limits",
  "model-size.described": "how large the model is",
  "out-of-scope-use.described": "what it is not meant for",
  "parameters.stated": "how many parameters it has",
  "parameters-active.stated": "how many parameters each token meets",
  "red-team.described": "how it was attacked in tests",
  "release-date.stated": "when it was released",
  "safety-evaluation.reported": "how its safety was tested",
  "signature.published": "signatures",
  "tokenizer.published": "its tokenizer",
  "training-content-summary.published": "a summary of what it was trained on",
  "training-compute.stated": "how much computing its training took",
  "training-data.tokens": "how many tokens it was trained on",
  "training-procedure.described": "how it was trained",
  "training-stages.described": "in which stages it was trained",
  "training-time.stated": "how long its training took",
  "usage.described": "how to use it",
  "use-policy.published": "a policy of use",
  "versioning.described": "how versions are told apart",
};

/** What a claim is about, in words; the claim itself where it has none. */
export function wordsOf(claim: string): string {
  return Object.hasOwn(CLAIM_WORDS, claim) ? (CLAIM_WORDS[claim] ?? claim) : claim;
}

/** A value as people read it: digits of long numbers in threes. */
export function sayValue(value: string | number | boolean): string {
  return typeof value === "number" ? String(value).replace(/\B(?=(?:\d{3})+$)/g, ",") : String(value);
}
