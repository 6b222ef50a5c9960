// Cuts the two typefaces down to what the pages set: the weights and size in use, and three parts of the alphabet, so that
// a page fetches what English needs, and the rest only where it has such letters.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { accented, extended, latin, plain } from "./alphabets.mjs";

const require = createRequire(import.meta.url);
const packages = {
  atkinson: dirname(require.resolve("@fontsource-variable/atkinson-hyperlegible-next/package.json")),
  newsreader: dirname(require.resolve("@fontsource-variable/newsreader/package.json")),
};

const reading = { wght: { min: 400, max: 700 } };
const titles = { opsz: 36, wght: 500 };
// Kerning, ligatures, forms of a language, figures of one width: what the sheets set or browsers do by themselves.
const keepFeatures = ["kern", "liga", "locl", "tnum"];

const cuts = [
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-normal", plain, reading, "reading"],
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-normal", accented, reading, "reading-accented"],
  ["atkinson", "atkinson-hyperlegible-next-latin-ext-wght-normal", extended, reading, "reading-extended"],
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-italic", plain, reading, "reading-italic"],
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-italic", accented, reading, "reading-italic-accented"],
  ["atkinson", "atkinson-hyperlegible-next-latin-ext-wght-italic", extended, reading, "reading-italic-extended"],
  ["newsreader", "newsreader-latin-opsz-normal", plain, titles, "titles"],
  ["newsreader", "newsreader-latin-opsz-normal", accented, titles, "titles-accented"],
  ["newsreader", "newsreader-latin-ext-opsz-normal", extended, titles, "titles-extended"],
];

// What PDFs are set in: one file a weight, for their typesetter reads neither woff2 nor variable fonts.
const printed = [
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-normal", latin, { wght: 400 }, "regular"],
  ["atkinson", "atkinson-hyperlegible-next-latin-ext-wght-normal", extended, { wght: 400 }, "regular-extended"],
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-normal", latin, { wght: 700 }, "bold"],
  ["atkinson", "atkinson-hyperlegible-next-latin-ext-wght-normal", extended, { wght: 700 }, "bold-extended"],
  ["newsreader", "newsreader-latin-opsz-normal", latin, titles, "titles"],
  ["newsreader", "newsreader-latin-ext-opsz-normal", extended, titles, "titles-extended"],
];

// The typesetter takes one file a family and weight, so what holds the extended letters goes by a name of its own.
function renamedExtended(font) {
  const bytes = Buffer.from(font);
  for (const [from, to] of [["Hyperlegible Next", "Hyperlegible Plus"], ["Newsreader 16pt", "Newsreader Plus"]]) {
    const [old, fresh] = [from, to].map((name) => Buffer.from(name, "utf16le").swap16());
    for (let at = bytes.indexOf(old); at >= 0; at = bytes.indexOf(old, at + 1)) fresh.copy(bytes, at);
  }
  return bytes;
}

async function writePrintedFonts(target) {
  await mkdir(target, { recursive: true });
  for (const [typeface, file, characters, variationAxes, name] of printed) {
    const whole = await readFile(join(packages[typeface], "files", `${file}.woff2`));
    const cut = await subsetFont(whole, characters, { targetFormat: "sfnt", variationAxes });
    await writeFile(join(target, `${name}.ttf`), name.endsWith("-extended") ? renamedExtended(cut) : cut);
  }
}

export async function writeFonts(target) {
  await writePrintedFonts(join(target, "print"));
  for (const [typeface, file, characters, variationAxes, name] of cuts) {
    const whole = await readFile(join(packages[typeface], "files", `${file}.woff2`));
    const cut = await subsetFont(whole, characters, { targetFormat: "woff2", variationAxes, keepFeatures });
    await writeFile(join(target, `${name}.woff2`), cut);
  }
  for (const [typeface, folder] of Object.entries(packages)) {
    await copyFile(join(folder, "LICENSE"), join(target, `${typeface}-licence.txt`));
  }
}
