import type { SendKey } from "../../types.js";

/** Sends the key in the query. */
export const queryKey: SendKey = (request, { name, prefix }, key) => {
  request.url += `${request.url.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(prefix + key)}`;
};
