import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import jinjaTemplate from "./index.ts";
import * as words from "./words.ts";

testExamples(jinjaTemplate, words, { url: import.meta.url, examples });
