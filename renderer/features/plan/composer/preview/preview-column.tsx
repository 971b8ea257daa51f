import './preview.css';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { memo, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../../shared/contract/accounts.ts';
import type { Asset } from '../../../../../shared/contract/media.ts';
import type { PostContent } from '../../../../../shared/contract/posts.ts';
import type { PostKind } from './phone-kind.ts';
import type { Network } from '../../../../../shared/contract/shapes.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Tabs } from '../../../../ui/tabs.tsx';
import { useScheme } from '../../../../ui/use-scheme.ts';
import { useDraftOf, type DraftOf } from '../draft-of.ts';
import { readWhen } from '../read-when.ts';
import { usePostZone } from '../use-post-zone.ts';
import type { PostDraft } from '../use-post-draft.ts';
import { chosenNetworks } from '../words-column.tsx';
import { FacebookPhone } from './facebook-phone.tsx';
import { InstagramPhone } from './instagram-phone.tsx';
import { phoneKind } from './phone-kind.ts';
import type { PhoneProps } from './phone-props.ts';
import { ReelPhone, StoryPhone } from './story-phone.tsx';

const names = { facebook: 'Facebook', instagram: 'Instagram' };

const shownFields = ['accountIds', 'media', 'kind', 'link'] as const;

type Around = {
  accounts: readonly Account[];
  assets: ReadonlyMap<string, Asset>;
  index: number;
  onIndex: (index: number) => void;
  wall: string | undefined;
};

/** The post as each chosen network would show it; follows each key, but the letter itself stands first. */
export function PreviewColumn({ draft, ...around }: Around & { draft: PostDraft }) {
  const shown = useDraftOf(draft, shownFields);
  const { caption, captions, firstComment } = useDeferredValue(draft.content);
  return <Preview draft={shown} {...{ caption, captions, firstComment }} {...around} />;
}

type Props = Around & { draft: DraftOf<(typeof shownFields)[number]> } & Pick<
    PostContent,
    'caption' | 'captions' | 'firstComment'
  >;

const Preview = memo(function Preview(props: Props) {
  const { draft, caption, captions, firstComment, accounts, assets, index, onIndex, wall } = props;
  const { t } = useTranslation('composer');
  const { dark: windowIsDark } = useScheme();
  const { content } = draft;
  const networks = chosenNetworks(content.accountIds, accounts);
  const [asked, setAsked] = useState<Network>('instagram');
  const [dark, setDark] = useState(windowIsDark);
  const when = useWhenWords(wall, content.accountIds);
  const network = networks.includes(asked) ? asked : networks[0];
  const account = accounts.find(
    (one) => one.network === network && content.accountIds.includes(one.id),
  );
  if (!network || !account) return <p className="muted small">{t('preview.noAccount')}</p>;
  const phone: PhoneProps = {
    account,
    text: captions?.[network] ?? caption,
    media: content.media.flatMap(({ assetId, alt, tags }) => {
      const asset = assets.get(assetId);
      const productIds = network === 'instagram' ? (tags ?? []).map((tag) => tag.productId) : [];
      return asset ? [{ asset, alt: alt ?? '', productIds }] : [];
    }),
    index,
    onIndex,
    link: content.link,
    firstComment,
    when,
  };
  const kind = phoneKind(content.kind, network, phone.media);
  return (
    <section className="preview" aria-label={t('preview.label')}>
      <div className="preview-head">
        <Tabs
          id="preview"
          label={t('preview.label')}
          value={network}
          options={networks.map((value) => ({ value, label: names[value] }))}
          onChange={setAsked}
        />
        <IconButton
          label={t(dark ? 'preview.light' : 'preview.dark')}
          icon={dark ? <IconSun /> : <IconMoon />}
          onClick={() => setDark(!dark)}
        />
      </div>
      <div id="preview-panel" role="tabpanel" aria-labelledby={`preview-${network}`}>
        <div className={dark ? 'phone phone-dark' : 'phone'}>
          {/* A glass that scrolls must be reachable by keyboard. */}
          <div className="phone-glass" tabIndex={0} role="group" aria-label={names[network]}>
            <Phone key={kind} kind={kind} network={network} {...phone} />
          </div>
        </div>
        {kind === 'post' ? null : (
          <p className="small muted preview-note">{t(`preview.note.${kind}`)}</p>
        )}
      </div>
    </section>
  );
});

function Phone({ kind, network, ...props }: PhoneProps & { kind: PostKind; network: Network }) {
  if (kind === 'story') return <StoryPhone {...props} />;
  if (kind === 'reel') return <ReelPhone {...props} />;
  return network === 'instagram' ? <InstagramPhone {...props} /> : <FacebookPhone {...props} />;
}

/** When and where on the calendar it appears, as the phone would say it, on the clocks of
 *  its accounts. */
function useWhenWords(wall: string | undefined, accountIds: readonly string[]): string {
  const { t } = useTranslation('composer');
  const { zone, formats } = usePostZone(accountIds);
  const when = readWhen(wall, zone, 0, undefined);
  return 'at' in when ? formats.dateTime(new Date(when.at).toISOString()) : t('preview.now');
}
