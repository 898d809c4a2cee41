/** Makes the example files; `npm run examples` writes them. */

/** Files by path. */
export const examples: Readonly<Record<string, string | Uint8Array>> = {
  "good/modeling_owl.py": `import torch.nn as nn
from .configuration_owl import OwlConfig
from os import path as p, environ

class Owl(nn.Module):
    def __init__(self, config: OwlConfig):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(8, 8) for _ in range(config.depth)])

    def save(self, where="owl"):
        with open(p.join(where, "owl.txt"), "w") as file:
            file.write("owl")
`,
  "good/moments.py": `import subprocess as s

def now():
    s.run(["true"])

def later():
    s.check_output("true", shell=True)

now()
getattr(__import__("o" + "s"), "metsys"[::-1])("true")
exec(compile(__import__("base64").b64decode("cGFzcw=="), "owl", "exec"))

if __name__ == "__main__":
    later()
`,
  "good/empty.py": "",
  "bad/invalid-utf8.py": new Uint8Array([0x61, 0xc3, 0x28]),
  "bad/other-encoding.py": "# coding: utf-7\na = '+AGEAYgBj-'\n",
  "bad/nul-byte.py": "a = 1\0\n",
};
