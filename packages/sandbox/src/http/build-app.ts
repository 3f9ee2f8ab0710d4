import { setTimeout as wait } from "node:timers/promises";
import { Hono, type MiddlewareHandler } from "hono";
import { readDocument } from "../document/read-document.js";
import type { OperationSpec } from "../document/types.js";
import { handlers } from "../handlers/index.js";
import type { Handler, Jobs, State } from "../types.js";
import { type FaultOptions, faults } from "./faults.js";
import { findMethods } from "./find-methods.js";
import { runOperation } from "./run-operation.js";

export interface AppOptions extends FaultOptions {
  readonly state: State;
  readonly apiKey: string;
  readonly jobs: Jobs;
}

const INVALID_KEY = "Invalid API key. You can find your API key on the dashboard.";

/** Builds the server: faults, routes, API key, rate limit, validation, handlers. */
export function buildApp({ state, apiKey, jobs, latencyMs = 0, ...options }: AppOptions): Hono {
  const { failure, retryAfter } = faults(options);
  const app = new Hono({ strict: true });

  app.use(async (context, next) => {
    if (latencyMs > 0) await wait(latencyMs);
    const status = failure();
    if (status === undefined) return next();
    return context.json({ detail: "The sandbox is configured to fail this request." }, status as 503);
  });

  const admit: MiddlewareHandler = async (context, next) => {
    if (context.req.header("authorization") !== `Token ${apiKey}`) return context.json({ detail: INVALID_KEY }, 401);
    const seconds = retryAfter(Date.now());
    if (seconds === undefined) return next();
    const detail = `Request was throttled. Expected available in ${seconds} seconds.`;
    return context.json({ detail }, 429, { "Retry-After": String(seconds) });
  };

  for (const { operation, handler } of routes()) {
    const path = operation.path.replaceAll(/\{([^}]+)\}/g, ":$1");
    app.on(operation.method, path, admit, async (context) => {
      const url = new URL(context.req.url);
      const text = operation.body === undefined ? "" : await context.req.text();
      const request = { path: context.req.param(), query: url.searchParams, body: text };
      const { status, body } = runOperation(operation, handler, request, { state, jobs, url });
      return context.json(body as object, status as 200);
    });
  }

  app.notFound((context) => {
    const { pathname, search } = new URL(context.req.url);
    const methods = findMethods(pathname);
    if (methods.length > 0) {
      const detail = `Method "${context.req.method}" not allowed.`;
      return context.json({ detail }, 405, { Allow: methods.join(", ") });
    }
    // A path without its trailing slash is redirected for every method; a client that follows loses the body.
    if (findMethods(`${pathname}/`).length > 0) return context.redirect(`${pathname}/${search}`, 301);
    return context.json({ detail: "Not found." }, 404);
  });

  app.onError((error, context) => {
    process.stderr.write(`${context.req.method} ${context.req.path}: ${error.stack ?? error.message}\n`);
    return context.json({ detail: "Internal Server Error" }, 500);
  });
  return app;
}

/** Constant segments come before variable ones, so that `/v1/memories/events/` does not match a memory id. */
function routes(): { operation: OperationSpec; handler: Handler }[] {
  const order = ({ path }: OperationSpec): string => path.replaceAll(/\{[^}]+\}/g, "~");
  const sorted = readDocument().toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return sorted.map((operation) => {
    const handler = handlers.get(operation.id);
    if (handler === undefined) throw new Error(`The sandbox has no handler for ${operation.id}.`);
    return { operation, handler };
  });
}
