/** Which parts can be reached from the release: they lie here, or a link leads to where they are said to lie. */

import type { ComponentId } from "../../model/components.ts";
import { type Note, openLedger } from "../../model/ledger.ts";
import type { Probe } from "../../model/plugin.ts";
import { inventory } from "../../studies/inventory/index.ts";
import { holdingOf, noteFiles } from "../shared/published.ts";

const COMPONENTS: readonly ComponentId[] = [
  "weights",
  "training-code",
  "training-data",
  "evaluation-data",
  "model-card",
  "data-card",
  "technical-report",
  "paper",
];

/** A file of weights on a server, and not a page on a hub, which may ask who one is. */
const FILE =
  /^https?:\/\/(?!(?:www\.)?(?:huggingface\.co|hf\.co|modelscope\.cn|drive\.google\.com)\/)[^?#]{1,400}\.(?:zip|tar|tar\.gz|tgz|pth?|ckpt|bin|safetensors|npz|h5|onnx|gguf|msgpack)$/i;

/** Links cited for one part. */
const MOST_LINKS = 5;

const partsLinked: Probe<"parts-linked"> = {
  id: "parts-linked",
  version: 1,
  question: "Which parts lie here, or where the release leads to?",
  kinds: ["model", "dataset"],
  answers: [
    "weights.linked",
    "weights.file-linked",
    "training-code.linked",
    "training-data.linked",
    "evaluation-data.linked",
    "model-card.linked",
    "data-card.linked",
    "technical-report.linked",
    "paper.linked",
  ],
  async observe(bench) {
    const ledger = openLedger("parts-linked");
    const held = await bench.study(inventory);
    for (const component of COMPONENTS) {
      const { files, pointers } = holdingOf(held, component);
      const claim = `${component}.linked`;
      const links = pointers.slice(0, MOST_LINKS).map((note) => ledger.note(note));
      const seen = [...noteFiles(ledger, files), ...links];
      if (seen.length > 0) ledger.answer(claim, true, seen);
      else ledger.leaveOpen(claim, "not-observed");
    }
    const direct = holdingOf(held, "weights").pointers.filter(isToFile).slice(0, MOST_LINKS);
    if (direct.length === 0) ledger.leaveOpen("weights.file-linked", "not-observed");
    else
      ledger.answer(
        "weights.file-linked",
        true,
        direct.map((note) => ledger.note(note)),
      );
    return ledger.close();
  },
};

function isToFile({ code, args }: Note): boolean {
  return code === "linked-elsewhere" && FILE.test(String(args.url));
}

export default partsLinked;
