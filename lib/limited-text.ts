/** Most bytes of an answer that are read: the longest that is ever asked for has a hundredth of them. */
export const answerLimit = 16_000_000;

/** The text of an answer; none of one that is longer than any answer should be, which is not read to its end. */
export async function limitedText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > answerLimit) return '';
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
