import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Asset } from '../../../../shared/contract/media.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import { Tabs } from '../../../ui/tabs.tsx';
import { FacebookPhone } from './facebook-phone.tsx';
import { InstagramPhone } from './instagram-phone.tsx';
import type { PhoneProps } from './phone-props.ts';
import { StoryPhone } from './story-phone.tsx';
import type { PostDraft } from './use-post-draft.ts';
import { chosenNetworks } from './words-column.tsx';

const names = { facebook: 'Facebook', instagram: 'Instagram' };

/** The post as each chosen network would show it; changes with each key. */
export function PreviewColumn({
  draft,
  accounts,
  assets,
  index,
}: {
  draft: PostDraft;
  accounts: readonly Account[];
  assets: ReadonlyMap<string, Asset>;
  index: number;
}) {
  const { t } = useTranslation('composer');
  const { content } = draft;
  const networks = chosenNetworks(content.accountIds, accounts);
  const [asked, setAsked] = useState<Network>('instagram');
  const network = networks.includes(asked) ? asked : networks[0];
  const account = accounts.find(
    (one) => one.network === network && content.accountIds.includes(one.id),
  );
  if (!network || !account) return <p className="muted small">{t('preview.noAccount')}</p>;
  const props: PhoneProps = {
    account,
    text: content.captions?.[network] ?? content.caption,
    media: content.media.flatMap(({ assetId, tags }) => {
      const asset = assets.get(assetId);
      return asset ? [{ asset, tags: tags?.length ?? 0 }] : [];
    }),
    index,
    link: content.link,
  };
  const Phone =
    content.kind === 'story' || content.kind === 'reel'
      ? StoryPhone
      : network === 'instagram'
        ? InstagramPhone
        : FacebookPhone;
  return (
    <section className="preview" aria-label={t('preview.label')}>
      <Tabs
        id="preview"
        label={t('preview.label')}
        value={network}
        options={networks.map((value) => ({ value, label: names[value] }))}
        onChange={setAsked}
      />
      <div id="preview-panel" role="tabpanel" aria-labelledby={`preview-${network}`}>
        <div className="phone">
          {/* A glass that scrolls must be reachable by keyboard. */}
          <div className="phone-glass" tabIndex={0} role="group" aria-label={names[network]}>
            <Phone {...props} />
          </div>
        </div>
      </div>
    </section>
  );
}
