/** What sentences say, in six languages; each of them is ours. */

import { describe, expect, test } from "vitest";
import { makeRelease } from "../../../test/support/release.ts";
import { openNames } from "./names.ts";
import { readPlain } from "./plain.ts";
import { readSentence } from "./read-sentence.ts";
import type { Said } from "./spot.ts";

const names = openNames({ release: makeRelease({ target: "acme/owl-7b" }), titles: ["Owl 7B"] });

function read(sentence: string): Said | null {
  return readSentence(readPlain(sentence), { names, isIntroduction: true });
}

/** Sentences that call the release, or a part of it, open: the words, what they call it, and of which parts. */
const CLAIMS: readonly (readonly [sentence: string, calling: Said["calling"], parts: readonly string[]])[] = [
  ["Owl 7B is an open-source language model.", "open-source", ["model"]],
  ["Owl is a fully open source language model for birds.", "fully-open", ["model"]],
  ["The model is open-source on [the hub](https://hub.example/owl).", "open-source", ["model"]],
  ["- The **Owl** model weights are now **open-source**.", "open-source", ["weights"]],
  ["The following models are open-sourced:", "open-source", ["model"]],
  ["Owl is Acme's open-source text-to-song model.", "open-source", ["model"]],
  ["Owl is an open-source, fully auditable text model.", "open-source", ["model"]],
  ["Acme has open-sourced a small model, Owl 7B.", "open-source", ["model"]],
  ["Today we release and open source Owl, a small model for large birds.", "open-source", ["model"]],
  [
    "We have open-sourced the weights, the training code and the data.",
    "open-source",
    ["weights", "training-code", "data"],
  ],
  ["We have made Owl 7B Base and Owl 7B Chat open source for everybody.", "open-source", ["model"]],
  ["We release Owl, an open-source model for the night.", "open-source", ["model"]],
  ["Owl is the first open-source reasoning LLM with feathers.", "open-source", ["model"]],
  ["Owl is the next generation of open-source large language models.", "open-source", ["model"]],
  ["This open-source model hunts at night.", "open-source", ["model"]],
  ["The open source Owl hunts at night.", "open-source", ["model"]],
  ["A small, open-source language model for birds.", "open-source", ["model"]],
  ["Truly Open: everything lies here.", "fully-open", ["model"]],
  ["The weights are released under an open source licence.", "open-license", ["weights"]],
  ["The Owl Open Source License can be found at [LICENSE](LICENSE).", "open-license", ["weights"]],
  ["Owl is a family of open-weights models.", "open-weights", ["model"]],
  ["Owl meets the Open Source AI Definition.", "definition", ["model"]],
  ["Owl reaches MOF Class II.", "mof-II", ["model"]],
  ["Owl is an Open Science Model.", "mof-I", ["model"]],
  ["Our training code is open source.", "open-source", ["training-code"]],
  ["Owl is een opensourcetaalmodel.", "open-source", ["model"]],
  ["Het model is volledig open.", "fully-open", ["model"]],
  ["Wij geven Owl vrij als open source.", "open-source", ["model"]],
  ["Ons open-sourcemodel jaagt 's nachts.", "open-source", ["model"]],
  ["Owl est un modèle de langage open source.", "open-source", ["model"]],
  ["Nous publions Owl en open source.", "open-source", ["model"]],
  ["Notre modèle open source chasse la nuit.", "open-source", ["model"]],
  ["Owl ist ein quelloffenes Sprachmodell.", "open-source", ["model"]],
  ["Wir haben Owl als Open Source veröffentlicht.", "open-source", ["model"]],
  ["Unser Open-Source-Modell jagt bei Nacht.", "open-source", ["model"]],
  ["Die Gewichte sind Open Source.", "open-source", ["weights"]],
  ["Owl es un modelo de código abierto.", "open-source", ["model"]],
  ["Publicamos Owl como código abierto.", "open-source", ["model"]],
  ["Nuestro modelo de código abierto caza de noche.", "open-source", ["model"]],
  ["Acme's newest, Owl 7B, is the most powerful version of open-source owl model.", "open-source", ["model"]],
  ["Owl, the second of its kind, has open-sourced a base model.", "open-source", ["model"]],
  ["We have open-sourced two versions of each scale of the model.", "open-source", ["model"]],
  ["We are pleased to announce the open source release of the Owl models.", "open-source", ["model"]],
  ["We open-source 1.5B and 7B checkpoints based on Llama 3.", "open-source", ["weights"]],
  ["We have provided open-source model weights.", "open-source", ["weights"]],
  ["The models being open sourced this time include a base model.", "open-source", ["model"]],
  ["The open-source models released this time hunt at night.", "open-source", ["model"]],
  ["The open-source version on the hub is small.", "open-source", ["model"]],
  ["The open-sourced 7B weights include a head.", "open-source", ["weights"]],
  ["2026-02-01: Chat models are open-sourced.", "open-source", ["model"]],
  ["- [x] Open-source the base model", "open-source", ["model"]],
  ["- Open-sourced the training code.", "open-source", ["training-code"]],
  ["**Open-source and free for commerce:** Owl hunts for everybody.", "open-source", ["model"]],
  ["The code in this project is open-sourced under the MIT licence.", "open-source", ["code"]],
  ["The code in this open-source repository follows the MIT licence.", "open-source", ["code"]],
  ["The use of the source code must follow the MIT open-source license.", "open-license", ["code"]],
  ["Here are the weights of our state-of-the-art open-source model.", "open-source", ["model"]],
  ["We present Owl, an open-source audio model.", "open-source", ["model"]],
  ["Welcome to the Owl series, Acme's open-weight models for birds.", "open-weights", ["model"]],
  ["As we release Owl as an open-source model, others may attack it.", "open-source", ["model"]],
  ["It hunts by sight and by ear, with open weights and support for birds.", "open-weights", ["model"]],
  ["Open-weight language model for birds.", "open-weights", ["model"]],
  ["Owl provides an open-source data set for the night.", "open-source", ["data"]],
  ["An open-source replication of the Mouse data set.", "open-source", ["data"]],
  ["Welcome to an open source implementation of the Owl paper.", "open-source", ["code"]],
  ["Acme introduced Owl, open-sourcing several models.", "open-source", ["model"]],
  ["Owl is a SOTA open-source text-to-speech system.", "open-source", ["model"]],
  ["Owl is open source onder de MIT-licentie.", "open-source", ["model"]],
  ["Owl-7B 是一个开源的双语语言模型。", "open-source", ["model"]],
  ["Owl 系列模型是 Acme 从零训练的下一代开源大语言模型。", "open-source", ["model"]],
  ["我们开源了 Owl-7B 模型。", "open-source", ["model"]],
  ["2026-02-01：发布并开源了两个基座模型（7B）。", "open-source", ["model"]],
  ["Owl-7B 模型已经正式开源。", "open-source", ["model"]],
  ["Owl-7B 的训练代码已在 GitHub 开源。", "open-source", ["training-code"]],
  ["评测脚本已开源在我们的仓库中。", "open-source", ["evaluation-code"]],
  ["我们将模型参数和代码进行了开源。", "open-source", ["weights", "code"]],
  ["本仓库的代码依照 MIT 协议开源。", "open-source", ["code"]],
  ["使用本仓库的源码需要遵循 MIT 开源协议。", "open-license", ["code"]],
  ["我们开源的Owl系列模型可以用于商业用途。", "open-source", ["model"]],
  ["本次开源的模型为 Owl-7B。", "open-source", ["model"]],
  ["我们的开源模型在夜间捕猎。", "open-source", ["model"]],
  ["Owl-7B 开源模型在夜间捕猎。", "open-source", ["model"]],
  ["我们发布 Owl-7B 系列开源模型。", "open-source", ["model"]],
  ["训练语料来自我们同步开源的 Mouse 数据集。", "open-source", ["data"]],
  ["Owl 是一个完全开源、允许商用的基座模型。", "fully-open", ["model"]],
  ["开源可商用：Owl 人人可用。", "open-source", ["model"]],
  ["七十亿参数的开源双语大模型", "open-source", ["model"]],
  ["Owl-7B 是一个开放权重模型。", "open-weights", ["model"]],
];

describe("what calls the release open", () => {
  test.each(CLAIMS)("%s", (sentence, calling, parts) => {
    expect(read(sentence)).toMatchObject({ calling, parts, about: "this", isUpstream: false });
  });
});

/** The same, denied: each is one of the above with a denial in it. */
const DENIALS: readonly string[] = [
  "Owl 7B is not an open-source language model.",
  "Owl 7B isn't open source.",
  "The model is non-open-source.",
  "The model was never open-sourced.",
  "We have not open-sourced the weights.",
  "Neither the weights nor the code are open source.",
  "No part of this model is open source.",
  "Owl meets no part of the Open Source AI Definition.",
  "Owl does not reach MOF Class II.",
  "Owl is geen opensourcemodel.",
  "Het model is niet volledig open.",
  "Owl n'est pas un modèle de langage open source.",
  "Nous n'avons jamais publié Owl en open source.",
  "Owl ist kein quelloffenes Sprachmodell.",
  "Die Gewichte sind nicht Open Source.",
  "Owl no es un modelo de código abierto.",
  "Este modelo nunca fue de código abierto.",
  "Owl 不是一个开源模型。",
  "Owl-7B 的训练代码尚未开源。",
  "我们没有开源 Owl-7B 模型。",
  "Owl 是一个非开源模型。",
];

test.each(DENIALS)("denied: %s", (sentence) => {
  expect(read(sentence)).toBeNull();
});

const NOT = { en: "not", nl: "niet", fr: "pas", de: "nicht", es: "no" } as const;
const CHINESE = /\p{Script=Han}/u;

test("a denial anywhere in the clause silences it", () => {
  for (const [sentence] of CLAIMS.filter(([words]) => !CHINESE.test(words))) {
    const [first = "", ...others] = readPlain(sentence).split(" ");
    for (const not of Object.values(NOT))
      expect(read([first, not, ...others].join(" ")), `${not}: ${sentence}`).toBeNull();
  }
});

test("so does a Chinese one anywhere before the words", () => {
  for (const [sentence] of CLAIMS.filter(([words]) => CHINESE.test(words))) {
    const at = sentence.search(/(?:完全)?开[源放]/);
    for (const not of ["没有", "尚未", "并未"])
      expect(read(`${sentence.slice(0, at)}${not}${sentence.slice(at)}`), `${not}: ${sentence}`).toBeNull();
  }
});

/** About tools, data of others, other models, what is to come, and what somebody else says. */
const OTHERS: readonly string[] = [
  "FooRT is an open-source inference engine.",
  "Foo.js is an open-source, cross-platform runtime environment.",
  "It pioneered the open-source LLM wave of last year.",
  "The model was trained with our open source library Foo.",
  "Owl outperforms all open-source models of its size.",
  "Owl ranks first among open-source models.",
  "We evaluate on open-source benchmarks only.",
  "We only compare open-source pretrained models in this work.",
  "We thank the open-source community.",
  "Owl can be used with open source frameworks such as Foo.",
  "The training data is a mix of open-source datasets.",
  "We use the open-source Foo framework for evaluation.",
  "We will open-source the weights soon.",
  "Our mission is to create fully open models.",
  "We plan to make Owl open source.",
  "Once finished, the weights could be open source.",
  'The press called it "an open source model".',
  "According to the press, Owl is an open source model.",
  "Is Owl an open source model?",
  "ChatGLM is an open-source model.",
  "Open source models are loved by many.",
  "Weights are fully open for academic research.",
  "We show that Owl beats strong open-source models in the same size class.",
  "Owl reaches 1B-class open-source SOTA.",
  "vLLM ist eine quelloffene Bibliothek.",
  "Wij gebruiken een opensourcebibliotheek.",
  "Nous utilisons une bibliothèque open source.",
  "Usamos una biblioteca de código abierto.",
  "Bald werden wir Owl als Open Source veröffentlichen.",
  "Binnenkort zullen we Owl als open source vrijgeven.",
  "Nous publierons bientôt Owl en open source.",
  "Pronto publicaremos Owl como código abierto.",
  "Owl supports open-weight models.",
  "All our open-weight models are described below.",
  "Weights are fully open to academic research.",
  "- [Mouse](https://hub.example/mouse): the amazing open-sourced large language model!",
  "**Open-source data only:** These recipes train on what is public.",
  "Open-source: Llama and Qwen lead the ranking.",
  "Friends of Owl have open-sourced a reading of the model.",
  "Most chat models are open-sourced.",
  "Unlike our open-source models of old, this one is sold.",
  "It outperforms models with open weights.",
  "多数开源模型在夜间捕猎。",
  "Owl-7B 在同尺寸开源模型中表现最好。",
  "Owl 超过了其他开源模型。",
  "感谢开源社区。",
  "我们使用开源评测工具 Mouse。",
  "评测采用了我们的开源大模型评测框架 Mouse。",
  "我们即将开源 Owl-7B 模型。",
  "Owl 模型将完全开源。",
  "我们希望开源更好的模型。",
  "如果由于使用 Owl 开源模型而导致任何问题，我们不承担责任。",
  "媒体称其为“开源模型”。",
  "Owl 是开源模型吗？",
  "ChatGLM-6B 是一个开源的双语语言模型。",
  "我们已经开源了 GLM-4-9B 系列模型。",
  "最新一代 CodeGeeX4 模型已经正式开源。",
  "Owl-7B 权重对学术研究完全开放。",
  "更多开源项目参见列表。",
  "简介：本项目开源的法律模型由 Mouse 微调得到。",
  "一个多语言的模型，开源了训练代码。",
  "Mouse-7B 是一个双语模型，同时我们开源了基座模型。",
  "Serve a model of your own using the open-source Owl models.",
  "请遵守开源协议。",
];

test.each(OTHERS)("nothing about the release: %s", (sentence) => {
  const said = read(sentence);
  expect(said === null || said.about === "other").toBe(true);
});

test("what it was made from is told apart", () => {
  expect(read("Owl is fine-tuned based on open-source models.")).toMatchObject({ isUpstream: true });
  expect(read("Our model is built on the open-source Llama 3 model.")).toMatchObject({ isUpstream: true });
  expect(read("Owl is based on open source software.")).toBeNull();
});

test("another model by its name is another", () => {
  expect(read("GLM-9 is a state-of-the-art open source LLM.")).toMatchObject({ about: "other" });
  expect(read("We have open sourced the GLM-9B series models.")).toMatchObject({ about: "other" });
});

test("a sentence as long as a book costs no time", () => {
  const bad = [
    "open source ".repeat(2_000),
    `${"we have also now just ".repeat(2_000)}open-sourced`,
    `${"is ".repeat(5_000)}open source`,
    `our ${"a ".repeat(5_000)}open source`,
    `${"(".repeat(5_000)}open source${"[".repeat(5_000)}`,
    `${"MOF ".repeat(2_000)}class`,
    `${"meets ".repeat(2_000)}Open Source AI`,
    `${"“".repeat(4_000)}open source`,
    `${"based on the ".repeat(1_000)}open source models`,
    `${"<".repeat(4_000)}open source`,
    "开源".repeat(2_000),
    `${"我们还额外".repeat(2_000)}开源了模型`,
    `${"依照协议".repeat(2_000)}开源`,
    `${"已在".repeat(400)}${"a".repeat(100)}开源`,
    `Owl 是${"的".repeat(5_000)}开源模型`,
    `${"(".repeat(5_000)}开源${"（".repeat(5_000)}`,
  ];
  const start = performance.now();
  for (const sentence of bad) read(sentence);
  expect(performance.now() - start).toBeLessThan(1_000);
});
