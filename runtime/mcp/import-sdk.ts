import { refuseOption } from "../errors/refuse-option.js";
import type { McpSdk, McpStdio } from "./mcp-sdk.js";

/** Loads the server package, which is not a dependency of a pack. */
export async function importSdk(): Promise<McpSdk & McpStdio> {
  // Not literals, so that neither a compiler nor a bundler looks for the package.
  const name: string = "@modelcontextprotocol/server";
  try {
    const [server, stdio] = await Promise.all([import(name), import(`${name}/stdio`)]);
    return { ...(server as McpSdk), ...(stdio as McpStdio) };
  } catch {
    throw refuseOption(`mcp requires a package that is not installed: npm install ${name}@2.4`);
  }
}
