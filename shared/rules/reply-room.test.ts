import { expect, test } from 'vitest';
import { replyRoom } from './reply-room.ts';

test('comments and messages of Messenger count characters, those of Instagram bytes', () => {
  const text = 'é🌿a';
  expect(replyRoom('comment', 'facebook', text)).toEqual({ length: 3, limit: 8000 });
  expect(replyRoom('comment', 'instagram', text)).toEqual({ length: 3, limit: 2200 });
  expect(replyRoom('message', 'facebook', text)).toEqual({ length: 3, limit: 2000 });
  expect(replyRoom('message', 'instagram', text)).toEqual({ length: 7, limit: 1000 });
});

test('bytes are those of UTF-8, for every kind of character', () => {
  for (const text of ['', 'plain', 'œuf à 3 €', '日本', '👩🏽‍🌾', '\ud800', 'ا\u202b'])
    expect(replyRoom('message', 'instagram', text).length).toBe(
      new TextEncoder().encode(text).length,
    );
});
