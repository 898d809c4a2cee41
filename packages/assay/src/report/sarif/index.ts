/** Findings as SARIF 2.1.0: what code scanning takes. */

import { UsageError } from "../../model/errors.ts";
import type { Report } from "../shared/report.ts";
import { listAlerts } from "./list-alerts.ts";
import { buildRun } from "./run.ts";

/** GitHub refuses a file with more runs. */
const MOST_RUNS = 20;

const sarif: Report<"sarif"> = {
  id: "sarif",
  version: 1,
  title: "Findings as SARIF 2.1.0, for code scanning",
  render({ document }) {
    const documents: readonly unknown[] = Array.isArray(document) ? document : [document];
    if (documents.length > MOST_RUNS)
      throw new UsageError(`SARIF takes ${MOST_RUNS} targets at once: write a file for each.`);
    const runs = documents.map((one) => buildRun(listAlerts(one)));
    const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

export default sarif;
