/** Makes the example files; `npm run examples` writes them. */

const owl = {
  name: "@owls/owl",
  version: "1.0.0",
  license: "MIT OR Apache-2.0",
  repository: { type: "git", url: "https://example.org/owl.git" },
  dependencies: { "@owls/nest": "^2.0.0", feather: "git+https://example.org/feather.git#v1" },
  devDependencies: { beak: "file:../beak", claw: "owls/claw", wing: "https://example.org/wing.tgz" },
};

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/owl/package.json": `${JSON.stringify(owl, null, 2)}\n`,
  "good/old/package.json":
    '{"license":{"type":"MIT","url":"https://example.org/MIT"},"licenses":[{"type":"ISC","url":"https://example.org/ISC"},"0BSD"]}',
  "good/file/package.json": '{"license":"SEE LICENSE IN TERMS.txt","repository":"owls/owl"}',
  "good/unclear/package.json": '{"license":{"name":"MIT"},"licence":"MIT"}',
  "bad/not-json/package.json": '{"license":"MIT",}',
  "bad/duplicate-key/package.json": '{"license":"MIT","license":"ISC"}',
  "bad/not-an-object/package.json": '"MIT"',
};
