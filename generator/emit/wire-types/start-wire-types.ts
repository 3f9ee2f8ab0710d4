import { Worker } from "node:worker_threads";
import type { Json, JsonObject } from "../../load/types.js";
import { cleanDocument } from "./clean-document.js";

export interface WireTypes {
  /** TypeScript text of the document's types. */
  send(document: JsonObject): Promise<string>;
  /** Ends the worker; a text that is still awaited is refused. */
  close(): Promise<void>;
}

type Answer = { readonly text: string } | { readonly error: string };

/** Starts loading openapi-typescript beside everything else: that takes longer than all our own work. */
export function startWireTypes(): WireTypes {
  const worker = new Worker(new URL("../../../bin/wire-types-worker.js", import.meta.url));
  return {
    send: (document) =>
      new Promise((resolve, reject) => {
        worker.once("message", (answer: Answer) => {
          if ("text" in answer) resolve(answer.text);
          else reject(new Error(`openapi-typescript: ${answer.error}`));
        });
        worker.once("error", reject);
        worker.once("exit", () => reject(new Error("the wire types were stopped")));
        worker.postMessage(cleanDocument(document) satisfies Json);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
