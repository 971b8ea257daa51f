import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { calmText, foldText } from './calm-text.ts';
import { splitLinks } from './split-links.ts';

/** What a stranger wrote, as text and nothing else: its direction stays its own, links say where they
 *  lead and are asked about first, very long ones are folded. */
export function CommentText({ text }: { text: string }) {
  const { t } = useTranslation('inbox-ui');
  const [unfolded, setUnfolded] = useState(false);
  const [asked, setAsked] = useState<{ url: string; host: string }>();
  const calm = calmText(text);
  const folded = unfolded ? undefined : foldText(calm);
  return (
    <>
      <p className="inbox-text">
        <bdi>
          {splitLinks(folded ?? calm).map(({ text: words, link }, index) =>
            link ? (
              <TextButton key={index} onClick={() => setAsked(link)}>
                {words.includes(link.host) ? words : `${words} (${link.host})`}
              </TextButton>
            ) : (
              <span key={index}>{words}</span>
            ),
          )}
        </bdi>
      </p>
      {folded === undefined ? null : (
        <TextButton className="small" onClick={() => setUnfolded(true)}>
          {t('readAll')}
        </TextButton>
      )}
      <ConfirmDialog
        opened={asked !== undefined}
        title={t('link.title')}
        text={t('link.text', { host: asked?.host })}
        action={t('link.open')}
        onClose={() => setAsked(undefined)}
        onConfirm={() => {
          window.open(asked?.url, '_blank', 'noopener,noreferrer');
          setAsked(undefined);
        }}
      />
    </>
  );
}
