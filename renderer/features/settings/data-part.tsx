import { IconCircleCheck, IconDatabase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Where everything lies, and its copies. */
export function DataPart() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const formats = useFormats();
  const toast = useToast();
  const info = useQuery(api.app.info.queryOptions());
  const backups = useQuery(api.app.backups.queryOptions());
  const backUp = useChange(
    api.app.backUpNow.mutationOptions({ onSuccess: () => toast({ text: t('data.done') }) }),
  );
  if (!backups.data || !info.data) return <SkeletonRows />;
  return (
    <div className="settings-form">
      <div>
        <span className="field-label">{t('data.folder')}</span>
        <p className="settings-path">{info.data.dataDir}</p>
      </div>
      <div>
        <span className="field-label">{t('data.backups')}</span>
        <p className="settings-path">{backups.data.folder}</p>
      </div>
      <div>
        <Button
          icon={<IconDatabase aria-hidden />}
          busy={backUp.isPending}
          onClick={() => backUp.mutate(undefined)}
        >
          {t('data.backUp')}
        </Button>
      </div>
      <ul className="settings-list">
        {backups.data.items.map((backup) => (
          <li key={backup.path}>
            <div className="settings-line num">
              <b>{formats.dateTime(backup.at)}</b>
              <span className="muted">{t(`data.why.${backup.why}`)}</span>
              <span className="grow" />
              <span className="muted">{formats.bytes(backup.sizeBytes)}</span>
              {backup.verified ? (
                <StateSign tone="leaf" icon={<IconCircleCheck aria-hidden />}>
                  {t('data.verified')}
                </StateSign>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {backups.data.items.length === 0 ? <p className="muted">{t('data.none')}</p> : null}
    </div>
  );
}
