import { useTranslation } from 'react-i18next';
import { replyVariables, type ReplyVariable } from '../../../../shared/replies/fill-reply.ts';
import { Button } from '../../../ui/button.tsx';

/** What may stand in braces, by its name in words. */
export function VariableButtons({ onTake }: { onTake: (variable: ReplyVariable) => void }) {
  const { t } = useTranslation('replies');
  return (
    <div className="variables" role="group" aria-label={t('variables')}>
      {replyVariables.map((variable) => (
        <Button key={variable} onClick={() => onTake(variable)}>
          {t(`variable.${variable}`)}
        </Button>
      ))}
    </div>
  );
}
