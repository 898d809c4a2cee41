import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import vocabularyText from "./index.ts";
import * as words from "./words.ts";

testExamples(vocabularyText, words, { url: import.meta.url, examples });
