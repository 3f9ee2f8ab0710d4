// A Vercel AI SDK agent with the memory of one user. A person approves each deletion.
import { generateText, isStepCount } from "ai";
import { createMem0 } from "mem0-toolpack";
import { aiSdkApproval, toAiSdkTools } from "mem0-toolpack/ai-sdk";

export async function answer({ model, prompt, userId, confirm, ...options }) {
  const pack = createMem0({ ...options, bind: { user_id: userId }, approve: "caller" });
  const messages = [{ role: "user", content: prompt }];
  for (;;) {
    const { content, responseMessages, text } = await generateText({
      model,
      tools: toAiSdkTools(pack),
      toolApproval: aiSdkApproval(pack),
      stopWhen: isStepCount(10),
      messages,
    });
    const requests = content.filter((part) => part.type === "tool-approval-request");
    if (requests.length === 0) return text;
    messages.push(...responseMessages);
    const responses = [];
    for (const { approvalId, reason, toolCall } of requests) {
      const approved = await confirm(reason, toolCall.input);
      responses.push({ type: "tool-approval-response", approvalId, approved });
    }
    messages.push({ role: "tool", content: responses });
  }
}
