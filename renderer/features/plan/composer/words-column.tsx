import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import { Segments } from '../../../ui/segments.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ChecksList } from './checks-list.tsx';
import { Counters } from './counters.tsx';
import { PictureWayNote } from './picture-way-note.tsx';
import type { PostDraft } from './use-post-draft.ts';

type Voice = 'common' | Network;
type Props = {
  draft: PostDraft;
  accounts: readonly Account[];
  readOnly: boolean;
  onMedia: (index: number) => void;
};

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
export function WordsColumn({ draft, accounts, readOnly, onMedia }: Props) {
  const { t } = useTranslation('composer');
  const { content, change } = draft;
  const kinds = (['post', 'reel', 'story'] as const).map((value) => ({
    value,
    label: t(`kind.${value}`),
  }));
  return (
    <section className="words" aria-label={t('words')}>
      <Caption draft={draft} accounts={accounts} readOnly={readOnly} />
      {readOnly ? null : <ChecksList content={content} onMedia={onMedia} />}
      {chosenNetworks(content.accountIds, accounts).includes('instagram') ? (
        <PictureWayNote />
      ) : null}
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
        <TextField
          label={t('firstComment')}
          readOnly={readOnly}
          value={content.firstComment ?? ''}
          onChange={(firstComment) => change({ firstComment: firstComment || undefined })}
        />
        <TextField
          label={t('link.label')}
          hint={content.media.length > 0 && content.link ? t('link.withMedia') : undefined}
          inputMode="url"
          readOnly={readOnly}
          value={content.link ?? ''}
          onChange={(link) => change({ link: link.trim() || undefined })}
        />
      </div>
    </section>
  );
}

function Caption({ draft, accounts, readOnly }: Omit<Props, 'onMedia'>) {
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
        <div className="caption-field">
          <TextArea
            label={t('caption')}
            labelHidden
            rows={10}
            readOnly={readOnly}
            placeholder={t('captionHere')}
            value={text}
            onChange={setText}
          />
        </div>
        <Counters text={text} networks={voice === 'common' ? chosen : [voice]} />
        {voice !== 'common' && own !== undefined && !readOnly ? (
          <TextButton
            className="small"
            onClick={() => change({ captions: { ...content.captions, [voice]: undefined } })}
          >
            {t('voice.backToCommon')}
          </TextButton>
        ) : null}
      </div>
    </div>
  );
}
