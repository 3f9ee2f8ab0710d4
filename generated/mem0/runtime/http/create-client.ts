import { buildAnswerError } from "../errors/build-answer-error.js";
import { refuseOption } from "../errors/refuse-option.js";
import { ToolpackError } from "../errors/toolpack-error.js";
import type { Operation, Reading } from "../operation.js";
import { buildRequest } from "../request/build-request.js";
import type { KeyedRequest, PackDefinition } from "../types.js";
import { checkBaseUrl } from "./check-base-url.js";
import type { ClientOptions, Clock, FetchAnswer, FetchInit, RequestOptions } from "./client-options.js";
import { decideRedirect } from "./decide-redirect.js";
import { decideRetry } from "./decide-retry.js";
import { readAnswer } from "./readers/read-answer.js";
import { redact } from "./redact.js";
import { rememberKeys } from "./remember-keys.js";
import { sendOnce } from "./send-once.js";
import { sleep } from "./sleep.js";

/** Sends the operations of one API, with the same key, retries, limits and errors for all of them. */
export interface Client {
  readonly clock: Clock;
  /** A text or a JSON value without the keys of the latest calls; a value is changed in place. */
  redact<Value>(value: Value): Value;
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
  const base = checkBaseUrl(options.baseUrl ?? baseUrl, definition.baseUrlExample);
  const limits = { ...defaultLimits, ...options.retry };
  const shared: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (/[^\t -~]/.test(value)) throw refuseOption(`headers: ${name} contains invalid characters`);
    shared[name.toLowerCase()] = value;
  }
  const readKeys = auth && credentials?.(auth, options);
  const keys = rememberKeys();

  const request = async (operation: Operation, params: unknown, call: RequestOptions = {}): Promise<unknown> => {
    const {
      accept = "application/json",
      files,
      method,
      read = readAnswer,
      security = definition.security,
      server,
    } = operation;
    const { context, signal } = call;
    const safe = operation.retry === "safe";
    const writes = !safe && /^[DP]/.test(method);
    const given = params as Readonly<Record<string, unknown>>;
    const args = files ? await files.read(files, given, options, call) : given;
    const wire = buildRequest(operation, args, call.extra);
    const root = server ? server.locate(server.url, base, baseUrl, options.servers) : base;
    const to: KeyedRequest = { url: root + wire.path, headers: { accept, ...shared, ...wire.headers } };
    const patterns: RegExp[] = [];
    if (readKeys && security?.[0]) {
      for (const { auth, texts } of await readKeys(security, context)) {
        patterns.push(...texts.map(keys.add));
        auth.send(to, auth, texts[0] as string);
      }
    }
    const init: Omit<FetchInit, "signal"> = { method, headers: to.headers, redirect: "manual" };
    if (wire.body !== undefined) init.body = wire.body;
    // Redacted before it is shortened: half a key is also a secret.
    const clean = (text: string): string =>
      redact(text, patterns)
        .replace(/[\p{C}\s]+/gu, " ")
        .slice(0, 300);

    const reading: Reading = { maxBytes, signal, clean: (value) => redact(value, patterns), bytes: 0 };
    let redirects = 0;

    for (let attempt = 0; ; attempt++) {
      const sent = await sendOnce(options.fetch ?? fetch, to.url, init, signal, timeoutMs, (answer) =>
        (isGood(answer) ? read : readAnswer)(answer, reading),
      );
      const { answer, error } = sent;
      if (error?.code === "cancelled") throw error;
      // A service that echoes the key must not pass it to a model.
      const data = reading.clean(sent.data);
      // What a write did is done, whether or not its response arrives.
      if (answer && isGood(answer) && (writes || !error)) {
        const lost =
          error && `The call succeeded (HTTP ${answer.status}), but its response was not read: ${error.hint}`;
        call.onAnswer?.(reading.bytes, lost ?? reading.note);
        return data ?? null;
      }
      const redirect = answer && decideRedirect(operation, answer, to.url, redirects);
      if (redirect?.action === "return") return { location: reading.clean(redirect.target) };
      if (redirect?.action === "follow") {
        to.url = redirect.target;
        redirects++;
        attempt--;
        continue;
      }
      const status = error ? error.status : answer.status;
      const { retryable, retryAfterMs, waitMs } = decideRetry({
        method,
        safe,
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
        const reason = redirect ? `redirected to ${redirect.target}` : data;
        throw buildAnswerError(answer.status, reason, clean, { retryable, retryAfterMs, requestId });
      }
      call.onRetry?.({ attempt: attempt + 1, waitMs, status });
      await clock.sleep(waitMs, signal);
    }
  };
  return {
    clock,
    redact: (value) => redact(value, keys.patterns()),
    learnKeys: async (context) => {
      try {
        for (const { texts } of (await readKeys?.(undefined, context)) ?? []) texts.map(keys.add);
      } catch {}
    },
    request: request as Client["request"],
  };
}

function isGood({ status }: FetchAnswer): boolean {
  return (status > 199 && status < 300) || status === 304;
}
