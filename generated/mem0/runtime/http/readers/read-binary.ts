import type { ReadAnswer } from "../../operation.js";

/** The bytes of the response as base64. */
export const readBinary: ReadAnswer = ({ bytes }) => {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};
