import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import { firstLine } from '../../../../shared/rules/caption.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { CampaignField } from '../campaigns/campaign-field.tsx';
import { ChecksList } from './checks-list.tsx';
import { TextDiff } from './conflict/text-diff.tsx';
import { Counters } from './counters.tsx';
import { useDraftOf, type DraftOf } from './draft-of.ts';
import type { Fixes } from './fixes/use-fixes.ts';
import { InstagramExtras } from './instagram-extras.tsx';
import { PictureWayNote } from './picture-way-note.tsx';
import type { PostDraft } from './use-post-draft.ts';
import { CaptionEditor } from './words/caption-editor.tsx';
import { LinkField } from './words/link-field.tsx';

type Voice = 'common' | Network;
type Props = {
  draft: PostDraft;
  accounts: readonly Account[];
  readOnly: boolean;
  fixes: Fixes;
  /** When it is to go out, as ISO 8601. */
  at: string | undefined;
  onMedia: (index: number) => void;
};

const extraFields = [
  ...(['kind', 'firstComment', 'link', 'media', 'accountIds', 'campaignId'] as const),
  ...(['collaborators', 'coverMs', 'coverAssetId'] as const),
] as const;
const networks: readonly Network[] = ['instagram', 'facebook'];
const networkNames = { facebook: 'Facebook', instagram: 'Instagram' };

/** The networks that the chosen accounts belong to, Instagram first. */
export function chosenNetworks(
  accountIds: readonly string[],
  accounts: readonly Account[],
): Network[] {
  const chosen = accounts.filter((account) => accountIds.includes(account.id));
  return networks.filter((network) => chosen.some((account) => account.network === network));
}

/** The text, common or in a network's own words, what the networks would say to it, and the rest. */
export function WordsColumn({ draft, accounts, readOnly, fixes, at, onMedia }: Props) {
  const { t } = useTranslation('composer');
  const { content } = draft;
  const extras = useDraftOf(draft, extraFields);
  // Only a campaign's link names the post: without one the letters of its title change nothing there.
  const title = content.campaignId ? firstLine(content.caption) : '';
  return (
    <section className="words" aria-label={t('words')}>
      <Caption draft={draft} accounts={accounts} readOnly={readOnly} />
      {readOnly ? null : (
        <ChecksList
          content={content}
          postId={draft.postId}
          at={at}
          fixes={fixes}
          onMedia={onMedia}
        />
      )}
      {chosenNetworks(content.accountIds, accounts).includes('instagram') ? (
        <PictureWayNote />
      ) : null}
      <Extras draft={extras} title={title} readOnly={readOnly} accounts={accounts} />
    </section>
  );
}

type ExtrasProps = Pick<Props, 'accounts' | 'readOnly'> & {
  draft: DraftOf<(typeof extraFields)[number]>;
  title: string;
};

/** What goes with the text: form, first comment, link and campaign. */
const Extras = memo(function Extras({ draft, title, accounts, readOnly }: ExtrasProps) {
  const { t } = useTranslation('composer');
  const { content, change } = draft;
  const api = useApi();
  const campaigns = useQuery(api.campaigns.list.queryOptions({ input: { archived: true } }));
  const kinds = (['post', 'reel', 'story'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  return (
    <div className="extras">
      {readOnly ? null : (
        <div>
          <Segments
            label={t('kind.label')}
            value={content.kind ?? 'post'}
            options={kinds}
            onChange={(kind) => change({ kind })}
          />
        </div>
      )}
      <TextArea
        label={t('firstComment')}
        rows={content.firstComment ? 2 : 1}
        readOnly={readOnly}
        value={content.firstComment ?? ''}
        onChange={(firstComment) => change({ firstComment: firstComment || undefined })}
      />
      <LinkField
        link={content.link ?? ''}
        title={title}
        campaign={campaigns.data?.items.find((one) => one.id === content.campaignId)}
        hint={content.media.length > 0 && content.link ? t('link.withMedia') : undefined}
        readOnly={readOnly}
        onChange={(link) => change({ link: link || undefined })}
      />
      {chosenNetworks(content.accountIds, accounts).includes('instagram') ? (
        <InstagramExtras content={content} readOnly={readOnly} onChange={change} />
      ) : null}
      {readOnly ? null : (
        <CampaignField
          value={content.campaignId ?? undefined}
          onChange={(campaignId) => change({ campaignId })}
        />
      )}
    </div>
  );
});

function Caption({ draft, accounts, readOnly }: Pick<Props, 'draft' | 'accounts' | 'readOnly'>) {
  const { t } = useTranslation('composer');
  const [voice, setVoice] = useState<Voice>('common');
  const { content, change } = draft;
  const chosen = chosenNetworks(content.accountIds, accounts);
  const own = voice === 'common' ? undefined : content.captions?.[voice];
  const text = own ?? content.caption;
  const setText = (next: string) =>
    voice === 'common'
      ? change({ caption: next })
      : change({ captions: { ...content.captions, [voice]: next } });
  const options = [
    { value: 'common' as const, label: t('voice.common') },
    ...chosen.map((network) => ({
      value: network,
      label: networkNames[network],
      note: content.captions?.[network] === undefined ? undefined : t('voice.own'),
    })),
  ];
  return (
    <div>
      <Tabs
        id="voice"
        label={t('voice.label')}
        value={voice}
        options={options}
        onChange={setVoice}
      />
      <div id="voice-panel" role="tabpanel" aria-labelledby={`voice-${voice}`}>
        <CaptionEditor key={voice} value={text} readOnly={readOnly} onChange={setText} />
        <Counters text={text} networks={voice === 'common' ? chosen : [voice]} />
        {voice !== 'common' && own !== undefined ? (
          <OwnWords
            common={content.caption}
            own={own}
            onBack={
              readOnly
                ? undefined
                : () => change({ captions: { ...content.captions, [voice]: undefined } })
            }
          />
        ) : null}
      </div>
    </div>
  );
}

/** How a network's own words differ from the common ones, and the way back to them. */
function OwnWords({
  common,
  own,
  onBack,
}: {
  common: string;
  own: string;
  onBack: (() => void) | undefined;
}) {
  const { t } = useTranslation('composer');
  const [open, setOpen] = useState(false);
  return (
    <div className="own-words">
      <TextButton className="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'voice.hideDiff' : 'voice.showDiff')}
      </TextButton>
      {onBack ? (
        <TextButton className="small" onClick={onBack}>
          {t('voice.backToCommon')}
        </TextButton>
      ) : null}
      {open ? <TextDiff before={common} after={own} /> : null}
    </div>
  );
}
