import { existsSync } from "node:fs";
import { join } from "node:path";

import { count, type Judged, judgeRelease } from "../packages/assay/test/labels/judge-components.ts";
import { type Half, readReleaseLabels } from "../packages/assay/test/labels/read-labels.ts";
import type { Bench, Row } from "./bench.ts";
import { ROOT } from "./measure.ts";

const RELEASES = join(process.env.ASSAY_CORPORA ?? join(ROOT, "../shared/corpora"), "releases");

/** What is labelled: the releases of a drawing that fall into a half. */
type Sample = readonly [drawing: number, half: Half];

const SAMPLES: readonly Sample[] = [
  [1, "seen"],
  [1, "kept"],
  [2, "seen"],
  [2, "kept"],
];

async function judge([drawing, half]: Sample): Promise<readonly Judged[]> {
  const { assess } = await import("openassay");
  const judged: Judged[] = [];
  for (const labels of readReleaseLabels(half).filter((one) => one.drawing === drawing)) {
    const target = join(RELEASES, labels.release);
    judged.push(...judgeRelease(labels, await assess({ target, listing: join(target, "TREE.tsv") })));
  }
  return judged;
}

function rowsOf([drawing, half]: Sample, judged: readonly Judged[]): readonly Row[] {
  const { settled, right, shown, found } = count(judged);
  return [
    {
      what: `drawing ${drawing}, ${half}: right of what is said`,
      unit: "components",
      ours: right,
      reference: { what: "said", value: settled },
      relation: "share",
      bound: 0.98,
    },
    {
      what: `drawing ${drawing}, ${half}: found of what is shown`,
      unit: "components",
      ours: found,
      reference: { what: "shown", value: shown },
      relation: "share",
      bound: 0.9,
    },
  ];
}

const components: Bench = {
  id: "components",
  title: "Components of labelled releases (packages/assay/test/labels)",
  measure: async () => {
    if (!existsSync(RELEASES)) return [];
    const rows: Row[] = [];
    for (const sample of SAMPLES) rows.push(...rowsOf(sample, await judge(sample)));
    return rows;
  },
};

export default components;
