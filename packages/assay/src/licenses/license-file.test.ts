import { expect, test } from "vitest";

import { isNoticeFile, placeLicenseFile } from "./license-file.ts";

test.each([
  ["LICENSE", "all", ""],
  ["LICENCE.txt", "all", ""],
  ["a/b/License.md", "all", "a/b"],
  ["COPYING.LESSER", "all", ""],
  ["LICENSE.license", "all", ""],
  ["UNLICENSE", "all", ""],
  ["LICENSE-MIT", "all", ""],
  ["LICENSE-APACHE-2.0", "all", ""],
  ["LICENSE_1_0.txt", "all", ""],
  ["x/LICENSES/CC-BY-4.0.txt", "all", "x"],
  ["LICENSES/CC-BY-NC-4.0", "all", ""],
  ["LICENSES/LicenseRef-own.txt", "all", ""],
  ["MODEL_LICENSE", "weights", ""],
  ["LICENSE-MODEL", "weights", ""],
  ["LICENSE_weights", "weights", ""],
  ["MODEL_LICENSE_AGREEMENT.txt", "weights", ""],
  ["LICENSE-CODE", "code", ""],
  ["LICENSE-DATA", "data", ""],
  ["DATA_LICENSE", "data", ""],
  ["docs/LICENSE-DOCS", "document", "docs"],
])("%s governs %s in %j", (path, scope, folder) => {
  expect(placeLicenseFile(path)).toEqual({ kind: "text", scope, folder });
});

test.each([
  ...["LICENSE.pdf", "LICENSE.html", "LICENSE.json", "LICENSE.docx", "LICENSE.yaml", "LICENSE_LLAMA.txt"],
  ...["LLAMA2_LICENSE", "LICENSE-Gemma", "Qwen LICENSE AGREEMENT", "COMMERCIAL_LICENSE.md", "License-Restrictions.md"],
  ...[
    "LICENSES.md",
    "EULA.txt",
    "TERMS_OF_USE.md",
    "TERMS.txt",
    "USE_POLICY.md",
    "acceptable-use-policy.pdf",
    "AUP.md",
  ],
  ...["licenses/CC-BY-NC-4.0.txt", "LICENSES/custom", "LICENSE/custom.txt", "legal/LICENSE", "terms/acme.txt"],
  ...[
    "licenses/llama/LICENSE",
    "GemmaLicense.txt",
    "LICENSE-constructor",
    "LICENSE-CODE-DATA",
    "Tongyi Qianwen.license.txt",
  ],
  ...["ADDITIONAL_TERMS.md", "special-conditions.txt", "USE_RESTRICTIONS", "ACCEPTABLE_USE.md", "COMMERCIAL_TERMS"],
  ...["LICENSING.md", "LEGAL.md", "USER_AGREEMENT.txt", `LICENSE${"-mit".repeat(40)}`],
])("%j may govern everything around it", (path) => {
  expect(placeLicenseFile(path)).toEqual({ kind: "unplaced", scope: "all", folder: "" });
});

test.each([
  ["model_licenses/LICENSE-FLUX1-dev", ""],
  ["assets/model_licenses/llama_license.txt", "assets"],
  ["MODEL_LICENSE.pdf", ""],
  ["MODEL_RESTRICTIONS.txt", ""],
  ["docs/LICENSE-MODEL.txt", ""],
  ["owl/docs/MODEL_LICENSE", "owl"],
])("%s may govern weights in %j", (path, folder) => {
  expect(placeLicenseFile(path)).toEqual({ kind: "unplaced", scope: "weights", folder });
});

test("a file of the REUSE kind speaks of the file it is named for", () => {
  expect(placeLicenseFile("a/model.safetensors.license")).toEqual({ kind: "beside", file: "a/model.safetensors" });
  expect(placeLicenseFile("dist/a.min.js.LICENSE.txt")).toEqual({ kind: "beside", file: "dist/a.min.js" });
});

test.each([
  ...["NOTICE", "THIRD_PARTY_NOTICES.txt", "README.md", "LICENSE.py", "LICENSE-THIRD-PARTY", "LICENSES/README.md"],
  ...["LICENSE/", "license_checker.ts", "check_license.py", "src/licenses/reader.ts", "src/licenses/ids.json", ""],
  ...[
    "CONTRIBUTING.md",
    "CONTRIBUTOR_LICENSE_AGREEMENT.md",
    "docs/license_header.txt",
    "docs/licensing.md",
    ".licenserc",
  ],
  ...[".github/workflows/license.yml", "ThirdPartyLicenses/a.txt", "us_foreign_policy/test.json", "PRIVACY_POLICY.md"],
  ...[
    "data/drivers_license.png",
    "data/license_plates.txt",
    "search_terms.txt",
    "annotator_agreement.txt",
    "SECURITY.md",
  ],
  ...["conditions.txt", "initial_conditions.md", "data/additional_conditions.json", "USAGE.md", "additional.txt"],
  ...["data/licensed_images.txt", "policy.md", "assets/policy_md_template.md", "licenses/tests/fixture.py"],
])("%j is no licence text by name", (path) => {
  expect(placeLicenseFile(path)).toBeNull();
});

test.each(["NOTICE", "a/NOTICE.txt", "Notices.md", "MODEL_NOTICE", "DISCLAIMER.md", "ADDENDUM.txt", "NOTICE.pdf"])(
  "%s is a notice",
  (path) => {
    expect(isNoticeFile(path)).toBe(true);
    expect(placeLicenseFile(path)).toBeNull();
  },
);

test.each([
  ...[
    "THIRD_PARTY_NOTICES.txt",
    "third_party/NOTICE",
    ".github/NOTICE",
    "notices.py",
    "notice.png",
    "PRIVACY_NOTICE.md",
  ],
  ...["COPYRIGHT_NOTICE", "LICENSE-NOTICE", "notice.json", "noticed.txt", "README.md", "NOTICE/"],
])("%j is no notice of the release", (path) => {
  expect(isNoticeFile(path)).toBe(false);
});

test.each([
  "许可证.txt",
  "模型许可协议.pdf",
  "使用协议.md",
  "LIZENZ.txt",
  "LICENCIA.md",
  "利用規約.md",
  "RESPONSIBLE_USE.md",
  "RAIL.md",
])("%j is named for terms as well", (path) => {
  expect(placeLicenseFile(path)).toEqual({ kind: "unplaced", scope: "all", folder: "" });
});

test.each([
  ["assets/LICENSE_MODEL.txt", { kind: "unplaced", scope: "weights", folder: "" }],
  ["resources/owl_model_license.md", { kind: "unplaced", scope: "weights", folder: "" }],
  ["docs/terms_of_use.md", { kind: "unplaced", scope: "all", folder: "" }],
  ["assets/LICENSE", { kind: "text", scope: "all", folder: "assets" }],
  ["docs/how-to-use.md", null],
])("terms for a model among pictures and pages are those of what is around: %s", (path, place) => {
  expect(placeLicenseFile(path)).toEqual(place);
});
