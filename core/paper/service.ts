import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CalendarRange, PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { ShopSettings } from '../../shared/contract/shop.ts';
import type { AccountFact, PostFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import {
  isInMonth,
  monthSheet,
  weeksOf,
  type PaperPost,
  type SheetOptions,
} from './month-sheet.ts';

export type MonthAsked = Omit<CalendarRange, 'from' | 'to'> & { month: string };

/** What paper asks of other features; open-studio hands it over. */
export type PaperUses = {
  library: Pick<MediaLibrary, 'locate' | 'makeWorkFolder' | 'workers'>;
  resourcesDir: string;
  readShop: () => ShopSettings;
  calendar: (asked: CalendarRange, language: Language) => PostTile[];
  readPost: (postId: string) => PostFact | undefined;
  readAccount: (accountId: string) => AccountFact | undefined;
  readCampaign: (campaignId: string) => { name: string } | undefined;
};
export type PaperService = ReturnType<typeof paperService>;

const noSearch = new URLSearchParams();

/** The plan as something to hang on a wall or to send to the owner. */
export function paperService(
  { clock, say, shopLanguage }: Pick<FeatureTools, 'clock' | 'say' | 'shopLanguage'>,
  uses: PaperUses,
) {
  async function paperPost(tile: PostTile & { at: string }): Promise<PaperPost> {
    const post = uses.readPost(tile.id);
    const located = tile.thumbUrl && (await uses.library.locate(tile.thumbUrl, noSearch));
    return {
      tile,
      caption: post ? captionOf(post, tile) : '',
      accounts: tile.accountIds.flatMap((id) => uses.readAccount(id)?.name ?? []),
      campaign: tile.campaignId && uses.readCampaign(tile.campaignId)?.name,
      photoPath: located ? located.file : undefined,
    };
  }

  function filterWords(asked: MonthAsked, language: Language): string[] {
    const account = asked.accountId && uses.readAccount(asked.accountId)?.name;
    const campaign = asked.campaignId && uses.readCampaign(asked.campaignId)?.name;
    return [
      ...(account ? [say(language, 'paper:account', { name: account })] : []),
      ...(campaign ? [say(language, 'paper:campaign', { name: campaign })] : []),
      ...(asked.state ? [say(language, `ui:state.${asked.state}`)] : []),
    ];
  }

  function optionsOf(asked: MonthAsked, language: Language): SheetOptions {
    const shop = uses.readShop();
    return {
      month: asked.month,
      zone: asked.zone ?? shop.zone,
      language,
      country: shop.country,
      shop: shop.name,
      filters: filterWords(asked, language),
      madeAt: clock.now(),
    };
  }

  function tilesOf({ month, ...filter }: MonthAsked, zone: string, language: Language) {
    const days = weeksOf(month, zone).flat();
    const from = new Date(days[0]!.startAt).toISOString();
    const to = new Date(days.at(-1)!.endAt).toISOString();
    return uses.calendar({ ...filter, from, to }, language).filter(hasTime);
  }

  return {
    /** The file's bytes travel in the answer: a month is some hundred kilobytes. */
    async month(asked: MonthAsked, spoken?: Language) {
      const language = spoken ?? shopLanguage();
      const options = optionsOf(asked, language);
      const tiles = tilesOf(asked, options.zone, language);
      const posts = await Promise.all(tiles.map(paperPost));
      const sheet = monthSheet(posts, options, say);
      const folder = await uses.library.makeWorkFolder();
      try {
        const path = join(folder.path, 'month.pdf');
        const input = { sheet, path, resourcesDir: uses.resourcesDir };
        const { pages } = await uses.library.workers.run('printMonth', input, { urgent: true });
        return {
          name: `${options.shop.replace(/[^\p{L}\p{N}]+/gu, '-')}-${asked.month}.pdf`,
          mime: 'application/pdf' as const,
          base64: (await readFile(path)).toString('base64'),
          pages,
          posts: tiles.filter((tile) => isInMonth(tile.at, options)).length,
        };
      } finally {
        await folder.remove();
      }
    },
  };
}

function hasTime(tile: PostTile): tile is PostTile & { at: string } {
  return tile.at !== undefined;
}

/** What its networks show; both when they differ. */
function captionOf({ captions }: PostFact, { networks }: PostTile): string {
  return [...new Set(networks.map((network) => captions[network]))].join('\n\n');
}
