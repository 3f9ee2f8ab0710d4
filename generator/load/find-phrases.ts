/** Ways in which a description addresses the model that reads it; ordinary documentation has no use for them. */
const patterns: readonly RegExp[] = [
  /<\/?(?:important|system|instructions?|assistant)>/i,
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier|preceding|other)\s+(?:instructions?|rules?|prompts?|messages?|directions?)\b/i,
  /\b(?:do not|don't|never)\s+(?:tell|inform|notify|alert|mention\s+(?:this\s+)?to|reveal\s+(?:this\s+)?to)\s+(?:the\s+)?(?:user|human)\b/i,
  /\bwithout\s+(?:telling|asking|informing|notifying|alerting)\s+(?:the\s+)?(?:user|human)\b/i,
  /\bbefore\s+(?:using|calling|running|invoking)\s+(?:this|any)\s+(?:tool|function)\b/i,
  /\b(?:always|first)\s+(?:call|invoke|run)\s+(?:the\s+)?[\w-]+\s+(?:tool\s+)?(?:first|before)\b/i,
  /(?:~|\/home\/[\w.-]+|\/root)\/\.[\w.-]+(?:\/[\w.-]+)*|\bid_(?:rsa|ed25519)\b/i,
  /\byou\s+are\s+now\s+(?:an?|in|the)\s+\w+/i,
];

/** The phrases of a text that read as instructions to a model. */
export function findPhrases(text: string): readonly string[] {
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [match[0].replace(/\s+/g, " ")];
  });
}
