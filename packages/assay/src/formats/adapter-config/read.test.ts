import { testExamples } from "../../../test/format-examples.ts";

import { examples } from "./examples/build.ts";
import adapterConfig from "./index.ts";
import * as words from "./words.ts";

testExamples(adapterConfig, words, { url: import.meta.url, examples });
