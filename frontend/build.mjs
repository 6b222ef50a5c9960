// Builds every static file of the pages: node build.mjs
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { compileAsync } from "sass";
import { writeFonts } from "./fonts.mjs";
import { withoutUnused } from "./unsent.mjs";
import { plainYjs } from "./yjs/plugin.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../src/plaudit/sites/components/static/plaudit");
const fallbackInVar = /var\((--govuk-[a-z-]+-colour), ?(?:#[0-9a-f]+|[a-z]+)\)/g;

async function writeStyles() {
  const sheets = (await readdir(join(here, "styles"))).filter((name) => /^[a-z].*\.scss$/.test(name));
  await Promise.all(
    sheets.map(async (sheet) => {
      const { css } = await compileAsync(join(here, "styles", sheet), {
        loadPaths: [join(here, "node_modules/govuk-frontend/dist")],
        style: "compressed",
        quietDeps: true,
      });
      // Our sheets define every colour that GOV.UK Frontend reads, so its own values need not travel.
      const sheetOfOurs = withoutUnused(css.replace(fallbackInVar, "var($1)"));
      await writeFile(join(target, sheet.replace(".scss", ".css")), sheetOfOurs);
    }),
  );
}

async function writeScripts() {
  const pages = await readdir(join(here, "scripts/pages"));
  await build({
    entryPoints: pages.filter((name) => name.endsWith(".ts")).map((name) => join(here, "scripts/pages", name)),
    outdir: target,
    bundle: true,
    format: "esm",
    target: ["es2020"],
    minify: true,
    plugins: [plainYjs],
    logLevel: "warning",
  });
}

async function writePictures() {
  const pictures = join(here, "pictures");
  for (const name of await readdir(pictures)) {
    await writeFile(join(target, name), await readFile(join(pictures, name)));
  }
}

async function report() {
  const sent = (await readdir(target, { withFileTypes: true })).filter((entry) => entry.isFile());
  for (const name of sent.map((entry) => entry.name).sort()) {
    const bytes = await readFile(join(target, name));
    const size = /\.(css|js|svg)$/.test(name) ? brotliCompressSync(bytes).length : bytes.length;
    console.log(`${String(size).padStart(7)}  ${name}`);
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await Promise.all([writeStyles(), writeScripts(), writeFonts(target), writePictures()]);
await report();
