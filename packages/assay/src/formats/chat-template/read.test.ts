import { testExamples } from "../../../test/format-examples.ts";
import { examples } from "./examples/build.ts";
import chatTemplate from "./index.ts";
import * as words from "./words.ts";

testExamples(chatTemplate, words, { url: import.meta.url, examples });
