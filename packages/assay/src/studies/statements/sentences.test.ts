/** What sentences say, in five languages; each of them is ours. */

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
];

test.each(DENIALS)("denied: %s", (sentence) => {
  expect(read(sentence)).toBeNull();
});

const NOT = { en: "not", nl: "niet", fr: "pas", de: "nicht", es: "no" } as const;

test("a denial anywhere in the clause silences it", () => {
  for (const [sentence] of CLAIMS) {
    const [first = "", ...others] = readPlain(sentence).split(" ");
    for (const not of Object.values(NOT))
      expect(read([first, not, ...others].join(" ")), `${not}: ${sentence}`).toBeNull();
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
  ];
  const start = performance.now();
  for (const sentence of bad) read(sentence);
  expect(performance.now() - start).toBeLessThan(1_000);
});
