// What Yjs asks of lib0's logging: a warning in the console, here without colours.
const style = Symbol("no style");
const plain = (told) => told.filter((one) => one !== style);

export const print = (...told) => console.log(...plain(told));
export const warn = (...told) => console.warn(...plain(told));
export { style as BOLD, style as ORANGE, style as RED, style as UNBOLD };
