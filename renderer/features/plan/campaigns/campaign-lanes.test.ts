import { expect, test } from 'vitest';
import { layBars } from './campaign-lanes.ts';

const week = [23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`);
const from = (id: string, startsOn: string, endsOn: string) => ({ id, startsOn, endsOn });
const lay = (campaigns: ReturnType<typeof from>[], most = 2) => layBars(campaigns, week, most);

test('a bar covers its days, and says where it comes from and goes', () => {
  const { bars } = lay([
    from('inside', '2026-11-24', '2026-11-26'),
    from('through', '2026-11-01', '2026-12-24'),
  ]);
  expect(bars.map(({ campaign, ...bar }) => ({ id: campaign.id, ...bar }))).toEqual([
    { id: 'inside', lane: 0, from: 1, to: 3, isFromBefore: false, goesOn: false },
    { id: 'through', lane: 1, from: 0, to: 6, isFromBefore: true, goesOn: true },
  ]);
});

test('one that ended takes no room from the next', () => {
  const { bars } = lay([
    from('first', '2026-11-23', '2026-11-24'),
    from('second', '2026-11-25', '2026-11-25'),
  ]);
  expect(bars.map((bar) => bar.lane)).toEqual([0, 0]);
});

test('what touches no day is not shown, what finds no lane is counted', () => {
  const all = [1, 2, 3].map((number) => from(`c${number}`, '2026-11-20', '2026-11-30'));
  const away = [
    from('past', '2026-11-01', '2026-11-22'),
    from('later', '2026-11-30', '2026-12-01'),
  ];
  const { bars, left } = lay([...away, ...all]);
  expect(bars.map((bar) => bar.campaign.id)).toEqual(['c1', 'c2']);
  expect(left).toBe(1);
});
