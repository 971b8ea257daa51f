import {
  campaignContent,
  type Campaign,
  type CampaignColour,
  type CampaignContent,
  type GoalKind,
} from '../../../../shared/contract/campaigns.ts';
import { addDays } from '../../../../shared/rules/calendar-grid.ts';
import { utmKeys, type UtmKey } from '../../../../shared/rules/campaign-link.ts';

/** The form as it is typed: text in every field, for what is not yet a number or a day. */
export type CampaignDraft = {
  name: string;
  startsOn: string;
  endsOn: string;
  colour: CampaignColour;
  words: string;
  kind: GoalKind | '';
  count: string;
  reached: string;
  utm: Record<UtmKey, string>;
};

/** Kinds whose progress only the merchant knows. */
export const toldKinds: readonly (GoalKind | '')[] = ['clicks', 'sales', 'answers', ''];

/** Four weeks from today, in the first colour that no other campaign has. */
export function newCampaignDraft(
  today: string,
  taken: readonly CampaignColour[],
  colours: readonly CampaignColour[],
): CampaignDraft {
  return {
    name: '',
    startsOn: today,
    endsOn: addDays(today, 27),
    colour: colours.find((one) => !taken.includes(one)) ?? colours[0] ?? 'terracotta',
    words: '',
    kind: '',
    count: '',
    reached: '',
    utm: { source: '', medium: '', campaign: '', content: '' },
  };
}

export function draftOf({ goal, utm, ...campaign }: Campaign): CampaignDraft {
  return {
    name: campaign.name,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    colour: campaign.colour,
    words: goal?.words ?? '',
    kind: goal?.kind ?? '',
    count: goal?.count === undefined ? '' : String(goal.count),
    reached: goal?.reached === undefined ? '' : String(goal.reached),
    utm: {
      source: utm?.source ?? '',
      medium: utm?.medium ?? '',
      campaign: utm?.campaign ?? '',
      content: utm?.content ?? '',
    },
  };
}

export type DraftField = 'name' | 'startsOn' | 'endsOn' | 'count' | 'reached';

/** What is saved, or which fields stand against it. */
export function readCampaignDraft(
  draft: CampaignDraft,
): { ok: true; content: CampaignContent } | { ok: false; wrong: DraftField[] } {
  const count = readCount(draft.count);
  const reached = readCount(draft.reached);
  const wrong: DraftField[] = [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(isDay(draft.startsOn) ? [] : (['startsOn'] as const)),
    ...(isDay(draft.endsOn) && draft.endsOn >= draft.startsOn ? [] : (['endsOn'] as const)),
    ...(count === 'wrong' || count === 0 ? (['count'] as const) : []),
    ...(reached === 'wrong' ? (['reached'] as const) : []),
  ];
  if (wrong.length > 0 || count === 'wrong' || reached === 'wrong') return { ok: false, wrong };
  const { name, startsOn, endsOn, colour, words, kind, utm } = draft;
  const hasGoal = words.trim() !== '' || kind !== '' || count !== undefined;
  const goal = { words: words.trim(), kind: kind === '' ? undefined : kind, count, reached };
  const written = utmKeys.filter((key) => utm[key].trim() !== '');
  return {
    ok: true,
    content: {
      name: name.trim(),
      startsOn,
      endsOn,
      colour,
      ...(hasGoal ? { goal } : {}),
      utm: Object.fromEntries(written.map((key) => [key, utm[key].trim()])),
    },
  };
}

function isDay(text: string): boolean {
  return campaignContent.shape.startsOn.safeParse(text).success;
}

/** A whole number as people write it, with or without spaces between its thousands. */
function readCount(text: string): number | undefined | 'wrong' {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  if (digits === '') return undefined;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 'wrong';
}
