// Runs Azurite for as long as the other end of standard input is held open: whoever started it may be killed, and it still ends,
// in good order and with its data written.   node run.js INSTALLED REMOVE FOLDER OPTIONS...
"use strict";
const fs = require("fs");
const path = require("path");
const [installed, remove, folder, ...options] = process.argv.slice(2);
const pidFile = path.join(folder, "azurite.pid");

// Writing to a dead parent's pipe must not stop the data from being written.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// Ctrl+C reaches every process of a terminal. The program decides when its storage goes.
process.on("SIGINT", () => {});
let started = false;
process.on("newListener", (event, listener) => {
  if (event === "SIGINT") setImmediate(() => process.removeListener(event, listener));
  if (event === "SIGTERM") started = true;
});

process.stdin.on("end", stop).on("error", stop).resume().unref();
process.on("exit", () => {
  if (remove === "true") fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  else fs.rmSync(pidFile, { force: true });
});

fs.writeFileSync(pidFile, String(process.pid));
process.argv.splice(2, process.argv.length, "--location", folder, ...options);
require(path.join(installed, "node_modules/azurite/dist/src/azurite.js"));

// SIGTERM is Azurite's own way to an orderly end, once it has started.
function stop() {
  if (!started) process.exit();
  process.emit("SIGTERM");
  setTimeout(() => process.exit(), 8000).unref();
}
