import { expect, test } from 'vitest';
import { campaignColour, type Campaign } from '../../../../shared/contract/campaigns.ts';
import {
  draftOf,
  newCampaignDraft,
  readCampaignDraft,
  type CampaignDraft,
} from './campaign-draft.ts';

const fresh = newCampaignDraft('2026-11-24', ['terracotta'], campaignColour.options);
const draft = (more: Partial<CampaignDraft> = {}): CampaignDraft => ({
  ...fresh,
  name: ' Noël ',
  ...more,
});
const wrongOf = (more: Partial<CampaignDraft>) => {
  const read = readCampaignDraft(draft(more));
  return read.ok ? [] : read.wrong;
};

test('begins with four weeks and a colour that is still free', () => {
  expect(fresh).toMatchObject({ startsOn: '2026-11-24', endsOn: '2026-12-21', colour: 'leaf' });
});

test('says which fields stand against saving', () => {
  expect(wrongOf({})).toEqual([]);
  expect(wrongOf({ name: '  ', startsOn: '', count: 'beaucoup' })).toEqual([
    'name',
    'startsOn',
    'count',
  ]);
  expect(wrongOf({ endsOn: '2026-11-01' })).toEqual(['endsOn']);
  expect(wrongOf({ endsOn: '2026-11-31' })).toEqual(['endsOn']);
  expect(wrongOf({ count: '0', reached: '-3' })).toEqual(['count', 'reached']);
});

test('reads numbers with spaces, and leaves out what is not written', () => {
  const read = readCampaignDraft(
    draft({ kind: 'sales', count: '1 200', utm: { ...fresh.utm, medium: ' mail ' } }),
  );
  expect(read).toMatchObject({
    ok: true,
    content: {
      name: 'Noël',
      goal: { words: '', kind: 'sales', count: 1200 },
      utm: { medium: 'mail' },
    },
  });
  const bare = readCampaignDraft(draft());
  expect(bare.ok && bare.content.goal).toBeUndefined();
});

test('a saved campaign reads back as it was', () => {
  const saved: Campaign = {
    id: 'c1',
    name: 'Noël',
    startsOn: '2026-12-01',
    endsOn: '2026-12-24',
    colour: 'sea',
    goal: { words: 'Faire connaître', kind: 'clicks', count: 300, reached: 12 },
    utm: { content: 'avent' },
    isArchived: false,
    counts: { posts: 0, drafts: 0, planned: 0, published: 0, asking: 0, comments: 0 },
    updatedAt: '2026-11-24T08:00:00.000Z',
  };
  const read = readCampaignDraft(draftOf(saved));
  const { name, startsOn, endsOn, colour, goal, utm } = saved;
  expect(read).toEqual({ ok: true, content: { name, startsOn, endsOn, colour, goal, utm } });
});
