import { expect, test } from 'vitest';
import { createEventBus, type StudioEvent } from './bus.ts';

function listen() {
  const errors: unknown[] = [];
  const bus = createEventBus((error) => errors.push(error));
  const heard: StudioEvent[] = [];
  const stop = bus.on((event) => heard.push(event));
  return { bus, heard, stop, errors };
}

test('delivers what a transaction emitted only after it committed', () => {
  const { bus, heard } = listen();
  bus.afterCommit(() => {
    bus.changed('posts', 'targets');
    expect(heard).toEqual([]);
  });
  expect(heard.map((event) => event.type === 'changed' && event.topic)).toEqual([
    'posts',
    'targets',
  ]);
});

test('drops what a failed transaction emitted', () => {
  const { bus, heard } = listen();
  expect(() =>
    bus.afterCommit(() => {
      bus.changed('posts');
      throw new Error('rolled back');
    }),
  ).toThrow('rolled back');
  expect(heard).toEqual([]);
});

test('nests: an inner piece of work waits for the outer one', () => {
  const { bus, heard } = listen();
  bus.afterCommit(() => {
    bus.afterCommit(() => bus.changed('inbox'));
    expect(heard).toEqual([]);
  });
  expect(heard).toHaveLength(1);
});

test('goes on with the other listeners when one throws, and stops when asked', () => {
  const { bus, heard, stop, errors } = listen();
  bus.on(() => {
    throw new Error('bad listener');
  });
  bus.changed('jobs');
  stop();
  bus.changed('jobs');
  expect(heard).toHaveLength(1);
  expect(errors).toHaveLength(2);
});
