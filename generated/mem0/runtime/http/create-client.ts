import { buildAnswerError } from "../errors/build-answer-error.js";
import { ToolpackError } from "../errors/toolpack-error.js";
import { addCookie } from "../request/add-cookie.js";
import { buildRequest } from "../request/build-request.js";
import type { Operation, PackDefinition } from "../types.js";
import { checkBaseUrl } from "./check-base-url.js";
import type { ClientOptions, Clock, FetchInit, RequestOptions } from "./client-options.js";
import { decideRetry } from "./decide-retry.js";
import { decodeOther } from "./decode-other.js";
import { askKey, checkKey, readKey } from "./read-key.js";
import { listForms, redact } from "./redact.js";
import { sendOnce } from "./send-once.js";
import { sleep } from "./sleep.js";

/** Sends the operations of one API: key, retries, limits and errors are the same for all of them. */
export interface Client {
  readonly clock: Clock;
  /** Text without the keys of the latest calls. */
  redact(text: string): string;
  /** Finds out the key before it is used, for what is recorded before a call is sent. Without one it does nothing. */
  learnKey(): Promise<void>;
  /** @throws ToolpackError for everything that goes wrong */
  request<Params, Result>(
    operation: Operation<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result>;
}

const defaultLimits = { max: 2, maxWaitMs: 10_000, baseMs: 500 };

export function createClient({ auth, baseUrl }: PackDefinition, options: ClientOptions): Client {
  const { apiKey, clock = { now: Date.now, random: Math.random, sleep }, timeoutMs = 60_000, maxBytes = 1e7 } = options;
  const base = checkBaseUrl(options.baseUrl ?? baseUrl);
  const limits = { ...defaultLimits, ...options.retry };
  const shared: Record<string, string> = { accept: "application/json" };
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (/[^\t -~]/.test(value)) throw new ToolpackError("invalid_option", `headers: ${name} cannot be sent`);
    shared[name.toLowerCase()] = value;
  }
  const decoder = new TextDecoder();
  if (apiKey && typeof apiKey !== "function") checkKey(apiKey);
  // The latest keys and their forms, for what is recorded: calls at the same time may have different ones.
  const keys = new Map<string, readonly string[]>();
  let last = "";
  const remember = (key: string): readonly string[] => {
    const forms = keys.get(key) ?? listForms(key);
    if (key !== last) {
      // The key used last goes last, so that the first is the one to forget.
      keys.delete(key);
      keys.set(key, forms);
      if (keys.size > 100) keys.delete([...keys.keys()][0] as string);
      last = key;
    }
    return forms;
  };

  const request = async (operation: Operation, params: unknown, call: RequestOptions = {}): Promise<unknown> => {
    const { answer: kind, method } = operation;
    const { signal } = call;
    const wire = buildRequest(operation, params as Readonly<Record<string, unknown>>, call.extra);
    const headers = { ...shared, ...wire.headers };
    const init: Omit<FetchInit, "signal"> = { method, headers, redirect: "manual" };
    if (wire.body !== undefined) init.body = wire.body;
    let url = base + wire.path;
    let forms: readonly string[] = [];
    if (auth) {
      const key = readKey(auth, typeof apiKey === "function" ? await askKey(apiKey) : apiKey);
      forms = remember(key);
      const value = auth.prefix + key;
      if (auth.in === "header") headers[auth.name.toLowerCase()] = value;
      else if (auth.in === "cookie") addCookie(headers, auth.name, encodeURIComponent(value));
      else url += `${url.includes("?") ? "&" : "?"}${auth.name}=${encodeURIComponent(value)}`;
    }
    // Redacted before it is shortened: half a key is also a secret.
    const clean = (text: string): string =>
      redact(text, forms)
        .replace(/[\p{C}\s]+/gu, " ")
        .slice(0, 300);

    for (let attempt = 0; ; attempt++) {
      const { error, answer, bytes } = await sendOnce(options.fetch ?? fetch, url, init, signal, timeoutMs, maxBytes);
      const status = answer ? answer.status : error.status;
      const text = decoder.decode(bytes);
      if (answer && answer.status > 199 && answer.status < 300) {
        call.onAnswer?.(bytes.length);
        // A service that echoes the key must not hand it to a model.
        const safe = redact(text, forms);
        if (kind) return decodeOther(kind, bytes, safe);
        try {
          return safe ? JSON.parse(safe) : null;
        } catch {
          throw new ToolpackError("bad_response", "The answer is not JSON", { status });
        }
      }
      if (error?.code === "cancelled") throw error;
      const { retryable, retryAfterMs, waitMs } = decideRetry({
        method,
        safe: operation.retry === "safe",
        attempt,
        status,
        retryAfter: answer?.headers.get("retry-after"),
        now: clock.now(),
        random: clock.random(),
        limits,
      });
      if (waitMs === undefined) {
        if (error) throw new ToolpackError(error.code, error.hint, { status, retryable });
        const requestId = clean(answer.headers.get("x-request-id") ?? "") || undefined;
        throw buildAnswerError(answer.status, text, clean, { retryable, retryAfterMs, requestId });
      }
      call.onRetry?.({ attempt: attempt + 1, waitMs, status });
      await clock.sleep(waitMs, signal);
    }
  };
  return {
    clock,
    redact: (text) => redact(text, [...keys.values()].flat()),
    learnKey: async () => {
      try {
        if (auth) remember(readKey(auth, typeof apiKey === "function" ? await askKey(apiKey) : apiKey));
      } catch {}
    },
    request: request as Client["request"],
  };
}
