import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The folder against which the imports of a bundled text are resolved. */
export const pack = fileURLToPath(new URL("../../generated/mem0/", import.meta.url));

const withoutValidators = {
  name: "without-validators",
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]validators[\\/]\w+\.js$/ }, ({ path }) => {
      const name = path.match(/(\w+)\.js$/)[1].replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase());
      return { contents: `export const validate${name} = () => true;` };
    });
  },
};

/**
 * Bundles the sources of the Mem0 pack, not its dist, into one ES module.
 *
 * @param {string} contents the code a user would write, with imports relative to the pack
 * @param {{ validators?: boolean; minify?: boolean }} options
 * @returns {Promise<string>}
 */
export async function bundlePack(contents, { validators = true, minify = false } = {}) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: pack, loader: "ts" },
    bundle: true,
    minify,
    write: false,
    format: "esm",
    target: "esnext",
    platform: "neutral",
    plugins: validators ? [] : [withoutValidators],
  });
  return outputFiles[0].text;
}
