import { expect, it } from 'vitest';
import { openTestTools } from '../../tests/support/test-tools.ts';
import { lookedUp } from './looked-up.ts';

it('keeps what a run has to do for its own job, once, and only while nothing changes', () => {
  const tools = openTestTools();
  try {
    const known = lookedUp(tools.events);
    const pieces = [{ product: undefined, productId: 'p', pictures: [] }];
    known.keep('one', pieces);
    tools.events.changed('jobs');
    tools.events.changed('batches');
    expect(known.take('two')).toBeUndefined();
    expect(known.take('one')).toBeUndefined();
    known.keep('one', pieces);
    expect(known.take('one')).toBe(pieces);
    expect(known.take('one')).toBeUndefined();
    for (const topic of ['catalogue', 'media', 'creations', 'shop'] as const) {
      known.keep('one', pieces);
      tools.events.changed(topic);
      expect(known.take('one')).toBeUndefined();
    }
  } finally {
    tools.close();
  }
});
