import { expect, test } from "vitest";
import { createListedArtifact } from "../sources/listed.ts";
import { openTally, type Progress } from "./tally.ts";

test("bytes told on the way are not counted again when the file is done", () => {
  const large = { ...createListedArtifact({ origin: "it", path: "large", size: 100 }), state: "here" as const };
  const listed = createListedArtifact({ origin: "it", path: "listed", size: 50 });
  const seen: Progress[] = [];
  const tally = openTally([large, listed], (progress) => seen.push(progress));
  tally.addBytes(large, 64);
  tally.addFile(listed);
  tally.addFile(large);
  expect(seen.map(({ files, bytes }) => [files, bytes])).toEqual([
    [0, 64],
    [1, 64],
    [2, 100],
  ]);
  expect(seen.at(-1)).toMatchObject({ ofFiles: 2, ofBytes: 100 });
});
