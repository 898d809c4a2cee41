import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import generationConfig from "./index.ts";
import * as words from "./words.ts";

testExamples(generationConfig, words, { url: import.meta.url, examples });
