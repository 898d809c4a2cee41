import { testExamples } from "../../../test/format-examples.ts";

import { examples } from "./examples/build.ts";
import sentenceTransformers from "./index.ts";
import * as words from "./words.ts";

testExamples(sentenceTransformers, words, { url: import.meta.url, examples });
