import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import tiktoken from "./index.ts";
import * as words from "./words.ts";

testExamples(tiktoken, words, { url: import.meta.url, examples });
