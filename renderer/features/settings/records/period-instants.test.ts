import { expect, it } from 'vitest';
import { periodInstants } from './period-instants.ts';

it('takes whole days by the clocks of the shop, and leaves an empty side open', () => {
  const zone = 'Europe/Paris';
  expect(periodInstants({ from: '2026-10-25', to: '2026-10-25' }, zone)).toEqual({
    since: '2026-10-24T22:00:00.000Z',
    until: '2026-10-25T23:00:00.000Z',
  });
  expect(periodInstants({ from: '', to: '2026-12-31' }, zone)).toEqual({
    until: '2026-12-31T23:00:00.000Z',
  });
  expect(periodInstants({ from: 'x', to: '' }, zone)).toEqual({});
});
