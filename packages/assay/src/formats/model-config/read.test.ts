import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import modelConfig from "./index.ts";
import * as words from "./words.ts";

testExamples(modelConfig, words, { url: import.meta.url, examples });
