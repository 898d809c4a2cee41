import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import lfsPointer from "./index.ts";
import * as words from "./words.ts";

testExamples(lfsPointer, words, { url: import.meta.url, examples });
