import { readDocument } from "../document/read-document.js";

/** The methods that the document declares for a request path; empty if the path is unknown. */
export function findMethods(pathname: string): string[] {
  const segments = pathname.split("/");
  return readDocument()
    .filter(({ path }) => {
      const template = path.split("/");
      return (
        template.length === segments.length &&
        template.every((part, at) => part === segments[at] || (part.startsWith("{") && segments[at] !== ""))
      );
    })
    .map(({ method }) => method);
}
