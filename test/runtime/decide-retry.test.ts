import { expect, test } from "vitest";
import { decideRetry } from "../../runtime/http/decide-retry.js";

const now = Date.UTC(2026, 10, 23, 12);
const limits = { max: 2, maxWaitMs: 10_000, baseMs: 500 };
const base = { method: "GET", safe: false, attempt: 0, now, random: 1, limits };

test.each([
  ["GET", undefined, true],
  ["GET", 408, true],
  ["GET", 429, true],
  ["GET", 500, false],
  ["GET", 501, false],
  ["GET", 502, true],
  ["GET", 503, true],
  ["GET", 504, true],
  ["GET", 505, false],
  ["GET", 400, false],
  ["GET", 404, false],
  ["GET", 301, false],
  ["GET", 0, false],
  ["PUT", 503, true],
  ["DELETE", undefined, true],
  ["POST", undefined, false],
  ["POST", 503, false],
  ["POST", 408, false],
  ["POST", 429, true],
  ["QUERY", 503, true],
  ["PURGE", 503, false],
  ["GETALL", 503, false],
  ["PATCH", 502, false],
  ["PATCH", 429, true],
])("%s after %s: %s", (method, status, retryable) => {
  const decision = decideRetry({ ...base, method, status });
  expect([decision.retryable, decision.waitMs !== undefined]).toEqual([retryable, retryable]);
});

test("a POST marked safe is repeated like a GET", () => {
  expect(decideRetry({ ...base, method: "POST", safe: true, status: 503 }).waitMs).toBe(500);
});

test("the wait doubles, half of it is random, and it never exceeds the limit", () => {
  const waits = [0, 1, 2, 9].map((attempt) => decideRetry({ ...base, attempt, limits: { ...limits, max: 10 } }).waitMs);
  expect(waits).toEqual([500, 1000, 2000, 10_000]);
  expect(decideRetry({ ...base, random: 0 }).waitMs).toBe(250);
});

test("the number of retries is limited", () => {
  expect(decideRetry({ ...base, attempt: 1 }).waitMs).toBe(1000);
  expect(decideRetry({ ...base, attempt: 2 })).toMatchObject({ retryable: true, waitMs: undefined });
});

test("a wait that is asked for is kept, and one over the limit is not waited", () => {
  expect(decideRetry({ ...base, status: 429, retryAfter: "3" }).waitMs).toBe(3000);
  expect(decideRetry({ ...base, status: 429, retryAfter: "11" })).toEqual({
    retryable: true,
    retryAfterMs: 11_000,
    waitMs: undefined,
  });
});

test.each([
  ["7", 7000],
  ["0", 0],
  ["Mon, 23 Nov 2026 12:00:05 GMT", 5000],
  ["Mon, 23 Nov 2026 11:00:00 GMT", 0],
  ["-1", undefined],
  ["NaN", undefined],
  ["1.5", undefined],
  ["soon", undefined],
  ["Mon, soon", undefined],
  ["2026", 2_026_000],
  ["", undefined],
  [null, undefined],
])("Retry-After %j is %s", (header, ms) => {
  expect(decideRetry({ ...base, retryAfter: header }).retryAfterMs).toBe(ms);
});
