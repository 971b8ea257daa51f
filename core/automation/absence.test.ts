import { expect, test } from 'vitest';
import { absenceAt, wantsWord } from './absence.ts';
import type { KeptSettings } from './settings.ts';

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const texts = { fr: 'Nous revenons lundi.' };
const settings: KeptSettings = {
  on: true,
  mode: 'first',
  perHour: 60,
  goal: { on: false, minutes: 120, openOnly: true },
  onAt: 0,
  awayAt: at('20T12:00'),
  closedAt: at('01T00:00'),
  away: { texts, way: 'public', from: '2026-11-20T10:00:00Z', to: '2026-11-24T08:00:00Z' },
  closed: { texts, way: 'private', on: true },
};
const { away: _, ...withoutAway } = settings;
/** Tuesday to Saturday in Paris, with a break at noon: 08:30 to 11:30 and 13:00 to 18:00 UTC. */
const shop = {
  shopId: 'first',
  zone: 'Europe/Paris',
  times: [2, 3, 4, 5, 6].flatMap((weekday) => [
    { weekday, opens: '09:30', closes: '12:30' },
    { weekday, opens: '14:00', closes: '19:00' },
  ]),
};
const shut = (from: string) => `closed:${at(from)}`;

test.each<[string, KeptSettings, string, string, string | undefined]>([
  ['in the period', settings, '21T15:00', '21T15:01', `away:${at('20T10:00')}`],
  ['before it was set', settings, '20T11:00', '21T15:00', undefined],
  ['the night after it', settings, '24T07:59', '24T08:00', shut('21T18:00')],
  ['after it, in opening hours', settings, '24T09:00', '24T09:01', undefined],
  ['in the evening', withoutAway, '24T20:00', '24T20:01', shut('24T18:00')],
  ['at noon', withoutAway, '24T12:00', '24T12:01', shut('24T11:30')],
  ['the minute it closes', withoutAway, '24T18:00', '24T18:00', shut('24T18:00')],
  ['on Sunday as on Saturday evening', withoutAway, '22T15:00', '22T15:00', shut('21T18:00')],
  ['read when it is open again', withoutAway, '24T20:00', '25T09:00', undefined],
  ['while it is open', withoutAway, '24T09:00', '24T09:00', undefined],
  [
    'before it was switched on',
    { ...withoutAway, closedAt: at('24T19:00') },
    '24T18:30',
    '24T20:00',
    undefined,
  ],
])('tells an absence: %s', (_name, kept, written, now, expected) => {
  expect(absenceAt(kept, shop, at(written), at(now))?.name).toBe(expected);
});

test('closed hours that nobody said and an answer that is off are none', () => {
  const evening = at('24T20:00');
  expect(absenceAt(withoutAway, { ...shop, times: [] }, evening, evening)).toBeUndefined();
  const off = { ...withoutAway, closed: { texts, way: 'public' as const, on: false } };
  expect(absenceAt(off, shop, evening, evening)).toBeUndefined();
});

test('a compliment needs no word that nobody is there', () => {
  const facts = { intent: 'praise', kind: 'comment' } as Parameters<typeof wantsWord>[0];
  expect(wantsWord(facts)).toBe(false);
  expect(wantsWord({ ...facts, intent: 'price' })).toBe(true);
  expect(wantsWord({ ...facts, kind: 'message' })).toBe(true);
  expect(wantsWord({ ...facts, kind: 'message', intent: 'spam' })).toBe(false);
});
