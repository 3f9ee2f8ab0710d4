/** Words that a name can do without: small words, versions, and what every API has. */
const FILLERS: ReadonlySet<string> = new Set(
  "a an and api as at by for from in into of on or rest that the this to v via with within using".split(" "),
);

/** How names of operations begin when they begin with what they do. */
const VERBS: ReadonlySet<string> = new Set(
  `accept activate add apply approve archive assign attach authorize batch block bulk cancel change check clear clone close
  complete confirm connect convert copy count create deactivate delete deploy describe detach disable disconnect download
  edit enable end execute export fetch find generate get grant import insert invite invoke list lock lookup merge move
  patch pause post publish purge put query read refresh register reject remove rename replace reset resolve restart restore
  resume retrieve retry revoke rotate run save schedule search send set share show start stop submit subscribe suspend sync
  test transfer trigger unassign undelete unlock unsubscribe update upload upsert validate verify view write`.split(
    /\s+/,
  ),
);

/**
 * A snake_case name of at most `limit` characters that still says what the operation does and to what. Small words go
 * first, then repeated ones, then from the left: outer things are named before inner ones, and verbs stay where they are.
 */
export function shortenName(name: string, limit: number): string {
  let words = name.split("_");
  const size = (): number => words.join("_").length;
  if (size() <= limit) return name;
  words = words.filter((word, index) => index === 0 || !(FILLERS.has(word) || /^v\d+$/.test(word)));
  if (size() > limit) words = words.filter((word, index) => words.indexOf(word) === index);
  while (size() > limit && words.length > 2) {
    const outer = words.slice(0, -1).findIndex((word) => !VERBS.has(word));
    words.splice(Math.max(outer, 0), 1);
  }
  return words.join("_").slice(0, limit).replace(/_+$/, "");
}
