import type { Method } from "../types.js";

/** In the order in which the operations of one path are listed. TRACE is missing: fetch must not send it. */
export const METHODS: readonly Method[] = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];
