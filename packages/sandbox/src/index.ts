import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { buildApp } from "./http/build-app.js";
import type { FaultOptions } from "./http/faults.js";
import { seed } from "./state/seed.js";
import { SEED } from "./state/seed-ids.js";
import { startJobs } from "./state/start-jobs.js";

export { SEED };

export interface SandboxOptions extends FaultOptions {
  /** Port to listen on; 0, the default, picks a free port. */
  readonly port?: number;
  /** The only accepted API key; default `sandbox-key`. */
  readonly apiKey?: string;
  /** Start with four memories of the user `alice`; default false. */
  readonly seed?: boolean;
  /** Duration of an event or an export in milliseconds; default 200. */
  readonly eventMs?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly apiKey: string;
  /** Advances all pending events and exports one step immediately: PENDING to RUNNING, RUNNING to its final status. */
  advance(): void;
  close(): Promise<void>;
}

/** Starts a server on the loopback interface that implements the Mem0 Platform API and discards all data on stop. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, apiKey = "sandbox-key", eventMs = 200, seed: withMemories = false, ...faults } = options;
  const state = seed(withMemories, new Date().toISOString());
  const { jobs, advance, stop } = startJobs(state, eventMs);
  const app = buildApp({ state, apiKey, jobs, ...faults });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, ({ port: actual }: AddressInfo) => {
      const close = (): Promise<void> =>
        new Promise((done) => {
          stop();
          server.close(() => done());
          if ("closeAllConnections" in server) server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${actual}`, apiKey, advance, close });
    });
    server.once("error", reject);
  });
}
