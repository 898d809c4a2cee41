import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import vocabularyJson from "./index.ts";
import * as words from "./words.ts";

testExamples(vocabularyJson, words, { url: import.meta.url, examples });
