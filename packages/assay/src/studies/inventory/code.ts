/** Recognises code by what it is for: the name says what it claims to be, its lines have to bear it out. */

import type { ComponentId } from "../../model/components.ts";
import type { Text } from "../../model/facts.ts";
import { noteFile, quoteLine } from "../shared/noting.ts";
import { isAside, splitPath } from "../shared/path-words.ts";
import type { Recognised, Recogniser } from "./recognition.ts";

/** Extensions of source code in which models are written. */
const SOURCE: ReadonlySet<string> = new Set([
  "py",
  "ipynb",
  "ts",
  "js",
  "mjs",
  "rs",
  "go",
  "c",
  "cc",
  "cpp",
  "cu",
  "jl",
  "java",
  "kt",
  "swift",
  "sh",
]);

interface Purpose {
  readonly component: ComponentId;
  /** File names (without extension, in lower case) that claim the purpose. */
  readonly named: RegExp;
  /** Words of its lines; two different ones bear it out. */
  readonly shown: RegExp;
}

const PURPOSES: readonly Purpose[] = [
  {
    // Not fine-tuning: a script by which others may tune the model is not the code that made it.
    component: "training-code",
    named: /^(?:pre|fine)?[-_]?train(?:ing|er)?(?:[-_]|$)|[-_](?:pre)?train$/,
    shown: /\b(?:optimi[sz]er|backward|backprop\w*|gradients?|loss|learning[_ -]?rate|epochs?|momentum)\b/gi,
  },
  {
    component: "inference-code",
    named:
      /^(?:generate|generation|infer|inference|predict|sample|chat|(?:example[-_])?(?:chat|text)[-_]completion)$|[-_]inference$/,
    shown: /\b(?:generat\w+|predict\w*|forward|logits|probabilit\w+|sampl\w+|decod\w+|infer\w*|prompt|load\w*)\b/gi,
  },
  {
    component: "evaluation-code",
    named: /^(?:evals?|evaluat(?:e|ion)|benchmarks?)(?:[-_]|$)/,
    shown: /\b(?:accuracy|f1|bleu|rouge|perplexity|scores?|metrics?|baseline|correct|evaluat\w+)\b/gi,
  },
  {
    component: "preprocessing-code",
    named: /^preprocess(?:ing)?(?:[-_]|$)|^prepare[-_](?:data|dataset|corpus)(?:[-_]|$)|^tokenize[-_]|^dedup/,
    shown:
      /\b(?:tokeni[sz]\w*|clean\w*|filter\w*|dedup\w*|normali[sz]\w*|split\w*|shuffl\w*|datasets?|corpus|data)\b/gi,
  },
  {
    component: "architecture",
    named: /^(?:model|models|modell?ing|architecture|network)$|^modell?ing[-_]/,
    shown: /\b(?:forward|attention|hidden|layers?|linear|embed\w*|weights?|parameters?|logits)\b/gi,
  },
];

/** Longer files are read as text up to the workbench's bound; a purpose shows in the first part. */
const LOOKED_THROUGH = 256 << 10;

/** Whether a path is source code. */
export function isSource(path: string): boolean {
  return SOURCE.has(splitPath(path).extension);
}

/** Recognises code for training, inference, evaluation, preprocessing, and of the architecture itself. */
export const recogniseCode: Recogniser = async (bench, artifact) => {
  if (!isSource(artifact.path) || isAside(artifact.path)) return [];
  const stem = splitPath(artifact.path).stem.toLowerCase();
  if (/(?:^|[-_.])(?:test|config)$|^test[-_]/.test(stem)) return [];
  const claimed = PURPOSES.filter(({ named }) => named.test(stem));
  if (claimed.length === 0) return [];
  if (artifact.state === "listed") {
    return await Promise.all(
      claimed.map(async ({ component }) => ({
        component,
        note: await noteFile(bench, artifact, describeListed(artifact.path)),
      })),
    );
  }
  const text = await bench.text(artifact);
  if (!text.ok) return [];
  const found: Recognised[] = [];
  for (const { component, shown } of claimed) {
    const seen = findSigns(text.value, shown);
    if (seen === null) continue;
    const message = `${artifact.path} is named and written like ${component.replaceAll("-", " ")}: it speaks of ${seen.words.join(", ")}`;
    const remark = {
      code: "code-read",
      args: { path: artifact.path, words: seen.words.join(", ") },
      message,
      basis: "inferred" as const,
    };
    found.push({
      component,
      note: await noteFile(bench, artifact, { ...remark, ...quoteLine(text.value, seen.offset) }),
    });
  }
  return found;
};

function describeListed(path: string): Parameters<typeof noteFile>[2] {
  return {
    code: "code-listed",
    args: { path },
    message: `${path} is listed under the name of such code`,
    basis: "inferred",
  };
}

/** Up to four different words that show the purpose and where the first stands; null below two. */
function findSigns(text: Text, shown: RegExp): { readonly words: readonly string[]; readonly offset: number } | null {
  const words = new Set<string>();
  let offset = -1;
  for (const match of text.content.slice(0, LOOKED_THROUGH).matchAll(shown)) {
    if (offset < 0) offset = match.index;
    words.add(match[0].toLowerCase());
    if (words.size === 4) break;
  }
  return words.size < 2 ? null : { words: [...words], offset };
}
