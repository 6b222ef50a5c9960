// Cuts the two typefaces down to what the pages set: Latin and Latin Extended, the weights and size in use.
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const packages = {
  atkinson: dirname(require.resolve("@fontsource-variable/atkinson-hyperlegible-next/package.json")),
  newsreader: dirname(require.resolve("@fontsource-variable/newsreader/package.json")),
};

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join("");
}

// The ranges agree with `unicode-range` in styles/_fonts.scss.
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + "ıŒœˆ˚˜" + range(0x2000, 0x206f) + "€™←↑→↓−∕×";
const extended = range(0x100, 0x24f) + range(0x1e00, 0x1e9f) + range(0x1ef2, 0x1eff) + range(0x20a0, 0x20c0);

const reading = { wght: { min: 400, max: 700 } };
const titles = { opsz: 36, wght: 500 };

const cuts = [
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-normal", latin, reading, "reading"],
  ["atkinson", "atkinson-hyperlegible-next-latin-ext-wght-normal", extended, reading, "reading-extended"],
  ["atkinson", "atkinson-hyperlegible-next-latin-wght-italic", latin, reading, "reading-italic"],
  ["atkinson", "atkinson-hyperlegible-next-latin-ext-wght-italic", extended, reading, "reading-italic-extended"],
  ["newsreader", "newsreader-latin-opsz-normal", latin, titles, "titles"],
  ["newsreader", "newsreader-latin-ext-opsz-normal", extended, titles, "titles-extended"],
];

export async function writeFonts(target) {
  for (const [typeface, file, characters, variationAxes, name] of cuts) {
    const whole = await readFile(join(packages[typeface], "files", `${file}.woff2`));
    const cut = await subsetFont(whole, characters, { targetFormat: "woff2", variationAxes });
    await writeFile(join(target, `${name}.woff2`), cut);
  }
  for (const [typeface, folder] of Object.entries(packages)) {
    await copyFile(join(folder, "LICENSE"), join(target, `${typeface}-licence.txt`));
  }
}
