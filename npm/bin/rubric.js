#!/usr/bin/env node
"use strict";
// Runs the rubric that lies beside this file, with the arguments, streams and working folder that it got itself, and
// ends as that ends.

const { spawn } = require("child_process");
const path = require("path");

const platform = `${process.platform}-${process.arch}`;
const program = path.join(__dirname, `rubric-${platform}`);

function fail(message) {
  console.error(`rubric: ${message}`);
  process.exitCode = 2;
}

function run() {
  const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
  // A terminal interrupts both; this one waits for what the other makes of it.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) =>
    fail(
      error.code === "ENOENT"
        ? `this package has no program for ${platform} with glibc, only for linux-x64; it can be built from source`
        : error.message
    )
  );
  child.on("exit", (status, signal) => {
    if (signal === null) {
      process.exitCode = status;
    } else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

run();
