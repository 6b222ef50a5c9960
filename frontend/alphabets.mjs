// The letters that the typefaces are cut to, and the three parts that they travel in.
function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join("");
}

// The ranges agree with `unicode-range` in styles/_fonts.scss.
export const plain =
  range(0x20, 0x7e) + "\u00a0£©°±²·½×÷é" + range(0x2000, 0x200f) + range(0x2010, 0x2015) + range(0x2018, 0x201e) + "•…\u202f€™←↑→↓−";
export const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + "ıŒœˆ˚˜" + range(0x2000, 0x206f) + "€™←↑→↓−∕×";
export const accented = [...latin].filter((character) => !plain.includes(character)).join("");
export const extended = range(0x100, 0x24f) + range(0x1e00, 0x1e9f) + range(0x1ef2, 0x1eff) + range(0x20a0, 0x20c0);
