import type { ReadAnswer } from "../../operation.js";

/** The response as text. */
export const readText: ReadAnswer = ({ text }) => text;
