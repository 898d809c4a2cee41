import { expect, test } from "vitest";
import { testExamples } from "../../../test/format-examples.ts";
import { work } from "../../../test/format-kit.ts";
import { examples } from "./examples/build.ts";
import citation from "./index.ts";
import * as words from "./words.ts";

testExamples(citation, words, { url: import.meta.url, examples });

test("what stands before a break is kept, and nothing is missed behind it", async () => {
  const { read } = await work(citation, new TextEncoder().encode("title: Owl\nlicense: [MIT\n"));
  expect(read?.facts.citation?.title?.value).toBe("Owl");
  expect(read?.faults.map(({ code }) => code)).toEqual(["not-yaml"]);
});
