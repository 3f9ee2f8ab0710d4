import { expect, it } from "vitest";
import { type Change, originOf } from "../../../generator/shared/origin.js";

const removed = (pointer: string, removed: "key" | "item" = "item"): Change => ({
  pointer,
  from: "/actions/0",
  removed,
});
const written = (pointer: string): Change => ({ pointer, from: "/actions/0/update" });

/** `spec:` or `overlay:` and the pointer in that file. */
function origin(pointer: string, ...changes: readonly Change[]): string {
  const touches = changes.map((change) => ({ file: "overlay", action: "/actions/0", changes: [change] }));
  const whole = { spec: { path: "spec" }, moves: [], pieces: {} };
  const at = originOf(pointer, "key", { ...whole, touches });
  expect([at, originOf(pointer, "key", { ...whole, touches: [{ file: "overlay", action: "", changes }] })]).toEqual([
    at,
    at,
  ]);
  return `${at.file}:${at.pointer}`;
}

it.each([
  ["nothing", origin("/l/0/a"), "spec:/l/0/a"],
  ["a removed item before it", origin("/l/0/a", removed("/l/0")), "spec:/l/1/a"],
  ["a removed item after it", origin("/l/0/a", removed("/l/1")), "spec:/l/0/a"],
  ["two removed items, from the back", origin("/l/0/a", removed("/l/1"), removed("/l/0")), "spec:/l/2/a"],
  ["two removed items, one after the other", origin("/l/1/a", removed("/l/0"), removed("/l/1")), "spec:/l/3/a"],
  ["an item of a list inside another", origin("/l/0/m/0", removed("/l/0"), removed("/l/0/m/0")), "spec:/l/1/m/1"],
  ["an item removed from another list", origin("/l/0/a", removed("/m/0"), removed("/l/0/b/0")), "spec:/l/0/a"],
  ["a list whose name only begins the same", origin("/list/0", removed("/l/0")), "spec:/list/0"],
  ["a written value", origin("/a/b", written("/a")), "overlay:/actions/0/update/b"],
  [
    "an item that was added and moved",
    origin("/l/1/a", written("/l/2"), removed("/l/0")),
    "overlay:/actions/0/update/a",
  ],
  ["an item that took the place of an added one", origin("/l/2", written("/l/2"), removed("/l/0")), "spec:/l/3"],
  ["a removed key", origin("/a", removed("/a", "key")), "overlay:/actions/0"],
  [
    "a key that was removed and written again",
    origin("/a", removed("/a", "key"), written("/a")),
    "overlay:/actions/0/update",
  ],
  [
    "an item written after a removal",
    origin("/l/0/a", removed("/l/0"), written("/l/0/a")),
    "overlay:/actions/0/update",
  ],
])("%s", (_, found, wanted) => {
  expect(found).toBe(wanted);
});
