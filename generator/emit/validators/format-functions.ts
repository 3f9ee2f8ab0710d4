/** Formats that are enforced, with the function of the runtime's formats.ts that checks each. */
export const formatFunctions: Readonly<Record<string, string>> = {
  date: "isDate",
  "date-time": "isDateTime",
  duration: "isDuration",
  email: "isEmail",
  hostname: "isHostname",
  ipv4: "isIpv4",
  ipv6: "isIpv6",
  "json-pointer": "isJsonPointer",
  regex: "isRegex",
  time: "isTime",
  uri: "isUri",
  "uri-reference": "isUriReference",
  url: "isUri",
  uuid: "isUuid",
};
