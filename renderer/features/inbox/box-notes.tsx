import { IconAlertTriangle } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { ReplyBoxState } from './use-reply-box.ts';

/** What keeps the words from leaving: a gap that nobody filled, or too many of them. */
export function BoxNotes({
  box: { check },
  fieldRef,
}: {
  box: ReplyBoxState;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
}) {
  const { t } = useTranslation('inbox-hand');
  const { t: tReplies } = useTranslation('replies');
  const formats = useFormats();
  const [gap] = check.open;
  if (gap === undefined && !check.isNear) return null;
  const goToGap = () => {
    const field = fieldRef.current;
    const mark = `{${gap}}`;
    const from = field?.value.indexOf(mark) ?? -1;
    field?.focus();
    if (from >= 0) field?.setSelectionRange(from, from + mark.length);
  };
  const count = t('length', {
    length: formats.number(check.length),
    limit: formats.number(check.limit),
  });
  return (
    <p className="inbox-box-notes small" role="status">
      {gap === undefined ? null : (
        <>
          <StateSign tone="sun" icon={<IconAlertTriangle aria-hidden />}>
            {t('gap', { name: tReplies(`variable.${gap}`) })}
          </StateSign>
          <TextButton onClick={goToGap}>{t('goToGap')}</TextButton>
        </>
      )}
      {check.isTooLong ? (
        <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
          {count}
        </StateSign>
      ) : check.isNear ? (
        <span className="muted num">{count}</span>
      ) : null}
    </p>
  );
}
