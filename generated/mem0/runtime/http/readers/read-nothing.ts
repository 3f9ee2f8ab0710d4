import type { ReadAnswer } from "../../operation.js";

/** Null, whatever the response holds. */
export const readNothing: ReadAnswer = () => null;
