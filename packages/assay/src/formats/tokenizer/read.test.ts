import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import tokenizer from "./index.ts";
import * as words from "./words.ts";

testExamples(tokenizer, words, { url: import.meta.url, examples });
