import './deeds.css';
import { IconCloudUpload, IconPower } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../../shared/contract/accounts.ts';
import type { Asset } from '../../../../../shared/contract/media.ts';
import type { Post } from '../../../../../shared/contract/posts.ts';
import type { Target } from '../../../../../shared/contract/publishing.ts';
import { useApi } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { useNow } from '../../../../link/use-now.ts';
import { Button } from '../../../../ui/button.tsx';
import { CheckBox } from '../../../../ui/check-box.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import { useAssets } from '../use-assets.ts';
import type { DraftOf } from '../draft-of.ts';
import { usePostZone } from '../use-post-zone.ts';
import { whoPublishes, type WhoPublishes } from './who-publishes.ts';

type Draft = DraftOf<'accountIds' | 'kind' | 'handOver'>;
type Props = {
  draft: Draft;
  assetIds: readonly string[];
  hasFirstComment: boolean;
  post: Post | undefined;
  accounts: readonly Account[];
  /** When it goes out, in UTC ms. */
  at: number;
};

/** Who shows the post at its time, said before it is scheduled: Facebook by itself, or this computer,
 *  which then must be on. */
export function HandOverField({ draft, assetIds, hasFirstComment, post, accounts, at }: Props) {
  const { t } = useTranslation('deeds');
  const [opened, setOpened] = useState(false);
  const wish = useWish(draft);
  const who = useWho(draft, useAssets(assetIds), accounts, at, wish.wanted);
  const there = post?.targets.find((target) => target.handedOver);
  if (who.facebook === undefined && !who.onInstagram) return null;
  const word = chipWord(who, there?.handedOver);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={384}
      label={t('handOver.label')}
      target={
        <Button
          size="lg"
          kind="quiet"
          icon={who.facebook === 'on' ? <IconCloudUpload aria-hidden /> : <IconPower aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          <span className="hidden-text">{t('handOver.label')}</span>
          {t(`chip.${word}`)}
        </Button>
      }
    >
      <Panel {...{ draft, hasFirstComment, who, wish }} there={there?.handedOver?.at} />
    </Popover>
  );
}

type Word = 'computer' | 'facebook' | 'mixed' | 'there' | 'takingBack';

function chipWord({ facebook, onInstagram }: WhoPublishes, there: Target['handedOver']): Word {
  if (there?.takingBack) return 'takingBack';
  if (facebook !== 'on' && facebook !== 'too-far') return 'computer';
  if (onInstagram) return 'mixed';
  return there ? 'there' : 'facebook';
}

function Panel({
  draft,
  hasFirstComment,
  who,
  wish,
  there,
}: {
  draft: Draft;
  hasFirstComment: boolean;
  who: WhoPublishes;
  wish: ReturnType<typeof useWish>;
  there: string | undefined;
}) {
  const { t } = useTranslation('deeds');
  const { formats } = usePostZone(draft.content.accountIds);
  const { facebook, onInstagram } = who;
  const isOnFacebook = facebook !== undefined && facebook !== 'unfit';
  return (
    <div className="hand-over">
      <b>{t('handOver.title')}</b>
      {isOnFacebook ? (
        <Switch
          checked={wish.wanted}
          label={t('handOver.switch')}
          onChange={(handOver) => draft.change({ handOver })}
        />
      ) : null}
      {facebook && !there ? <p className="small">{t(`handOver.${facebook}`)}</p> : null}
      {there ? (
        <p className="small">{t('handOver.there', { when: formats.dateTime(there) })}</p>
      ) : null}
      {onInstagram ? <p className="small">{t('handOver.instagram')}</p> : null}
      {facebook === 'on' && hasFirstComment ? (
        <p className="small">{t('handOver.firstComment')}</p>
      ) : null}
      {isOnFacebook ? (
        <CheckBox
          checked={wish.shop === wish.wanted}
          disabled={wish.shop === wish.wanted}
          label={t('handOver.always')}
          onChange={() => wish.always(wish.wanted)}
        />
      ) : null}
    </div>
  );
}

/** What this post wants, and what the shop wants where a post does not say. */
function useWish(draft: Draft) {
  const api = useApi();
  const preferences = useQuery(api.publishing.preferences.queryOptions());
  const change = useChange(
    api.publishing.setPreferences.mutationOptions({ onSuccess: () => void preferences.refetch() }),
  );
  const shop = preferences.data?.handOver ?? false;
  return {
    shop,
    wanted: draft.content.handOver ?? shop,
    always: (handOver: boolean) => change.mutate({ handOver }),
  };
}

function useWho(
  draft: Draft,
  assets: ReadonlyMap<string, Asset>,
  accounts: readonly Account[],
  at: number,
  wanted: boolean,
): WhoPublishes {
  const { accountIds, kind } = draft.content;
  const now = Date.parse(useNow());
  const networks = accounts
    .filter((account) => accountIds.includes(account.id))
    .map((account) => account.network);
  const isPlain =
    (kind ?? 'post') === 'post' && [...assets.values()].every((asset) => asset.kind === 'photo');
  return whoPublishes({ networks, wanted, aheadMs: at - now, isPlain });
}
