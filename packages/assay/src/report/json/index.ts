/** The document itself, as canonical JSON (RFC 8785). */

import { canonicalize } from "../../model/canonical.ts";
import type { Report } from "../shared/report.ts";

const json: Report<"json"> = {
  id: "json",
  version: 1,
  title: "Canonical JSON (RFC 8785) by the published schema",
  render: ({ document }) => `${canonicalize(document)}\n`,
};

export default json;
