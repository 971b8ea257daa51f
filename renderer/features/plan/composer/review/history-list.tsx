import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../../../shared/contract/review.ts';
import { useFormats } from '../../../../link/formats-context.tsx';
import { useApi } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { TextButton } from '../../../../ui/text-button.tsx';

type Props = { postId: string; history: readonly HistoryEntry[]; readOnly: boolean };

/** Who changed what, newest first; a text can be put back as it was. */
export function HistoryList({ postId, history, readOnly }: Props) {
  const { t } = useTranslation('review');
  const api = useApi();
  const formats = useFormats();
  const restore = useChange(api.review.restoreText.mutationOptions());
  if (history.length === 0) return <p className="muted">{t('noHistory')}</p>;
  return (
    <ol className="review-list">
      {history.map(({ id, person, at, text, change }) => (
        <li key={id} className="review-line">
          <div>
            <p>{text}</p>
            <p className="small muted">
              {person.name} · {formats.dateTime(at)}
            </p>
            {change ? (
              <details>
                <summary>{t('before')}</summary>
                <p className="review-words">{change.before || t('nothing')}</p>
                {readOnly ? null : (
                  <TextButton onClick={() => restore.mutate({ postId, entryId: id })}>
                    {t('restoreText')}
                  </TextButton>
                )}
              </details>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
