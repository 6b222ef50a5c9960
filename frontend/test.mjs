// Runs the tests of the scripts: node test.mjs
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { plainYjs } from "./yjs/plugin.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const output = await mkdtemp(join(tmpdir(), "plaudit-scripts-"));
const tests = (await readdir(join(here, "tests"))).filter((name) => name.endsWith(".test.ts")).map((name) => join(here, "tests", name));
await build({
  entryPoints: tests,
  outdir: output,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  plugins: [plainYjs],
});
const built = (await readdir(output)).map((name) => join(output, name));
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=dot", ...built], { stdio: "inherit" });
await rm(output, { recursive: true });
process.exit(status ?? 1);
