/** How names of operations begin when they begin with what they do. */
const VERBS: ReadonlySet<string> = new Set(
  `accept activate add apply approve archive assign attach authorize batch block bulk cancel change check clear clone close
  complete confirm connect convert copy count create deactivate delete deploy describe detach disable disconnect download
  edit enable end execute export fetch find fork generate get grant import insert invite invoke list lock lookup merge move notify
  patch pause post publish purge put query read refresh register reject remove rename replace reset resolve restart restore
  resume retrieve retry revoke rotate run save schedule search send set share show start stop submit subscribe suspend sync
  test transfer trigger unassign undelete unlock unregister unsubscribe update upload upsert validate verify view write`.split(
    /\s+/,
  ),
);

/** Whether a word of a name says what is done. */
export function isVerb(word: string): boolean {
  return VERBS.has(word);
}

/** The verb that a summary begins with: `Delete a client`, `Deletes the client`. */
export function findVerb(summary: string): string | undefined {
  const [, first = ""] = /^\s*([A-Za-z]{2,20})\b/.exec(summary) ?? [];
  const word = first.toLowerCase();
  return [word, word.replace(/s$/, ""), word.replace(/es$/, "")].find(isVerb);
}

/** A word in the form in which `user` and `users`, `policy` and `policies` are one. */
export function stemOf(word: string): string {
  return word.replace(/(?:ies|y|e?s)$/, "") || word;
}
