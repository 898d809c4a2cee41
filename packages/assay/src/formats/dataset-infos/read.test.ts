import { testExamples } from "../../../test/format-examples.ts";

import { examples } from "./examples/build.ts";
import datasetInfos from "./index.ts";
import * as words from "./words.ts";

testExamples(datasetInfos, words, { url: import.meta.url, examples });
