import type { Message, Scope } from "../types.js";

export interface Statement {
  readonly text: string;
  readonly scope: Scope;
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Splits messages into statements, one memory each, without a language model: sentences of three or more words are kept
 * unchanged, and questions are dropped. The user's sentences are used, or the assistant's if there is no user message.
 * With both a user and an agent in scope, each statement belongs to its speaker, as in the service.
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
