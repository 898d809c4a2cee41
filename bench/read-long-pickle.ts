/** Reads a pickle that is as long as asked for and lies nowhere, for the memory that this takes: MEGABYTES as argument. */

import { argv } from "node:process";

import { readPickles } from "../packages/assay/src/formats/shared/pickle/read-pickles.ts";
import { testContext } from "../packages/assay/test/format-kit.ts";
import { repeatTuples } from "./pickle-file.ts";

const size = Number(argv[2] ?? 0) * 1e6;
if (size > 0) {
  const { fact, faults } = await readPickles(repeatTuples(size), testContext(), { start: 0 });
  if (fact.operations < size / 10 || faults.length > 0) throw new Error(`read ${fact.operations} operations`);
}
