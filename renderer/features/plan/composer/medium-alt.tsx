import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/chip.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { PostMedium } from './post-medium.ts';
import { useAltOf } from './use-alt-suggestions.ts';

/** Words for those who cannot see the picture: marked as suggested until somebody touched them. Networks
 *  take none for a film or a story, which is said. */
export function MediumAlt({
  medium,
  isVideo,
  isStory,
  readOnly,
  onChange,
}: {
  medium: PostMedium;
  isVideo: boolean;
  isStory: boolean;
  readOnly: boolean;
  onChange: (alt: string) => void;
}) {
  const { t } = useTranslation('composer');
  const known = useAltOf(isVideo ? [] : [medium.assetId], [medium])?.[0];
  const offered = known?.text ?? known?.suggested;
  const { alt = '' } = medium;
  if (isVideo || isStory)
    return (
      <p className="stage-alt small muted">{t(isStory ? 'alt.noneStory' : 'alt.noneVideo')}</p>
    );
  const isSuggested = alt !== '' && known?.text === undefined && alt === known?.suggested;
  return (
    <div className="stage-alt">
      <TextArea
        label={
          <>
            {t('alt.label')} {isSuggested ? <Chip tone="sky">{t('alt.suggested')}</Chip> : null}
          </>
        }
        hint={readOnly ? undefined : t(isSuggested ? 'alt.suggestedHint' : 'alt.hint')}
        rows={2}
        maxLength={1000}
        readOnly={readOnly}
        value={alt}
        onChange={onChange}
      />
      {alt === '' && offered !== undefined && !readOnly ? (
        <TextButton onClick={() => onChange(offered)}>{t('alt.suggest')}</TextButton>
      ) : null}
    </div>
  );
}
