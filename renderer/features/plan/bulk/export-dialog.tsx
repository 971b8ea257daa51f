import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarRange } from '../../../../shared/contract/posts.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { saveBytes } from './save-bytes.ts';

type What = 'shown' | 'coming' | 'all';

/** Posts as a table that imports back. */
export function ExportDialog({
  shown,
  now,
  onClose,
}: {
  /** What the calendar shows, with its filters. */
  shown: CalendarRange;
  now: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('bulk');
  const api = useApi();
  const toast = useToast();
  const [what, setWhat] = useState<What>('shown');
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [drafts, setDrafts] = useState(false);
  const write = useChange(
    api.bulk.export.mutationOptions({
      onSuccess(file) {
        if (file.posts === 0) return toast({ text: t('ui.exportNone') });
        saveBytes(file);
        toast({ text: t('ui.exportDone', { count: file.posts }) });
        onClose();
      },
    }),
  );
  const whats = (['shown', 'coming', 'all'] as const).map((value) => ({
    value,
    label: t(`ui.exportWhats.${value}`),
  }));
  const formats = (['xlsx', 'csv'] as const).map((value) => ({
    value,
    label: t(`ui.exportFormats.${value}`),
  }));
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('ui.exportTitle')}
      footer={
        <Button
          size="lg"
          kind="primary"
          busy={write.isPending}
          onClick={() => write.mutate({ format, drafts, range: rangeOf(what, shown, now) })}
        >
          {t('ui.exportGo')}
        </Button>
      }
    >
      <div className="bulk-export">
        <SelectField label={t('ui.exportWhat')} value={what} options={whats} onChange={setWhat} />
        <CheckBox label={t('ui.exportDrafts')} checked={drafts} onChange={setDrafts} />
        <div>
          <p className="field-label">{t('ui.exportFormat')}</p>
          <Segments
            label={t('ui.exportFormat')}
            value={format}
            options={formats}
            onChange={setFormat}
          />
        </div>
        <p className="small muted">{t('ui.exportLead')}</p>
      </div>
    </Dialog>
  );
}

const farAway = '2200-01-01T00:00:00.000Z';

function rangeOf(what: What, shown: CalendarRange, now: number): CalendarRange {
  if (what === 'shown') return shown;
  const from = what === 'coming' ? now : 0;
  return { from: new Date(from).toISOString(), to: farAway };
}
