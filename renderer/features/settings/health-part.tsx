import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What a helper asks for: versions, programs, and how safely secrets are kept. */
export function HealthPart() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const toast = useToast();
  const info = useQuery(api.app.info.queryOptions());
  const diagnostics = useQuery(api.app.diagnostics.queryOptions({ staleTime: 0 }));
  if (!diagnostics.data || !info.data) return <SkeletonRows />;
  const { lines } = diagnostics.data;
  const copy = async () => {
    await navigator.clipboard.writeText(
      lines.map((line) => `${line.name}: ${line.value}`).join('\n'),
    );
    toast({ text: t('health.copied') });
  };
  return (
    <div className="settings-form">
      {info.data.secrets.weak ? (
        <StateSign tone="sun">{t('health.weak')}</StateSign>
      ) : (
        <StateSign tone="leaf">{t('health.safe')}</StateSign>
      )}
      <dl className="settings-facts">
        {lines.map((line) => (
          <div key={line.name} style={{ display: 'contents' }}>
            <dt>{t(`health.line.${line.name}`, { defaultValue: line.name })}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button icon={<IconCopy aria-hidden />} onClick={() => void copy()}>
          {t('health.copy')}
        </Button>
      </div>
    </div>
  );
}
