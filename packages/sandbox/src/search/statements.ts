import type { Message, Scope } from "../types.js";

export interface Statement {
  readonly text: string;
  readonly scope: Scope;
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Splits what was said into simple statements, one memory each. No language model reads them: sentences of three words
 * or more stay as they are, and questions are left out. The user's sentences count, and the assistant's where no user
 * speaks. With both a user and an agent in scope each belongs to the one who said it, as in the service.
 */
export function statements(messages: readonly Message[], scope: Scope): Statement[] {
  const said = (role: string, owner: Scope): Statement[] =>
    messages
      .filter((message) => message.role === role)
      .flatMap(({ content }) => [...sentences.segment(content)])
      .map(({ segment }) => segment.trim())
      .filter((text) => !/[?？]$/u.test(text) && countWords(text) >= 3)
      .map((text) => ({ text, scope: owner }));
  if (scope.user_id !== null && scope.agent_id !== null) {
    return [...said("user", { ...scope, agent_id: null }), ...said("assistant", { ...scope, user_id: null })];
  }
  return said(messages.some((message) => message.role === "user") ? "user" : "assistant", scope);
}

const countWords = (text: string): number => [...words.segment(text)].filter((part) => part.isWordLike === true).length;
