import { isObject, own } from "../../json.js";
import type { EncodeBody } from "../../operation.js";
import { exactText } from "../styles/exact-text.js";
import { form } from "../styles/form.js";
import { jsonParameter } from "../styles/json-parameter.js";

/** `application/x-www-form-urlencoded`: a list as its items, an object as JSON text, unless `parts` says otherwise. */
export const formBody: EncodeBody = (value, { parts }) => ({
  body: Object.entries(value as object)
    .map(([name, each]) => {
      const {
        encode = exactText,
        mediaType = "",
        style = isObject(each) || isJson.test(mediaType) ? jsonParameter : form,
      } = own(parts, name) ?? {};
      return each == null ? "" : style(name, each, (text) => encode(text, name));
    })
    .filter(Boolean)
    .join("&"),
  mediaType: "application/x-www-form-urlencoded",
});

const isJson = /[/+]json\b/i;
