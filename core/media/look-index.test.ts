import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../tests/support/media-factory.ts';
import { createLookIndex, type Seen } from './look-index.ts';
import { lookOf, lookSidePx } from './look.ts';

const random = seededRandom(4);
const hex = (bits: bigint) => bits.toString(16).padStart(16, '0');
function anyPrint(): bigint {
  let bits = 0n;
  for (let at = 0; at < 64; at++) bits = (bits << 1n) | BigInt(random() < 0.5);
  return bits;
}
function flip(bits: bigint, count: number): bigint {
  const places = new Set<number>();
  while (places.size < count) places.add(Math.floor(random() * 64));
  return [...places].reduce((all, place) => all ^ (1n << BigInt(place)), bits);
}
const tones = (value: number) => new Uint8Array(192).fill(value);
const seen = (id: string, bits: bigint, tone = 90, ratio = 1): Seen => ({
  id,
  print: hex(bits),
  tones: tones(tone),
  ratio,
});

describe('the index of looks', () => {
  it('finds every print up to six bits away, and none beyond', () => {
    const index = createLookIndex();
    const bits = anyPrint();
    index.add(seen('it', bits));
    for (let count = 0; count <= 6; count++)
      for (let again = 0; again < 40; again++)
        expect(index.near(seen('', flip(bits, count)))).toMatchObject([{ id: 'it' }]);
    expect(index.near(seen('', flip(bits, 7)))).toEqual([]);
  });

  it('tells another colour and another shape apart', () => {
    const index = createLookIndex();
    const bits = anyPrint();
    index.add(seen('it', bits));
    expect(index.near(seen('', bits, 110))).toEqual([]);
    expect(index.near(seen('', bits, 90, 1.2))).toEqual([]);
  });

  it('groups what is alike among 20,000 without comparing all with all', () => {
    const index = createLookIndex();
    const count = 20_000;
    for (let at = 0; at < count; at++) index.add(seen(`one-${at}`, anyPrint(), at % 200));
    const twins = Array.from({ length: 20 }, () => anyPrint());
    twins.forEach((bits, at) => {
      index.add(seen(`a-${at}`, bits));
      index.add(seen(`b-${at}`, flip(bits, 5)));
    });
    const groups = index.groups().map(({ ids }) => ids.toSorted());
    for (let at = 0; at < twins.length; at++) expect(groups).toContainEqual([`a-${at}`, `b-${at}`]);
    expect(index.compared()).toBeLessThan((count * count) / 2 / 60);
  });

  it('keeps thousands of blank pictures from being compared with one another', () => {
    const index = createLookIndex();
    for (let at = 0; at < 5000; at++) index.add(seen(`blank-${at}`, 0n, at % 250));
    expect(index.groups().flatMap(({ ids }) => ids)).toHaveLength(5000);
    expect(index.compared()).toBeLessThan(5000);
  });
});

describe('a look', () => {
  /** Rings around a middle, in one colour. */
  const rings = (left: number, red: number, grain = 0) =>
    Uint8Array.from({ length: lookSidePx ** 2 * 3 }, (_, at) => {
      const [x, y] = [Math.floor(at / 3) % lookSidePx, Math.floor(at / 3 / lookSidePx)];
      const light = 120 + 90 * Math.cos(Math.hypot(x - left, y - 14) / 2.5);
      return Math.max(
        0,
        Math.min(255, light * (at % 3 === 0 ? red : 1) + grain * (random() - 0.5)),
      );
    });
  const bitsApart = (one: string, other: string) =>
    (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length;

  it('stays nearly the same under grain, and changes with what is shown', () => {
    const look = lookOf(rings(12, 1));
    expect(look.print).toMatch(/^[0-9a-f]{16}$/);
    expect(bitsApart(look.print, lookOf(rings(12, 1, 8)).print)).toBeLessThanOrEqual(4);
    expect(bitsApart(look.print, lookOf(rings(24, 1)).print)).toBeGreaterThan(12);
  });

  it('keeps the colours', () => {
    const [grey, dark] = [lookOf(rings(12, 1)).tones, lookOf(rings(12, 0.4)).tones];
    expect(grey[0]).toBeGreaterThan((dark[0] ?? 0) + 20);
    expect(grey[1]).toBe(dark[1]);
  });
});
