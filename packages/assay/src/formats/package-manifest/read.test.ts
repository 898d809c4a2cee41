import { testExamples } from "../../../test/format-examples.ts";

import { examples } from "./examples/build.ts";
import packageManifest from "./index.ts";
import * as words from "./words.ts";

testExamples(packageManifest, words, { url: import.meta.url, examples });
