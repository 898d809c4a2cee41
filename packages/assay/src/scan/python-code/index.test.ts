import { expect, test } from "vitest";
import { inspectFiles } from "../../../test/support/inspect.ts";
import rule from "./index.ts";

const CONFIG = { "config.json": JSON.stringify({ auto_map: { AutoModel: "modeling_owl.Owl" } }) };

async function codesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await inspectFiles(rule, files)).map(({ code, at }) => `${"path" in at && at.path} ${code}`);
}

/** Codes of code that a loader imports, beside that it does. */
async function whenImported(code: string): Promise<readonly string[]> {
  const found = await codesOf({ ...CONFIG, "modeling_owl.py": code });
  expect(found[0]).toBe("modeling_owl.py loader-runs-code");
  return found.slice(1).map((one) => one.split(" ")[1] ?? "");
}

test("training code that no loader imports is silent, whatever it does", async () => {
  const code =
    "import os, subprocess, requests\nos.system('nvidia-smi')\nexec(open('version.py').read())\nrequests.get('https://example.org')\n";
  expect(await codesOf({ "train.py": code, "tools/run.py": code, "setup.py": code })).toEqual([]);
});

test("code that a loader imports is told with who names it and what it does", async () => {
  const findings = await inspectFiles(rule, {
    ...CONFIG,
    "modeling_owl.py": "from .layers import Layer\nimport os\nclass Owl:\n  def save(self):\n    os.system('true')\n",
    "layers.py": "class Layer: pass\n",
    "other.py": "class Other: pass\n",
  });
  expect(findings).toMatchObject([
    { rule: "python-code", severity: "warning", code: "loader-runs-code", at: { path: "layers.py" } },
    { rule: "python-code", severity: "warning", code: "loader-runs-code", at: { path: "modeling_owl.py" } },
  ]);
  expect(findings[1]?.message).toContain("named modeling_owl.Owl in config.json · it starts programs");
});

test.each([
  ["by its name", "import os\nos.system('true')\n"],
  ["by another name", "from subprocess import check_output as c\nc('true')\n"],
  ["by a look-up", "import os\ngetattr(os, 'sys' + 'tem')('true')\n"],
  ["by an import at run time", "__import__('os').popen('true')\n"],
  ["by a dictionary", "import os\nos.__dict__['system']('true')\n"],
  ["by the list of modules", "import sys\nsys.modules['os'].system('true')\n"],
  ["by a name that is computed", "import os\ngetattr(os, input())('true')\n"],
  ["by a variable", "import os\nrun = os.system\nrun('true')\n"],
  ["in a function that is called", "import os\ndef f():\n  os.system('true')\nf()\n"],
  [
    "in a constructor",
    "import os\nclass A:\n  def __init__(self):\n    self.f()\n  def f(self):\n    os.system('true')\nA()\n",
  ],
  ["in a decorator", "import os\ndef d(c):\n  os.system('true')\n  return c\n@d\nclass A: pass\n"],
  ["in a class", "import os\nclass A:\n  x = os.system('true')\n"],
  ["in a default", "import os\ndef f(x=os.system('true')): pass\n"],
  ["in a lambda", "import os\n(lambda: os.system('true'))()\n"],
  ["in what is handed on", "import os, atexit\ndef f():\n  os.system('true')\natexit.register(f)\n"],
  ["when a name is looked for", "import os\ndef __getattr__(name):\n  os.system('true')\n"],
  ["in a loop", "import os\nfor x in [1]:\n  try:\n    os.system('true')\n  except Exception: pass\n"],
  ["over the network", "import urllib.request\nurllib.request.urlopen('https://example.org')\n"],
  ["as code", "eval('1')\n"],
  ["out of a pickle", "import pickle\npickle.loads(b'')\n"],
])("a danger at the import is found %s", async (_, code) => {
  expect(await whenImported(code)).toContain("runs-on-import");
});

test.each([
  ["in a function that nobody calls", "import os\ndef f():\n  os.system('true')\n"],
  ["in a program", "import os\nif __name__ == '__main__':\n  os.system('true')\n"],
  ["in another function of that name", "import re\nre.compile('a')\nx = 'a'.join([])\n"],
])("what does not happen at the import is told by what it does alone: %s", async (_, code) => {
  expect(await whenImported(code)).toEqual([]);
});

test.each([
  ["hidden-code", "import base64\ndef f():\n  exec(base64.b64decode('cGFzcw=='))\n"],
  ["hidden-code", "import zlib, marshal\ncode = zlib.decompress(b'')\ndef f():\n  exec(marshal.loads(code))\n"],
  ["hidden-code", "import codecs\ntext = codecs.decode('cnff', 'rot13')\neval(compile(text, 'a', 'exec'))\n"],
  [
    "remote-shell",
    "import socket, subprocess, os\ns = socket.socket()\nos.dup2(s.fileno(), 0)\nsubprocess.call(['sh'])\n",
  ],
])("%s is told of every file", async (code, content) => {
  expect(await codesOf({ "tools/train.py": content })).toContain(`tools/train.py ${code}`);
});

test("code that is fetched and run is told where somebody imports it", async () => {
  const code = "import requests\ndef f():\n  exec(requests.get('https://example.org').text)\n";
  expect(await whenImported(code)).toEqual(["fetched-code"]);
  expect(await codesOf({ "setup.py": code })).toEqual(["setup.py fetched-code"]);
  expect(await codesOf({ "train.py": code })).toEqual([]);
});

test("a file that is too large to be read and is imported is told all the same", async () => {
  const [finding] = await inspectFiles(rule, { ...CONFIG, "modeling_owl.py": "#".repeat(600_000) });
  expect(finding).toMatchObject({
    code: "loader-runs-code",
    message: expect.stringContaining("not all of it was read"),
  });
});
