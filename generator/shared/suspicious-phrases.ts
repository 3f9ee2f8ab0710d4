/**
 * Ways in which a description gives instructions to the model that reads it, or refers to something other than the
 * tool, as poisoned descriptions do. Ordinary documentation does not contain them.
 */
const patterns: readonly RegExp[] = [
  /<\s*\/?\s*(?:important|system|instructions?|assistant|secret|admin)\b[^>]*>/i,
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier|preceding|other)\s+(?:instructions?|rules?|prompts?|messages?|directions?|tools?)\b/i,
  /\b(?:do not|don't|never)\s+(?:tell|inform|notify|alert|show\s+(?:this\s+)?to|mention\s+(?:this\s+)?to|reveal\s+(?:this\s+)?to)\s+(?:the\s+)?(?:user|human|operator|anyone)\b/i,
  /\bwithout\s+(?:telling|asking|informing|notifying|alerting)\s+(?:the\s+)?(?:user|human|operator)\b/i,
  /\b(?:before|after|instead of)\s+(?:using|calling|running|invoking)\s+(?:this|any|every|all)\s+(?:other\s+)?(?:tools?|functions?)\b/i,
  /\b(?:always|first)\s+(?:call|invoke|run)\s+(?:the\s+)?[\w-]+\s+(?:tool\s+)?(?:first|before)\b/i,
  /\b(?:system prompt|hidden instructions?|jailbreak)\b/i,
  /(?:~|\$HOME|\/home\/[\w.-]+|\/root)\/\.[\w.-]+(?:\/[\w.-]+)*|\bid_(?:rsa|ed25519)\b|\/etc\/passwd\b/i,
  /\b(?:send|forward|post|upload|exfiltrate|copy)\b[^.]{0,60}\b(?:conversation|chat history|api keys?|credentials?|passwords?|secrets?)\b[^.]{0,40}\bto\s+(?:https?:|\S+@)/i,
  /\byou\s+are\s+now\s+(?:an?|in|the)\s+\w+/i,
];

/** The phrases of a text that read like instructions to a model, each as one line. */
export function findSuspiciousPhrases(text: string): readonly string[] {
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [match[0].replace(/\s+/g, " ")];
  });
}
