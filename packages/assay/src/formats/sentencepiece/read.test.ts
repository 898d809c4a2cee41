import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import sentencepiece from "./index.ts";
import * as words from "./words.ts";

testExamples(sentencepiece, words, { url: import.meta.url, examples });
