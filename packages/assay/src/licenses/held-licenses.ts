/** Facts about licences that models, data sets and files are published under, each with the place that says so. */

/** A fact that somebody can look up: the licence under which repositories of these names are published. */
export interface HeldLicense {
  /** Names on the model hub, whole and in any letter case. */
  readonly names: RegExp;
  /** Ids of licences. Several are revisions of one, of which it is not said which applies. */
  readonly ids: readonly [string, ...string[]];
  /** `owner/repository@commit:path`, or the address of a page of the publisher. */
  readonly source: string;
}

const OSAI = "Language-Technology-Assessment/main-database@376230f18fa16f9d6da6fba8aeb210402c359be7";
const LLAMA = "meta-llama/llama-models@a9c89c471f793423afd4cc3ca8671d6e56fe64cb";
const QWEN25 = "QwenLM/qwenlm.github.io@6be984687d21562d19c3f632fb17808850abd95d:content/blog/qwen2.5/index.md";
const DOCKER = "docker/model-cards@a433166c03450ffd61caae3d459c83f9e2c5b6bb";
const FLUX = "black-forest-labs/flux@802fb4713906133fcbd0d8dc5351620ca4773036";
const STABILITY = "Stability-AI/generative-models@0ad7de9a5cb53fd63d6d30a4f385485e72e08597";

const GEMMA: HeldLicense["ids"] = ["LicenseRef-gemma-2024-04-01", "LicenseRef-gemma-2025-03-24"];
const FLUX_DEV: HeldLicense["ids"] = ["LicenseRef-flux-1-dev-non-commercial", "LicenseRef-flux-1-nc"];

type Row = readonly [names: RegExp, ids: HeldLicense["ids"], source: string];

/**
 * Models by version: one publisher changes its licence from one to the next. Guards of Llama are left out: their pages and
 * their repository name different licences.
 */
const MODELS: readonly Row[] = [
  [/^meta-llama\/Llama-2-\d+b(?:-chat)?(?:-hf)?$/i, ["LicenseRef-llama2"], `${LLAMA}:models/llama2/LICENSE`],
  [
    /^(?:meta-llama|codellama)\/CodeLlama-\d+b(?:-Instruct|-Python)?(?:-hf)?$/i,
    ["LicenseRef-llama2"],
    `${OSAI}:CodeLlama.yaml`,
  ],
  [/^meta-llama\/Meta-Llama-3-\d+B(?:-Instruct)?$/i, ["LicenseRef-llama3"], `${LLAMA}:models/llama3/LICENSE`],
  [
    /^meta-llama\/(?:Meta-)?Llama-3\.1-\d+B(?:-Instruct)?(?:-FP8)?$/i,
    ["LicenseRef-llama3.1"],
    `${LLAMA}:models/llama3_1/LICENSE`,
  ],
  [
    /^meta-llama\/Llama-3\.2-\d+B(?:-Vision)?(?:-Instruct)?$/i,
    ["LicenseRef-llama3.2"],
    `${LLAMA}:models/llama3_2/LICENSE`,
  ],
  [/^meta-llama\/Llama-3\.3-70B-Instruct$/i, ["LicenseRef-llama3.3"], `${LLAMA}:models/llama3_3/LICENSE`],
  [
    /^meta-llama\/Llama-4-(?:Scout-17B-16E|Maverick-17B-128E)(?:-Instruct)?(?:-FP8)?$/i,
    ["LicenseRef-llama4"],
    `${LLAMA}:models/llama4/LICENSE`,
  ],
  [/^google\/gemma-2-2b(?:-it|-jpn-it)?$/i, GEMMA, `${OSAI}:Gemma Japanese.yaml`],
  [/^google\/gemma-3-(?:270m|1b|4b|12b|27b)(?:-it|-pt)?$/i, GEMMA, `${DOCKER}:ai/gemma3.md`],
  [/^google\/gemma-3n-E[24]B(?:-it)?$/i, GEMMA, `${DOCKER}:ai/gemma3n.md`],
  [/^google\/codegemma-(?:1\.1-)?[27]b(?:-it)?$/i, GEMMA, `${OSAI}:CodeGemma.yaml`],
  [/^google\/gemma-4-[\w.-]+$/i, ["Apache-2.0"], "https://ai.google.dev/edge/litert-lm/models/gemma-4"],
  [/^Qwen\/Qwen2\.5-3B(?:-Instruct)?(?:-AWQ|-GPTQ-Int[48]|-GGUF)?$/i, ["LicenseRef-qwen-research"], QWEN25],
  [/^Qwen\/Qwen2\.5-(?:Math-)?72B(?:-Instruct)?(?:-AWQ|-GPTQ-Int[48]|-GGUF)?$/i, ["LicenseRef-qwen"], QWEN25],
  [
    /^Qwen\/Qwen2\.5-(?:(?:0\.5|1\.5|7|14|32)B|Coder-(?:1\.5|7)B|Math-(?:1\.5|7)B)(?:-Instruct)?(?:-AWQ|-GPTQ-Int[48]|-GGUF)?$/i,
    ["Apache-2.0"],
    QWEN25,
  ],
  [
    /^Qwen\/Qwen3-(?:0\.6|1\.7|4|8|14|32|30B-A3|235B-A22)B(?:-Base|-Instruct-2507|-Thinking-2507)?(?:-FP8|-AWQ|-GGUF|-GPTQ-Int4)?$/i,
    ["Apache-2.0"],
    "QwenLM/Qwen3@7a2f61ffc7a20d47efcd2bf97f6f2bf52729042e:README.md",
  ],
  [/^black-forest-labs\/FLUX\.1-(?:[A-Z][a-z]+-)?dev(?:-lora)?$/i, FLUX_DEV, `${FLUX}:README.md`],
  [/^black-forest-labs\/FLUX\.1-schnell$/i, ["Apache-2.0"], `${FLUX}:README.md`],
  [
    /^black-forest-labs\/FLUX\.2-dev$/i,
    ["LicenseRef-flux-2-dev-non-commercial"],
    "black-forest-labs/flux2@ab7cca68018ad3ceadcace9d6ecb1bc1f6f46b4e:model_licenses/LICENSE-FLUX-DEV",
  ],
  [
    /^openai\/gpt-oss-(?:20|120)b$/i,
    ["Apache-2.0"],
    "openai/gpt-oss@0492bd3e037807f434a09583c9ac46d8757b5c4d:README.md",
  ],
  [/^openai\/whisper-[\w.-]+$/i, ["MIT"], "openai/whisper@c0d2f624c09dc18e709e37c2ad90c039a4eb72a2:README.md"],
  [/^mistralai\/Mistral-7B-Instruct-v0\.2$/i, ["Apache-2.0"], `${DOCKER}:ai/mistral.md`],
  [/^mistralai\/Mistral-Nemo-Instruct-2407$/i, ["Apache-2.0"], `${DOCKER}:ai/mistral-nemo.md`],
  [
    /^moonshotai\/Kimi-K2-(?:Base|Instruct)$/i,
    ["LicenseRef-kimi-k2"],
    "MoonshotAI/Kimi-K2@c6157be8531e1c52f5dfd3bb91a1275b089eac50:LICENSE",
  ],
  [
    /^moonshotai\/Kimi-K2\.5$/i,
    ["LicenseRef-kimi-k2.5"],
    "MoonshotAI/Kimi-K2.5@3e60763b943e93c443287c383e0468ffe05b188f:LICENSE",
  ],
  [
    /^MiniMaxAI\/MiniMax-M2$/i,
    ["LicenseRef-minimax-m2"],
    "MiniMax-AI/MiniMax-M2@2e575efec12773cdc5d811341089512452bfb468:LICENSE",
  ],
  [
    /^MiniMaxAI\/MiniMax-(?:Text|VL)-01$/i,
    ["LicenseRef-minimax-model"],
    "MiniMax-AI/MiniMax-01@57cf223b177e99636c7711a0f179e9fdc9c38e8a:LICENSE-MODEL",
  ],
  [
    /^MiniMaxAI\/MiniMax-M1-(?:40|80)k$/i,
    ["Apache-2.0"],
    "MiniMax-AI/MiniMax-M1@2abb4f45a9df4154b4bde024d51874bd127edcee:LICENSE",
  ],
  [
    /^deepseek-ai\/DeepSeek-V3(?:-Base)?$/i,
    ["LicenseRef-deepseek-license-1.0"],
    "deepseek-ai/DeepSeek-V3@9b4e9788e4a3a731f7567338ed15d3ec549ce03b:LICENSE-MODEL",
  ],
  [
    /^deepseek-ai\/DeepSeek-V2(?:-Chat|-Lite|-Lite-Chat)?$/i,
    ["LicenseRef-deepseek-license-1.0"],
    "deepseek-ai/DeepSeek-V2@ec98ee3cbffc32104cd55dba8af884b3d772602a:LICENSE-MODEL",
  ],
  [
    /^deepseek-ai\/deepseek-llm-(?:7|67)b-(?:base|chat)$/i,
    ["LicenseRef-deepseek-license-1.0"],
    "deepseek-ai/DeepSeek-LLM@6712a86bfb7dd25c73383c5ad2eb7a8db540258b:LICENSE-MODEL",
  ],
  [
    /^deepseek-ai\/DeepSeek-R1(?:-Zero|-Distill-Qwen-(?:1\.5|7|14|32)B)?$/i,
    ["MIT"],
    "deepseek-ai/DeepSeek-R1@0cf78561f1d51c84a21b2190626b21116d5c68bb:README.md",
  ],
  [/^deepseek-ai\/DeepSeek-V3\.2-Speciale$/i, ["MIT"], `${OSAI}:deepseek-v3.yaml`],
  [/^allenai\/Olmo-3\.1-32B-Think$/i, ["Apache-2.0"], `${OSAI}:OLMo.yaml`],
  [
    /^EleutherAI\/pythia-[\w.]+(?:-deduped)?(?:-v0)?$/i,
    ["Apache-2.0"],
    "EleutherAI/pythia@a19eecb807ec2c79a39ebf18108816e6ffffc1d5:README.md",
  ],
  [/^microsoft\/phi-4$/i, ["MIT"], `${DOCKER}:ai/phi4.md`],
  [/^microsoft\/Phi-4-reasoning$/i, ["MIT"], `${OSAI}:Phi.yaml`],
  [
    /^(?:CompVis\/stable-diffusion-v1-[1-4]|(?:runwayml|stable-diffusion-v1-5)\/stable-diffusion-v1-5)$/i,
    ["LicenseRef-creativeml-openrail-m"],
    "CompVis/stable-diffusion@21f890f9da3cfbeaba8e2ac3c425ee9e998d5229:LICENSE",
  ],
  [
    /^stabilityai\/stable-diffusion-xl-(?:base|refiner)-1\.0$/i,
    ["LicenseRef-openrail-plus-plus"],
    `${STABILITY}:model_licenses/LICENSE-SDXL1.0`,
  ],
  [/^stabilityai\/stable-diffusion-3\.5-large$/i, ["LicenseRef-stability-community"], `${OSAI}:stable-diffusion.yaml`],
  [
    /^bigscience\/bloom(?:-\w+)?$/i,
    ["LicenseRef-bigscience-bloom-rail-1.0"],
    "bigscience-workshop/model_card@9f15dce8b4910bb63127b945ab0db75c9729ff21:README.md",
  ],
  [/^bigcode\/starcoder2-15b-instruct-v0\.1$/i, ["LicenseRef-bigcode-openrail-m"], `${OSAI}:StarCoder.yaml`],
  [
    /^tiiuae\/falcon-11B$/i,
    ["LicenseRef-falcon-2-11b"],
    "aboutcode-org/scancode-licensedb@053a651f5e0182bec226b90c4ad47a709da8687b:docs/falcon-2-11b-1.0.LICENSE",
  ],
  [
    /^01-ai\/Yi-(?:1\.5-)?(?:6|9|34)B(?:-Chat|-200K)?(?:-16K)?(?:-4bits|-8bits)?$/i,
    ["Apache-2.0"],
    "01-ai/Yi@f73194cc16e82df438bc01240b8e4b622209f3eb:README.md",
  ],
  [
    /^databricks\/dbrx-(?:base|instruct)$/i,
    ["LicenseRef-databricks-open-model"],
    "databricks/dbrx@a3200393e678387a6f30f3e903108c650625eb21:LICENSE",
  ],
  [/^HuggingFaceTB\/SmolLM3-3B(?:-Base)?$/i, ["Apache-2.0"], `${OSAI}:smollm.yaml`],
  [
    /^ibm-granite\/granite-3\.0-[\w-]+-(?:base|instruct)$/i,
    ["Apache-2.0"],
    "ibm-granite/granite-3.0-language-models@5960b7fb3308588bf5f86348278ec9d6015ab647:README.md",
  ],
  [
    /^(?:google-bert\/)?bert-(?:base|large)-(?:un)?cased$/i,
    ["Apache-2.0"],
    "google-research/bert@eedf5716ce1268e56f0a50264a88cafad334ac61:README.md",
  ],
  [
    /^depth-anything\/Depth-Anything-V2-Small(?:-hf)?$/i,
    ["Apache-2.0"],
    "DepthAnything/Depth-Anything-V2@a561b849ebae10a6f5ef49e26c83cbbcd36c71bf:README.md",
  ],
  [
    /^depth-anything\/Depth-Anything-V2-(?:Base|Large|Giant)(?:-hf)?$/i,
    ["CC-BY-NC-4.0"],
    "DepthAnything/Depth-Anything-V2@a561b849ebae10a6f5ef49e26c83cbbcd36c71bf:README.md",
  ],
  [
    /^facebook\/dinov2-(?:small|base|large|giant)$/i,
    ["Apache-2.0"],
    "facebookresearch/dinov2@b8931f7bf91576930313be2c6d6af376033b35f0:README.md",
  ],
  [
    /^facebook\/sam-vit-(?:base|large|huge)$/i,
    ["Apache-2.0"],
    "facebookresearch/segment-anything@dca509fe793f601edb92606367a655c15ac00fdf:README.md",
  ],
  [
    /^(?:THUDM|zai-org)\/chatglm-6b$/i,
    ["LicenseRef-chatglm-6b"],
    "THUDM/ChatGLM-6B@401bf3a8a7dd8a26fba189551dccfc61a7079b4e:README.md",
  ],
  [
    /^(?:THUDM|zai-org)\/glm-4v?-9b(?:-chat)?(?:-1m)?(?:-hf)?$/i,
    ["LicenseRef-glm-4"],
    "THUDM/GLM-4@02831d280b314ac8aeafbcbb6c1c12229d2411ec:README_en.md",
  ],
  [
    /^openbmb\/MiniCPM(?:3-4B|4(?:\.1)?-(?:0\.5|8)B)$/i,
    ["Apache-2.0"],
    "OpenBMB/MiniCPM@0fcc3d08330ee612d59d58e312a778ae78165d97:README.md",
  ],
  [/^snakers4\/silero-vad$/i, ["MIT"], "snakers4/silero-vad@806dcba3f0b5d95282d0889a074954a2f8c6397b:LICENSE"],
];

const HUB_CARDS = "huggingface/datasets@a0b6402e8f32a806b1ef0ff4b99fd58e54232d49:datasets";

/** Data sets. A card that lists several licences for its parts is none of these. */
const DATASETS: readonly Row[] = [
  [/^tatsu-lab\/alpaca$/i, ["CC-BY-NC-4.0"], "databrickslabs/dolly@03bf3852daa42e6091a39483dda0714c02de7382:README.md"],
  [
    /^yahma\/alpaca-cleaned$/i,
    ["CC-BY-NC-4.0"],
    "gururise/AlpacaDataCleaned@019caaea3c1da4288a2858ecc22210a2d2caa11f:README.md",
  ],
  [
    /^databricks\/databricks-dolly-15k$/i,
    ["CC-BY-SA-3.0"],
    "databrickslabs/dolly@104d0b4d15798bb7049ea4eab59228ba324b8825:data/README.md",
  ],
  [/^(?:openai\/)?gsm8k$/i, ["MIT"], `${HUB_CARDS}/gsm8k/README.md`],
  [/^(?:allenai\/)?c4$/i, ["ODC-By-1.0"], `${HUB_CARDS}/c4/README.md`],
  [/^(?:allenai\/)?mc4$/i, ["ODC-By-1.0"], `${HUB_CARDS}/mc4/README.md`],
  [/^(?:rajpurkar\/)?squad$/i, ["CC-BY-4.0"], `${HUB_CARDS}/squad/README.md`],
  [/^(?:rajpurkar\/)?squad_v2$/i, ["CC-BY-SA-4.0"], `${HUB_CARDS}/squad_v2/README.md`],
  [/^(?:abisee\/)?cnn_dailymail$/i, ["Apache-2.0"], `${HUB_CARDS}/cnn_dailymail/README.md`],
  [/^(?:Samsung\/)?samsum$/i, ["CC-BY-NC-ND-4.0"], `${HUB_CARDS}/samsum/README.md`],
  [/^(?:openslr\/)?librispeech_asr$/i, ["CC-BY-4.0"], `${HUB_CARDS}/librispeech_asr/README.md`],
  [/^(?:facebook\/)?multilingual_librispeech$/i, ["CC-BY-4.0"], `${HUB_CARDS}/multilingual_librispeech/README.md`],
  [/^(?:facebook\/)?covost2$/i, ["CC-BY-NC-4.0"], `${HUB_CARDS}/covost2/README.md`],
  [/^common_voice$/i, ["CC0-1.0"], `${HUB_CARDS}/common_voice/README.md`],
  [/^(?:allenai\/)?ai2_arc$/i, ["CC-BY-SA-4.0"], `${HUB_CARDS}/ai2_arc/README.md`],
  [/^(?:google\/)?boolq$/i, ["CC-BY-SA-3.0"], `${HUB_CARDS}/boolq/README.md`],
  [/^(?:hotpotqa\/)?hotpot_qa$/i, ["CC-BY-SA-4.0"], `${HUB_CARDS}/hotpot_qa/README.md`],
  [/^(?:takala\/)?financial_phrasebank$/i, ["CC-BY-NC-SA-3.0"], `${HUB_CARDS}/financial_phrasebank/README.md`],
  [/^(?:google-research-datasets\/)?go_emotions$/i, ["Apache-2.0"], `${HUB_CARDS}/go_emotions/README.md`],
  [/^(?:li2017dailydialog\/)?daily_dialog$/i, ["CC-BY-NC-SA-4.0"], `${HUB_CARDS}/daily_dialog/README.md`],
  [/^(?:facebook\/)?anli$/i, ["CC-BY-NC-4.0"], `${HUB_CARDS}/anli/README.md`],
  [/^(?:allenai\/)?sciq$/i, ["CC-BY-NC-3.0"], `${HUB_CARDS}/sciq/README.md`],
  [/^(?:tau\/)?commonsense_qa$/i, ["MIT"], `${HUB_CARDS}/commonsense_qa/README.md`],
  [/^(?:google-research-datasets\/)?mbpp$/i, ["CC-BY-4.0"], `${HUB_CARDS}/mbpp/README.md`],
];

/**
 * Names under which cards declare a licence that has no identifier, in the hub's own list (`gemma`) or as a `license_name`.
 * A name alone is the publisher's word: it says which licence is meant and nothing of a text.
 */
export const DECLARED_NAMES: ReadonlyMap<string, HeldLicense["ids"]> = new Map([
  ["gemma", GEMMA],
  ["qwen-research", ["LicenseRef-qwen-research"]],
  ["flux-1-dev-non-commercial-license", FLUX_DEV],
]);

/** Models whose licence is known. */
export const MODEL_LICENSES: readonly HeldLicense[] = MODELS.map(toHeld);

/** Data sets whose licence is known. */
export const DATASET_LICENSES: readonly HeldLicense[] = DATASETS.map(toHeld);

function toHeld([names, ids, source]: Row): HeldLicense {
  return { names, ids, source };
}
