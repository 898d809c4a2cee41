/** Makes the example files; `npm run examples` writes them. */

const owl = `# What Owl needs
--index-url=https://packages.example.org/simple
--extra-index-url https://more.example.org/simple  # internal
-r base.txt
--require-hashes
torch==2.4.0 ; python_version >= "3.9"
numpy >=1.26, !=2.0.*  # pinned
owl-tools[cli,web] ~= 1.0
nest (>=2)
feather == 1.0 \\
    --hash=sha256:00 \\
    --hash=sha256:11
beak @ https://example.org/beak-1.0.zip
git+https://example.org/claw.git@v1#egg=claw
-e ./wing
-e .
./downloads/tail-1.0.whl
https://example.org/eye.tar.gz
plain
`;

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/owl/requirements.txt": owl,
  "good/requirements-dev.txt": "pytest\r\n\r\n  ruff>=0.5 \\\r\n# a comment ends it\r\n",
  "good/requirements_empty.txt": "",
  "bad/bad-line/requirements.txt": "numpy\npip install torch\n",
  "bad/bad-line-version.requirements/requirements.txt": "torch=2.0\n",
  "bad/unknown-option/requirements.txt": "--run-this now\n",
  "bad/invalid-utf8/requirements.txt": new Uint8Array([0x61, 0x0a, 0xff]),
};
