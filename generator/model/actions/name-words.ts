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

/** Whether a word of a name says what is done. */
export function isVerb(word: string): boolean {
  return VERBS.has(word);
}

/** A word in the form in which `user` and `users`, `policy` and `policies` are one. */
export function stemOf(word: string): string {
  return word.replace(/(?:ies|y|e?s)$/, "") || word;
}
