import { buildAnswerError } from "../errors/build-answer-error.js";
import { ToolpackError } from "../errors/toolpack-error.js";
import type { Operation } from "../operation.js";
import { buildRequest } from "../request/build-request.js";
import type { KeyedRequest, PackDefinition } from "../types.js";
import { checkBaseUrl } from "./check-base-url.js";
import type { ClientOptions, Clock, FetchInit, RequestOptions } from "./client-options.js";
import { decideRetry } from "./decide-retry.js";
import { readJson } from "./readers/read-json.js";
import { redact, rememberKeys } from "./remember-keys.js";
import { sendOnce } from "./send-once.js";
import { sleep } from "./sleep.js";

/** Sends the operations of one API, with the same key, retries, limits and errors for all of them. */
export interface Client {
  readonly clock: Clock;
  /** Text without the keys of the latest calls. */
  redact(text: string): string;
  /** Reads the keys before they are used, for what is recorded before a call is sent. Does nothing without one. */
  learnKeys(context: unknown): Promise<void>;
  /** @throws ToolpackError whatever goes wrong */
  request<Params, Result>(
    operation: Operation<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result>;
}

const defaultLimits = { max: 2, maxWaitMs: 10_000, baseMs: 500 };

export function createClient(definition: PackDefinition, options: ClientOptions): Client {
  const { auth, baseUrl, credentials } = definition;
  const { clock = { now: Date.now, random: Math.random, sleep }, timeoutMs = 60_000, maxBytes = 1e7 } = options;
  const base = checkBaseUrl(options.baseUrl ?? baseUrl);
  const limits = { ...defaultLimits, ...options.retry };
  const shared: Record<string, string> = { accept: "application/json" };
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (/[^\t -~]/.test(value))
      throw new ToolpackError("invalid_option", `headers: ${name} contains invalid characters`);
    shared[name.toLowerCase()] = value;
  }
  const decoder = new TextDecoder();
  const readKeys = auth && credentials?.(auth, options);
  const keys = rememberKeys();

  const request = async (operation: Operation, params: unknown, call: RequestOptions = {}): Promise<unknown> => {
    const { method, read = readJson, security = definition.security } = operation;
    const { context, signal } = call;
    const wire = buildRequest(operation, params as Readonly<Record<string, unknown>>, call.extra);
    const to: KeyedRequest = { url: base + wire.path, headers: { ...shared, ...wire.headers } };
    const forms: string[] = [];
    if (readKeys && security?.[0]) {
      for (const { auth, texts } of await readKeys(security, context)) {
        for (const text of texts) forms.push(...keys.add(text));
        auth.send(to, auth, texts[0] as string);
      }
    }
    const init: Omit<FetchInit, "signal"> = { method, headers: to.headers, redirect: "manual" };
    if (wire.body !== undefined) init.body = wire.body;
    // Redacted before it is shortened: half a key is also a secret.
    const clean = (text: string): string =>
      redact(text, forms)
        .replace(/[\p{C}\s]+/gu, " ")
        .slice(0, 300);

    for (let attempt = 0; ; attempt++) {
      const { error, answer, bytes } = await sendOnce(
        options.fetch ?? fetch,
        to.url,
        init,
        signal,
        timeoutMs,
        maxBytes,
      );
      const status = answer ? answer.status : error.status;
      const text = decoder.decode(bytes);
      if (answer && answer.status > 199 && answer.status < 300) {
        call.onAnswer?.(bytes.length);
        // A service that echoes the key must not pass it to a model.
        return read({ status: answer.status, bytes, text: redact(text, forms) });
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
    redact: (text) => redact(text, keys.forms()),
    learnKeys: async (context) => {
      try {
        for (const { texts } of (await readKeys?.(undefined, context)) ?? []) texts.map(keys.add);
      } catch {}
    },
    request: request as Client["request"],
  };
}
