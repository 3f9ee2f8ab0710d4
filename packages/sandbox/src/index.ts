import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { buildApp } from "./http/build-app.js";
import type { FaultOptions } from "./http/faults.js";
import { seed } from "./state/seed.js";
import { SEED } from "./state/seed-ids.js";
import { startJobs } from "./state/start-jobs.js";

export { SEED };

export interface SandboxOptions extends FaultOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** The only key that is accepted; `sandbox-key` unless said. */
  readonly apiKey?: string;
  /** Start with four memories of a user `alice`; off unless said. */
  readonly seed?: boolean;
  /** How long an event or an export takes, in milliseconds; 200 unless said. */
  readonly eventMs?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly apiKey: string;
  /** Moves all waiting events and exports one step on without waiting: PENDING to RUNNING, RUNNING to the end. */
  advance(): void;
  close(): Promise<void>;
}

/** Starts a server on the loopback interface that speaks the Mem0 Platform API and forgets everything when it stops. */
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
