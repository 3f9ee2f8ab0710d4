import type { EncodeText } from "../../operation.js";
import { exactText } from "./exact-text.js";

/** Leaves reserved characters as they are, except those that would end the value or change its meaning: & = + # */
export const allowReserved: EncodeText = (value, field) =>
  exactText(value, field).replace(/%(3A|2F|3F|40|24|2C|3B|5B|5D)/g, decodeURIComponent);

/** The same in a path, where a value stays one segment: / ? and # end it. */
export const allowReservedInPath: EncodeText = (value, field) =>
  exactText(value, field).replace(/%(3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent);
