import type { Action } from "../../model/types.js";
import { buildPlaceText } from "./build-place-text.js";

/** What a caller should know about time, pages and repeats, a sentence each. */
export function buildNotes(action: Action): readonly string[] {
  const { event, pages } = action;
  return [
    ...(action.operation.deprecated ? ["The API has deprecated this operation."] : []),
    ...(event === undefined
      ? []
      : [
          `Answers before the work is done: the event's id stands at \`${event.id}\`, and \`${event.poll}\` tells its state (\`${event.argument}\`).`,
        ]),
    ...(pages === undefined
      ? []
      : [
          `Answers one page: its items stand at \`${pages.items}\`, the next page at \`${pages.next}\`; ask for it with \`${pages.page}\`${pages.size === undefined ? "" : ` and set its length with \`${pages.size}\``}.`,
        ]),
    ...(action.retry === "safe"
      ? ["May be sent again after a failure, although its method alone does not say so."]
      : []),
    ...action.send.map(({ place, value }) => `Always sent: ${buildPlaceText(place)} is \`${JSON.stringify(value)}\`.`),
  ];
}
