import type { EncodeBody } from "../../operation.js";
import { encodeText } from "../encode-text.js";
import { form } from "../styles/form.js";

/** `application/x-www-form-urlencoded` */
export const formBody: EncodeBody = (value) => ({
  body: Object.entries(value as object)
    .map(([name, each]) => form(name, each, (text) => encodeText(text, name)))
    .filter(Boolean)
    .join("&"),
  mediaType: "application/x-www-form-urlencoded",
});
