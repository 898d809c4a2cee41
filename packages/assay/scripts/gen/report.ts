import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Device } from "../../src/report/shared/report.ts";
import { type Generated, ROOT } from "./output.ts";
import { drawTerminal } from "./picture.ts";

const EXAMPLE = "examples/tiny-open-model";
const SHOWN = /(<!-- report: assay .* -->\n```\n)[\s\S]*?(```\n)/;

/** Writes the report of the example into the README, and draws it as a terminal shows it. */
export async function generateReport(): Promise<Generated> {
  try {
    const plain = await renderExample({ colour: false, width: 80, isTerminal: false });
    const coloured = await renderExample({ colour: true, width: 80, isTerminal: true });
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const shown = `${plain.replace(/^\n+|\n+$/g, "")}\n`;
    return {
      files: [
        { path: "README.md", content: readme.replace(SHOWN, (_, open, close) => `${open}${shown}${close}`) },
        {
          path: "docs/report.svg",
          content: drawTerminal(coloured, `assay ${EXAMPLE}: the report, as text in the README`),
        },
      ],
      problems: [],
    };
  } catch (error) {
    return { files: [], problems: [`the report of ${EXAMPLE}: ${(error as Error).message}`] };
  }
}

/** Imported late: the program may rest on files that are only now being generated. */
async function renderExample(device: Device): Promise<string> {
  const door = await import("../../src/node.ts");
  const { viewAssessment } = await import("../../src/report/shared/assessment-view.ts");
  const { default: text } = await import("../../src/report/text/index.ts");
  const assessment = await door.assess({ target: join(ROOT, EXAMPLE) });
  const decision = door.decide(assessment, door.DEFAULT_POLICY, new Date());
  return text.render({ document: assessment, views: [viewAssessment(assessment, door.frameworks, decision)] }, device);
}
