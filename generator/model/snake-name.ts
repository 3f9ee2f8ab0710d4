/** Words of any text as snake_case in the closed alphabet `a-z0-9_`: `getPetById` -> `get_pet_by_id`. */
export function snakeName(text: string): string {
  return (
    removeAccents(text)
      .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
      // The s of `IDs` belongs to the acronym.
      .replace(/([A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])/g, "$1_")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .toLowerCase()
  );
}

/** The group of the operations with a tag; `default` for those without one. */
export function groupName(tag: string): string {
  const words = snakeName(tag).replace(/^(?=[0-9])/, "group_");
  return words.slice(0, 40).replace(/_+$/, "") || "default";
}

/** The words of a title in the closed alphabet `a-z0-9`; `OpenAPI` stays one word. */
export function splitTitle(title: string): readonly string[] {
  return (
    removeAccents(title)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

function removeAccents(text: string): string {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
}
