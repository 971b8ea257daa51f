import { expect, test } from 'vitest';
import { parseFields } from './fields.ts';

test('reads nested names, modifiers and aliases', () => {
  expect(
    parseFields('id, from{id,name},comments.limit(5).order(x).as(talk){id,parent{id}}'),
  ).toEqual([
    { name: 'id', alias: 'id', modifiers: {} },
    {
      name: 'from',
      alias: 'from',
      modifiers: {},
      sub: [
        { name: 'id', alias: 'id', modifiers: {} },
        { name: 'name', alias: 'name', modifiers: {} },
      ],
    },
    {
      name: 'comments',
      alias: 'talk',
      modifiers: { limit: '5', order: 'x' },
      sub: [
        { name: 'id', alias: 'id', modifiers: {} },
        {
          name: 'parent',
          alias: 'parent',
          modifiers: {},
          sub: [{ name: 'id', alias: 'id', modifiers: {} }],
        },
      ],
    },
  ]);
});

test('takes modifiers behind the braces and a trailing comma', () => {
  const [first] = parseFields('comments{id}.summary(true),');
  expect(first).toMatchObject({ name: 'comments', modifiers: { summary: 'true' } });
  expect(first?.sub).toHaveLength(1);
});

test.each(['a{b', 'a}', 'a.limit(5', 'a.limit', 'a b', '{a}', 'a,,b', '1a'])(
  'refuses %s as the network does',
  (text) => {
    expect(() => parseFields(text)).toThrow(/Syntax error/);
  },
);

test('refuses nesting without end', () => {
  expect(() => parseFields('a{'.repeat(20) + '}'.repeat(20))).toThrow(/Too many levels/);
});
