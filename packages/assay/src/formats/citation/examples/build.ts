/** Makes the example files; `npm run examples` writes them. */

const owl = `cff-version: 1.2.0
message: If you use Owl, cite it.
type: dataset
title: Owl
version: 1.0
authors:
  - family-names: Müller
    given-names: Ada
  - name: The Owl Project
doi: 10.5555/owl
repository-code: https://example.org/owl
url: https://example.org
date-released: 2025-01-31
license: [Apache-2.0, MIT]
preferred-citation:
  type: article
  title: On Owls
  doi: 10.5555/on-owls
`;
const least = "cff-version: 1.2.0\nmessage: Cite it.\ntitle: Owl\nauthors: [{alias: owl}]\n";

/** Files by path. */
export const examples: Readonly<Record<string, string>> = {
  "good/owl/CITATION.cff": owl,
  "good/least/CITATION.cff": least,
  "bad/missing-key/CITATION.cff": "cff-version: 1.2.0\ntitle: Owl\nlicense: MIT\n",
  "bad/bad-value/CITATION.cff": `${least}doi: 10.5\n`,
  "bad/not-yaml/CITATION.cff": `${least}license: [MIT\n`,
  "bad/duplicate-key/CITATION.cff": `${least}license: MIT\nlicense: Apache-2.0\n`,
  "bad/alias-cycle/CITATION.cff": `${least}keywords: &k [*k]\n`,
};
