export interface TextPart {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Parts of a text between single backticks, and the rest.
 * It is the only mark-up that document text keeps: names of arguments read better as code, and code is inert.
 */
export function splitCode(text: string): readonly TextPart[] {
  return text
    .split(/(?<!`)(`[^`\n]+`)(?!`)/)
    .map((part, index) => (index % 2 === 1 ? { code: true, text: part.slice(1, -1) } : { code: false, text: part }))
    .filter((part) => part.text !== "");
}
