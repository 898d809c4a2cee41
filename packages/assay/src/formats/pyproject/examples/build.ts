/** Makes the example files; `npm run examples` writes them. */

const owl = `[build-system]
requires = ["hatchling"]

[project]
name = "owl"
version = "1.0"
license = "Apache-2.0"
license-files = ["LICENSE", "notices/*"]
classifiers = [
  # "License :: Public Domain",
  "Programming Language :: Python",
  "License :: OSI Approved :: MIT License", # a contradiction
]
dependencies = ["torch>=2", "nest @ https://example.org/nest.zip", 'owls; python_version < "3"']

[project.optional-dependencies]
dev = ["ruff"]

[project.urls]
Source = "https://example.org/owl"

[tool.notes]
text = """
[project]
name = "beak"
"""
`;

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/owl/pyproject.toml": owl,
  "good/text/pyproject.toml": '[project]\r\nname = "owl"\r\nlicense = {text = "MIT"}\r\n',
  "good/file/pyproject.toml": "project.name = 'owl'\nproject.license.file = 'LICENSE'\n",
  "good/poetry/pyproject.toml": '[tool.poetry]\nname = "owl"\nversion = "1.0"\nlicense = "MIT"\n',
  "good/unclear/pyproject.toml": "[project]\nlicense = ['MIT']\n",
  "good/tools/pyproject.toml": "[tool.ruff]\nline-length = 100\n",
  "good/empty/pyproject.toml": "",
  "bad/not-toml/pyproject.toml": "[project]\nname = 'owl'\nlicense = MIT\n",
  "bad/not-toml-deep/pyproject.toml": `a = ${"[".repeat(2000)}`,
  "bad/bad-requirement/pyproject.toml": "[project]\ndependencies = ['owl==', 'nest']\n",
  "bad/bad-value/pyproject.toml": "[project]\ndependencies = 'owl'\n",
  "bad/invalid-utf8/pyproject.toml": new Uint8Array([0x23, 0xff, 0x0a]),
};
