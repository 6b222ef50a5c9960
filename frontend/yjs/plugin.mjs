// Builds pages with the parts of Yjs that they use: see kept.js.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "../node_modules");
const proved = { yjs: "13.6.33", lib0: "0.2.120" };

function requireProved() {
  for (const [name, version] of Object.entries(proved)) {
    const found = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
    if (found === version) continue;
    throw new Error(
      `${name} is ${found}, and frontend/yjs is proved with ${version}: compare the files that kept.js names and YText.js, ` +
        "name the new version in frontend/yjs/plugin.mjs, and run `npm test` before anything is published.",
    );
  }
}

/** What Yjs's own files ask for, and what they are given. */
const inPlaceOf = {
  "../internals.js": "kept.js",
  "lib0/encoding": "encoding.js",
  "lib0/decoding": "decoding.js",
  "lib0/logging": "warnings.js",
};

export const plainYjs = {
  name: "plain-yjs",
  setup(build) {
    requireProved();
    // Asking for a part that is not kept stops the build, by whatever way it is asked for.
    build.initialOptions.logOverride = { ...build.initialOptions.logOverride, "import-is-undefined": "error" };
    const taken = (path) => ({ path, sideEffects: false });
    const source = join(modules, "yjs/src/");
    build.onResolve({ filter: /^yjs$/ }, () => taken(join(here, "kept.js")));
    build.onResolve({ filter: /^yjs\/src\// }, ({ path }) => taken(join(modules, path)));
    build.onResolve({ filter: /^(\.\.\/internals\.js|lib0\/.*)$/ }, ({ path, importer }) => {
      const ours = importer.startsWith(source) && inPlaceOf[path];
      return ours ? taken(join(here, ours)) : undefined;
    });
  },
};
