import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { foldCaption, type FoldPlace } from '../../../../../shared/rules/fold-caption.ts';

/** A caption as a feed folds it; a press unfolds it, as there. Tags and links wear their colour. */
export function FoldedText({
  text,
  place,
  before,
}: {
  text: string;
  place: FoldPlace;
  /** The name in front of it, as Instagram writes it. */
  before?: string;
}) {
  const { t } = useTranslation('composer');
  const [open, setOpen] = useState(false);
  const { shown, folded } = foldCaption(text, place, before ? before.length + 1 : 0);
  if (text.trim() === '') return null;
  return (
    <p className="phone-text">
      {before ? <b>{before} </b> : null}
      {coloured(open ? text.trim() : shown, place.startsWith('facebook'))}
      {folded ? (
        <>
          {open ? ' ' : '… '}
          <button type="button" className="phone-more" onClick={() => setOpen(!open)}>
            {t(open ? 'preview.less' : 'preview.more')}
          </button>
        </>
      ) : null}
    </p>
  );
}

/** On Facebook a `@` names nobody, on Instagram a link leads nowhere. */
function coloured(text: string, isFacebook: boolean): ReactNode {
  const pattern = isFacebook
    ? /(#[\p{L}\p{M}\p{N}_]+|https?:\/\/\S+)/gu
    : /(#[\p{L}\p{M}\p{N}_]+|(?<![\p{L}\p{N}._])@[\p{L}\p{N}_.]+)/gu;
  return text.split(pattern).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="phone-tag">
        {part}
      </span>
    ) : (
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
