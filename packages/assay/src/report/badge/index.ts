/** The verdict on a badge: an SVG of our own, or the JSON that shields.io draws one from. */

import { UsageError } from "../../model/errors.ts";
import { toPrintable } from "../shared/printable.ts";
import type { Report } from "../shared/report.ts";
import { drawBadge } from "./draw.ts";
import { describeEndpoint } from "./endpoint.ts";

const badge: Report<"badge"> = {
  id: "badge",
  version: 1,
  title: "The verdict as a badge: SVG, or with =PATH.json what shields.io asks for",
  needs: "one-release",
  render({ views }, { path }) {
    const [verdict, ...others] = views.flat().filter((block) => block.kind === "verdict");
    if (verdict === undefined || others.length > 0)
      throw new UsageError("A badge tells the verdict on one release: assess one target with it.");
    const { label, word, answer } = verdict;
    const shown = { label: toPrintable(label), word: toPrintable(word), answer };
    return path?.toLowerCase().endsWith(".json") ? describeEndpoint(shown) : drawBadge(shown);
  },
};

export default badge;
