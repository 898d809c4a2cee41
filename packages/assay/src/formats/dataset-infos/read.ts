/** Reads what an older data set says of its configurations and splits. */

import type { Read, ReadContext } from "../../model/plugin.ts";
import type { ByteSource } from "../../model/types.ts";
import { describeDataset, INFOS } from "../shared/dataset-info.ts";
import { readJsonDocument } from "../shared/json-document.ts";
import { FAULTS } from "./words.ts";

/** Bytes. The longest of the known, with some hundred configurations, have about 1 MB. */
const MAX_BYTES = 16 * 2 ** 20;

/** Scalars listed: some hundred for each of those configurations. */
const MAX_FIELDS = 50_000;

/** @throws FormatError with a code of the README. */
export async function readDatasetInfos(source: ByteSource, ctx: ReadContext): Promise<Read> {
  const bounds = { size: MAX_BYTES, fields: MAX_FIELDS, faults: FAULTS, top: "object" } as const;
  const { fields, spans, faults, gaps } = await readJsonDocument(source, bounds, ctx);
  const dataset = describeDataset(fields, INFOS);
  const facts = { ...(dataset.length > 0 && { dataset }), fields: Object.fromEntries(fields) };
  return { facts, children: [], spans, faults, gaps };
}
