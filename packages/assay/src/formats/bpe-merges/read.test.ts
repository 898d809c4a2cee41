import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import bpeMerges from "./index.ts";
import * as words from "./words.ts";

testExamples(bpeMerges, words, { url: import.meta.url, examples });
