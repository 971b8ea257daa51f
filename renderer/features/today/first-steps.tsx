import { IconBrush, IconPencilPlus, IconTag } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Row } from '../../ui/row.tsx';

/** What a calm or first day leaves room for. */
export function FirstSteps() {
  const { t } = useTranslation('today-ui');
  const navigate = useNavigate();
  const steps = [
    {
      name: 'write',
      icon: <IconPencilPlus aria-hidden />,
      run: () => void navigate({ to: '/plan', search: { new: '1' } }),
    },
    {
      name: 'pictures',
      icon: <IconBrush aria-hidden />,
      run: () => void navigate({ to: '/studio' }),
    },
    {
      name: 'catalogue',
      icon: <IconTag aria-hidden />,
      run: () => void navigate({ to: '/catalogue' }),
    },
  ] as const;
  return (
    <section className="today-part today-begin" aria-label={t('begin.label')}>
      {steps.map(({ name, icon, run }) => (
        <Row key={name} tall onClick={run}>
          {icon}
          <span className="grow">
            <b>{t(`begin.${name}`)}</b>
            <br />
            <span className="muted">{t(`begin.${name}About`)}</span>
          </span>
        </Row>
      ))}
    </section>
  );
}
