import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calmText, foldLongText } from '../../../shared/rules/calm-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { splitLinks, type TextPart } from './split-links.ts';

type Leading = { host: string; url: string };

/** What a stranger wrote, as text and nothing else: its direction stays its own, links say where they
 *  lead and are asked about first, very long ones are folded. */
export function CommentText({ text }: { text: string }) {
  const { t } = useTranslation('inbox-ui');
  const [unfolded, setUnfolded] = useState(false);
  const [asked, setAsked] = useState<Leading>();
  const calm = calmText(text);
  const folded = unfolded ? undefined : foldLongText(calm);
  return (
    <>
      <p className="inbox-text" dir="auto">
        {splitLinks(folded ?? calm).map((part, index) => (
          <Piece key={index} part={part} onAsk={setAsked} />
        ))}
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

/** Words, or an address: where it does not lead to what one reads, its host stands behind it. */
function Piece({ part, onAsk }: { part: TextPart; onAsk: (link: Leading) => void }) {
  const { text, link } = part;
  if (!link) return <span>{text}</span>;
  const { host, url, isPlain } = link;
  const words = (
    <>
      <bdi>{text}</bdi>
      {isPlain ? null : <span> ({host})</span>}
    </>
  );
  return url === undefined ? (
    <span>{words}</span>
  ) : (
    <TextButton onClick={() => onAsk({ host, url })}>{words}</TextButton>
  );
}
