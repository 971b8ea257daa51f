import type { Dice } from '../dice.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value };
  return value;
};

/** What no field should have to expect. */
const hostile: readonly ((dice: Dice) => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 0.1,
  () => [],
  () => ({}),
  () => '',
  () => '\0',
  () => '\uD800',
  () => '‮⁦gpj.exe',
  () => `Z${'\u0301'.repeat(500)}`,
  () => '../../../etc/passwd',
  () => '" OR 1=1 --',
  () => 'NEAR("a" "b", 10) OR -*',
  () => '<img src=x onerror=alert(1)>',
  () => 'javascript:alert(1)',
  (dice) => 'é'.repeat(dice.pick([200, 5000, 60_000])),
  (dice) => Array.from({ length: dice.pick([201, 3000]) }, () => 'x'),
  (dice) => nested(dice.pick([8, 31, 40])),
  () => ({ toString: 'x', constructor: { prototype: { polluted: true } } }),
  () => '2026-13-45T99:99:99Z',
  () => '9'.repeat(30),
];

/** Changes one place of a value, or what stands around it. */
export function spoilValue(value: unknown, dice: Dice): unknown {
  if (dice.chance(0.12)) return dice.pick(hostile)(dice);
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.3)) return [...value, dice.pick(hostile)(dice)];
    const at = dice.below(value.length);
    return value.map((one, index) => (index === at ? spoilValue(one, dice) : one));
  }
  if (typeof value !== 'object' || value === null) return dice.pick(hostile)(dice);
  const entries = Object.entries(value);
  if (entries.length === 0 || dice.chance(0.15))
    return Object.fromEntries([...entries, [dice.pick(strangeKeys), dice.pick(hostile)(dice)]]);
  const at = dice.below(entries.length);
  if (dice.chance(0.2)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(
    entries.map(([key, one], index) => [key, index === at ? spoilValue(one, dice) : one]),
  );
}

const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  'x'.repeat(300),
  'clientId',
];

/** A body that is no JSON, or JSON of another kind than an object. */
export function spoilBody(body: string, dice: Dice): string {
  return dice.pick([
    () => body.slice(0, dice.below(Math.max(1, body.length))),
    () => `${body}${body}`,
    () => 'null',
    () => '[]',
    () => '"x"',
    () => '{"a":1,}',
    () => '\u0000\u0001\uFFFD',
    () => '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    () => '['.repeat(200) + ']'.repeat(200),
    () => `{"a":"${'\\u0000'.repeat(50)}"}`,
    () => body.replace(/"/, "'"),
    () => `{"text":"${'x'.repeat(1_100_000)}"}`,
  ])();
}
