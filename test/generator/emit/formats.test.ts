import { expect, test } from "vitest";
import * as formats from "../../../runtime/validation/formats.js";
import { cpuTime } from "../../helpers/cpu-time.js";

type Check = (text: string) => boolean;

const table: [Check, string[], string[]][] = [
  [formats.isDate, ["2024-02-29", "1999-12-31"], ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "x"]],
  [
    formats.isTime,
    ["00:00:00Z", "23:59:60z", "12:00:00.123+05:30", "18:29:60-05:30"],
    ["12:00:00", "24:00:00Z", "12:60:00Z", "12:00:60Z", "12:00:00+24:00", "1:00:00Z"],
  ],
  [
    formats.isDateTime,
    ["2024-02-29T12:00:00Z", "2024-02-29t12:00:00z", "2024-02-29 12:00:00Z"],
    ["2024-02-29", "2023-02-29T12:00:00Z", "2024-02-29T12:00:00", "2024-02-29_12:00:00Z"],
  ],
  [formats.isDuration, ["P1D", "P1Y2M3DT4H5M6S", "PT1S", "P3W"], ["P", "PT", "P1DT", "1D", "P1S", "P1W2D"]],
  [formats.isEmail, ["a@b.co", "a.b+c@d-e.org"], ["a", "@b.co", "a@", "a..b@c.d", ".a@b.c", "a@-b.c", "a b@c.d"]],
  [formats.isHostname, ["a", "a-b.c1", "a.b."], ["", "-a", "a-", "a..b", "a_b", "x".repeat(64)]],
  [formats.isIpv4, ["0.0.0.0", "255.1.2.3"], ["256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "a.b.c.d"]],
  [
    formats.isIpv6,
    ["::", "::1", "1:2:3:4:5:6:7:8", "fe80::1", "::ffff:1.2.3.4", "1::8"],
    ["", ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "12345::", "g::1", "::1.2.3", "1:2:3:4:5:6:7:8::", "1.2.3.4"],
  ],
  [formats.isJsonPointer, ["", "/a~1b/~0/0"], ["a", "/~2", "/~"]],
  [formats.isRegex, ["^a$", "\\p{L}"], ["(", "\\-"]],
  [
    formats.isUri,
    ["https://a.test/b?c#d", "urn:x:y", "a:b%20c"],
    ["", "a", "/a", "http://a b", "a:%2", "a:b#c#d", "a:"],
  ],
  [formats.isUriReference, ["", "/a?b#c", "../x", "https://a.test"], ["a b", "\\a", "%zz", "#a#b"]],
  [
    formats.isUuid,
    ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
    ["", "123e4567e89b12d3a456426614174000", "123e4567-e89b-12d3-a456-42661417400g"],
  ],
];

test.each(table)("%o", (check, good, bad) => {
  expect(good.filter((text) => !check(text))).toEqual([]);
  expect(bad.filter((text) => check(text))).toEqual([]);
});

test.each(table)("%o needs time in proportion to a long hostile text", async (check) => {
  const pieces = ["a", "1", "1:", "a.", "-", "%41", "/~0", "P1D", "a@"];
  const spent = await cpuTime(() => pieces.map((piece) => check(`${piece.repeat(50_000)}!`)));
  expect(spent).toBeLessThan(10_000);
});
