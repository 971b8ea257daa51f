import { useTranslation } from 'react-i18next';
import { Segments } from '../../ui/segments.tsx';

export type Way = 'public' | 'private';

/** Under the comment, or as a message that only the customer sees. */
export function AnswerWay({ way, onChange }: { way: Way; onChange: (way: Way) => void }) {
  const { t } = useTranslation('rules');
  return (
    <div className="rules-line">
      <Segments
        label={t('way.label')}
        value={way}
        options={[
          { value: 'public', label: t('way.public') },
          { value: 'private', label: t('way.private') },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
