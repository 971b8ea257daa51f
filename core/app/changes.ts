import type { Topic } from '../../shared/contract/app.ts';
import type { EventBus } from '../events/bus.ts';

/** Topics that changed, as they change, until `signal` ends it. A topic that changes again before a
 *  slow window asked for the next is told once. */
export async function* streamChanges(
  events: EventBus,
  signal?: AbortSignal,
): AsyncGenerator<{ topic: Topic }, void> {
  const waiting = new Set<Topic>();
  let wake: (() => void) | undefined;
  const stopListening = events.on((event) => {
    if (event.type !== 'changed') return;
    waiting.add(event.topic);
    wake?.();
  });
  const onAbort = () => wake?.();
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      const [topic] = waiting;
      if (topic === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      waiting.delete(topic);
      yield { topic };
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', onAbort);
  }
}
