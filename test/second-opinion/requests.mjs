import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findNode } from "./find-node.mjs";

/** Compares the requests of packs of real documents with those that swagger-client builds, in a process of its own. */
export function checkRequests() {
  const program = fileURLToPath(new URL("requests/check-requests.mjs", import.meta.url));
  // The differences are printed; here they only count.
  const { status } = spawnSync(findNode(), [program], { stdio: "inherit" });
  return status === 0 ? [] : ["Requests differ from those of swagger-client"];
}
