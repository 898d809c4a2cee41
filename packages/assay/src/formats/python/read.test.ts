import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import python from "./index.ts";
import * as words from "./words.ts";

testExamples(python, words, { url: import.meta.url, examples });
