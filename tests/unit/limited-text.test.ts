import { describe, expect, it } from 'vitest';
import { answerLimit, limitedText } from '@/lib/limited-text';

/** An answer that goes on for as long as it is read. */
function endless(): { response: Response; sent: () => number; isOver: () => boolean } {
  let sent = 0;
  let isOver = false;
  const chunk = new TextEncoder().encode('x'.repeat(1_000_000));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.length;
      controller.enqueue(chunk);
    },
    cancel: () => void (isOver = true),
  });
  return { response: new Response(body), sent: () => sent, isOver: () => isOver };
}

describe('an answer', () => {
  it('is read whole, whatever it is cut into', async () => {
    const bytes = new TextEncoder().encode('Grüße 🔥');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await limitedText(new Response(body))).toBe('Grüße 🔥');
    expect(await limitedText(new Response(null))).toBe('');
    expect(await limitedText(new Response('\ufeff{}'))).toBe('{}');
  });

  it('that has no end is not read to it', async () => {
    const { response, sent, isOver } = endless();
    expect(await limitedText(response)).toBe('');
    expect(sent()).toBeLessThan(answerLimit + 3_000_000);
    expect(isOver()).toBe(true);
  });
});
