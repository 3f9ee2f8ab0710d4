import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The minimum Node version that both programs support. */
const least = [24, 18];

/** The Node that runs the programs: the one installed in this folder, or else the one that runs this script. */
export function findNode() {
  const { arch, platform, versions } = process;
  const name = `node-${platform === "win32" ? "win" : platform}-${arch}`;
  const file = platform === "win32" ? "node.exe" : "node";
  const installed = fileURLToPath(new URL(`node_modules/${name}/bin/${file}`, import.meta.url));
  if (existsSync(installed)) return installed;
  const [major, minor] = versions.node.split(".").map(Number);
  if (major > least[0] || (major === least[0] && minor >= least[1])) return process.execPath;
  throw new Error(`${name} is not installed here, and this Node is older than ${least.join(".")}`);
}
