import { IconWifiOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../link/formats-context.tsx';
import { useApi } from '../link/link-provider.tsx';
import { useChange } from '../link/use-change.ts';
import { Popover } from '../ui/popover.tsx';
import { Switch } from '../ui/switch.tsx';

/** The state of the shop's line as a fact, with the switch “work offline”. */
export function LineButton() {
  const { t } = useTranslation('shell');
  const api = useApi();
  const formats = useFormats();
  const info = useQuery(api.app.info.queryOptions());
  const setLine = useChange(api.app.setLine.mutationOptions());
  const [opened, setOpened] = useState(false);
  const line = info.data?.line;
  if (!line) return null;
  const offline = line.since
    ? t('line.offlineSince', { time: formats.time(line.since) })
    : t('line.offline');
  const about = line.online ? 'good' : line.wanted ? 'lost' : 'wanted';
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t('line.workOffline')}
      target={
        <button
          type="button"
          className={line.online ? 'top-state' : 'top-state top-state-off'}
          onClick={() => setOpened(!opened)}
        >
          {line.online ? <i className="top-dot" /> : <IconWifiOff aria-hidden />}
          {line.online ? t('line.online') : offline}
        </button>
      }
    >
      <Switch
        label={t('line.workOffline')}
        checked={!line.wanted}
        busy={setLine.isPending}
        onChange={(offlineWanted) => setLine.mutate({ online: !offlineWanted })}
      />
      <p className="small muted">{t(`line.${about}`)}</p>
    </Popover>
  );
}
