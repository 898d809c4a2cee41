/** What a document has to tell, claim by claim: where it is written, and what it could say. */

import type { Addition } from "./parts.ts";

const CARD = "README.md";

/** A passage of a card: its name, its heading, and a sentence that would do. */
function passage(what: string, heading: string, example: string): Addition {
  return { what, where: `${CARD}, section "${heading}"`, example, work: 2 };
}

/** By the claim that the passage answers. */
export const PASSAGES: Readonly<Record<string, Addition>> = {
  "architecture.described": passage(
    "the architecture in words",
    "Architecture",
    "A decoder of 24 layers with grouped attention.",
  ),
  "base-model.declared": {
    what: "what it was made from",
    where: `${CARD}, front matter`,
    example: "base_model: ORG/NAME, or a sentence that it was trained from scratch",
    work: 1,
  },
  "base-weights.published": {
    what: "where the weights of the base lie",
    where: `${CARD}, front matter, or a part of release.json`,
    example: "base_model: ORG/NAME, at a revision that anybody can download",
    work: 1,
  },
  "base-weights.offered": {
    what: "where the weights of the base can be had",
    where: `${CARD}, front matter, or a part of release.json`,
    example: "base_model: ORG/NAME, at a revision that anybody can download",
    work: 1,
  },
  "base-data.published": {
    what: "where the data of the base lie",
    where: `${CARD}, section "Training data", or a part of release.json`,
    example: "the data set that the base was trained on, at a revision",
    work: 1,
  },
  "bias-risks.described": passage(
    "bias and risks",
    "Bias and risks",
    "It repeats stereotypes of its sources; we measured …",
  ),
  "carbon.stated": {
    ...passage(
      "the carbon that training emitted",
      "Environmental impact",
      "Training emitted about 1.2 t of CO2 equivalents.",
    ),
    work: 3,
  },
  "changelog.published": {
    what: "a list of changes",
    where: "CHANGELOG.md",
    example: "1.1 (2026-03): tuned on 20,000 more dialogues",
    work: 2,
  },
  "checksums.published": {
    what: "digests of the weights",
    where: "SHA256SUMS",
    example: "sha256sum *.safetensors > SHA256SUMS",
    work: 1,
  },
  "code.documented": {
    ...passage("how the code is used", "Usage", "What each script reads, does and writes."),
    work: 4,
  },
  "data-information.collection": passage(
    "how the data were collected",
    "Data collection",
    "Taken from … in May 2025, by …",
  ),
  "data-information.described": passage(
    "the data it was trained on",
    "Training data",
    "120 GB of Dutch newspapers from 1850 to 1950.",
  ),
  "data-information.labelling": passage(
    "how the data were labelled",
    "Annotation",
    "Twelve paid annotators, two for each example.",
  ),
  "data-information.personal-data": passage(
    "personal data in it",
    "Personal data",
    "Addresses and telephone numbers were removed with …",
  ),
  "data-information.preprocessing": passage(
    "how the data were prepared",
    "Preprocessing",
    "Doubles removed by hashes of paragraphs; pages under 200 words left out.",
  ),
  "data-information.sufficient": {
    what: "all that is needed to rebuild the training data",
    where: "DATA_CARD.md, with sections on sources, collection, preprocessing and labelling",
    example: "each source with its address and date, and each filter in its order",
    work: 6,
  },
  "data-opt-out.described": passage(
    "how reservations of rights are kept",
    "Copyright",
    "The crawler obeys robots.txt; sites that opted out were removed.",
  ),
  "data-provenance.kinds": passage(
    "which kinds of sources the data have",
    "Data sources",
    "Public data sets, a crawl of the web, synthetic dialogues.",
  ),
  "data-sources.linked": passage(
    "links to the sources of the data",
    "Data sources",
    "ORG/NAME on the model hub, revision …",
  ),
  "data-sources.named": passage(
    "the sources of the data by name",
    "Data sources",
    "Wikipedia of 2025-03, Project Gutenberg, …",
  ),
  "energy.stated": {
    ...passage("the energy that training took", "Environmental impact", "Training took 42 MWh."),
    work: 3,
  },
  "evaluation.benchmarks": passage("benchmarks by name", "Evaluation", "ARC-Easy: 61.2; HellaSwag: 48.0."),
  "evaluation.reproducible": {
    ...passage("how the evaluations are repeated", "Evaluation", "Commit, command, prompts and seeds of each."),
    work: 5,
  },
  "hardware.described": passage("the hardware", "Training", "16 accelerators with 80 GB each, on two machines."),
  "hyperparameters.disclosed": passage(
    "the hyperparameters",
    "Hyperparameters",
    "Learning rate 3e-4, batch 512, 20,000 steps, AdamW.",
  ),
  "incident-route.given": {
    what: "where to report a weakness",
    where: "SECURITY.md",
    example: "Write to security@ your domain; we answer within five days.",
    work: 1,
  },
  "contact.given": { ...passage("a contact", "Contact", "An address that somebody reads."), work: 1 },
  "inputs-outputs.described": passage(
    "inputs and outputs",
    "Inputs and outputs",
    "Text of at most 4,096 tokens in, text out.",
  ),
  "intended-use.described": passage("what it is for", "Intended use", "Summaries of Dutch municipal records."),
  "languages.named": { what: "its languages", where: `${CARD}, front matter`, example: "language: [en, nl]", work: 1 },
  "limitations.described": passage("its limits", "Limitations", "Dates before 1900 are often wrong."),
  "making-code.described": {
    ...passage("how the code that makes it is used", "Training", "python train.py --config 7b.yaml, on two machines."),
    work: 3,
  },
  "model-size.described": { ...passage("its size", "Architecture", "7 billion parameters."), work: 1 },
  "data-composition.told": passage("what its data consist of", "Training data", "60 % English, 25 % code, 15 % Dutch."),
  "data-bias.measures": passage("how its data were searched for bias", "Bias", "Filtered by …, and measured with …"),
  "monetisation.absent": {
    ...passage(
      "that nothing needed to use it costs money or data",
      "Access",
      "Free of charge; paid support is a choice.",
    ),
    work: 1,
  },
  "gate.is-only-verification": {
    ...passage("what the gate is for", "Access", "It asks for a name alone, of everybody alike."),
    work: 1,
  },
  "use-restrictions.proportionate": passage(
    "why uses are restricted",
    "Restrictions of use",
    "Each restriction, and the risk to safety that it answers.",
  ),
  "modification.is-minor": passage(
    "the compute of the changes",
    "Compute",
    "Tuning took 3e19 FLOP, of 2.1e22 for the base.",
  ),
  "package.released": {
    what: "a package that installs it",
    where: "pyproject.toml or package.json",
    example: "one command installs it, on a registry that everybody reaches",
    work: 10,
  },
  "api.offered": passage("an interface over the network", "API", "Its address and its conditions."),
  "api.open": passage(
    "an interface over the network without conditions",
    "API",
    "Its address; nobody has to register.",
  ),
  "paper.reviewed": passage("that the paper was reviewed", "Citation", "Where it appeared, with its DOI."),
  "open-runtime.loads": {
    what: "a format that open runtimes load by themselves",
    where: "model.gguf, or a model_type that the transformers library knows, without code of its own",
    example: "convert the checkpoint and publish both",
    work: 20,
  },
  "out-of-scope-use.described": passage("what it is not for", "Out-of-scope use", "Not for decisions about people."),
  "policy.remote": {
    what: "terms that are all in the release",
    where: "USE_POLICY.md instead of an address",
    example: "put the policy of that day beside the licence",
    work: 4,
  },
  "red-team.described": {
    ...passage("who tried to break it", "Red teaming", "Six people over two weeks; what they found."),
    work: 8,
  },
  "release-date.stated": { ...passage("the date of release", "Release", "Released on 2026-03-01."), work: 1 },
  "remote-code.needed": {
    what: "loading without code of its own",
    where: "an architecture that open runtimes know",
    example: "config.json without auto_map",
    work: 20,
  },
  "safety-evaluation.reported": {
    ...passage("evaluations of safety", "Safety evaluation", "Refusals on 500 harmful prompts: 93 %."),
    work: 8,
  },
  "signature.published": {
    what: "a signature over the files",
    where: "model.sig",
    example: "sign the manifest of all files with the publisher's key",
    work: 4,
  },
  "tokenizer.published": {
    what: "the tokeniser",
    where: "tokenizer.json",
    example: "the file that the training used",
    work: 5,
  },
  "training-compute.flop": passage("the compute of training", "Compute", "Training took 2.1e22 FLOP."),
  "training-compute.stated": passage("the compute of training", "Compute", "Training took 2.1e22 FLOP."),
  "training-content-summary.published": {
    what: "the public summary of the training content",
    where: "training-content-summary.md, by the Commission's template",
    example: "its three parts: general information, list of data sources, data processing",
    work: 8,
  },
  "training-data.tokens": {
    ...passage("the size of the training data", "Training data", "1.2 trillion tokens."),
    work: 1,
  },
  "training-procedure.described": {
    ...passage("how it was trained", "Training procedure", "Next tokens, three epochs, cosine schedule."),
    work: 3,
  },
  "training-stages.described": {
    ...passage(
      "the stages of training",
      "Training procedure",
      "Pretraining, then tuning on dialogues, then preferences.",
    ),
    work: 3,
  },
  "training-time.stated": { ...passage("how long training took", "Compute", "Nine days."), work: 1 },
  "usage.described": passage("how it is used", "Usage", "Ten lines that load it and answer a prompt."),
  "tuning-code.published": {
    what: "the code that tunes it",
    where: "finetune/",
    example: "the script that made the released model, with its settings",
    work: 10,
  },
  "use-policy.published": {
    what: "a policy of use",
    where: "USE_POLICY.md",
    example: "what users agree not to do with it",
    work: 3,
  },
  "versioning.described": {
    ...passage("how versions are numbered", "Versions", "1.x change weights alone; 2.0 changes the tokeniser."),
    work: 1,
  },
  "weights.license-told": {
    ...passage("the licence of the weights", "License", "The weights are released under Apache-2.0."),
    work: 1,
  },
  "weights.license-stated": {
    ...passage("the licence of the weights", "License", "The weights and the code are released under Apache-2.0."),
    work: 1,
  },
  "weights.offered": {
    what: "the weights, or where they can be had and by whom",
    where: "model.safetensors, or README.md",
    example: "a link to the files, which anybody can download",
    work: 2,
  },
  "weights.safe-format": {
    what: "weights in a format that cannot run code",
    where: "model.safetensors instead of pickles",
    example: "load once in a closed environment, save as safetensors",
    work: 10,
  },
};
