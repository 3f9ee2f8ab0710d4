import type { SendKey } from "../../types.js";

/** Sends the key in a header: `Authorization: Token ...`. */
export const headerKey: SendKey = ({ headers }, { name, prefix }, key) => {
  headers[name.toLowerCase()] = prefix + key;
};
