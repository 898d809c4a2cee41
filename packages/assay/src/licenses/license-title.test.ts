import { expect, test } from "vitest";

import { isTitleOf } from "./license-title.ts";

const MIT = { id: "MIT", name: "MIT License" };
const APACHE = { id: "Apache-2.0", name: "Apache License 2.0" };
const CC = { id: "CC-BY-NC-4.0", name: "Creative Commons Attribution Non Commercial 4.0 International" };

test.each([
  [MIT, "The MIT License (MIT)", true],
  [MIT, "License", true],
  [MIT, "Modified MIT License", false],
  [MIT, "MIT License, not for sale", false],
  [MIT, "M\u200bIT License", false],
  [MIT, "MIT License 2024", false],
  [MIT, "", false],
  [APACHE, "Version 2.0, January 2004", true],
  [APACHE, "Apache License v2", true],
  [APACHE, "Apache License 3.0", false],
  [APACHE, "Version 3, January 2004", false],
  [APACHE, "Version 3.0, January 2004", false],
  [APACHE, "Apache License 3, 5 January 2004", false],
  [CC, "Attribution-NonCommercial 4.0 International", true],
  [CC, "Non-Commercial", false],
  [
    { ...CC, id: "CC-BY-4.0", name: "Creative Commons Attribution 4.0 International" },
    "Attribution-NonCommercial 4.0",
    false,
  ],
])("%o %j %s", (license, line, is) => {
  expect(isTitleOf(line, license)).toBe(is);
});
