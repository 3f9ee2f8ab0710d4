import { own } from "../../json.js";
import type { EncodeBody } from "../../operation.js";
import { chooseType, readContent } from "../files/file-content.js";

/** A body that is one file. */
export const fileBody: EncodeBody = (value, { body, parts }) => {
  const { bytes, type } = readContent(value, body && "whole" in body ? body.whole : "");
  return { body: bytes.slice().buffer, mediaType: chooseType(type, own(parts, "")?.mediaType) };
};
